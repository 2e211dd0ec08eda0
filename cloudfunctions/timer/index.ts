import { tickFunction } from '@server/cloudbase/tick-function';

/** What the clock calls, once a minute. */
export const main = tickFunction(process.env);
