import { workbooksFunction } from '@server/cloudbase/workbooks-function';

/** What the other functions call: it reads and writes spreadsheets. */
export const main = workbooksFunction(process.env);
