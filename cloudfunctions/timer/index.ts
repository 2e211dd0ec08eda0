import { tickFunction } from '@server/cloudbase/tick-function';

/** What the clock calls, every five minutes. */
export const main = tickFunction(process.env);
