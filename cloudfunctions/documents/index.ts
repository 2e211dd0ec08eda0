import { documentsFunction } from '@server/cloudbase/documents-function';

/** What the other functions call: it draws, seals and keeps papers and the evidence of cases. */
export const main = documentsFunction(process.env, __dirname);
