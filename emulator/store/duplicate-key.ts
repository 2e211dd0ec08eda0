import { databaseFailed, type Refusal } from '../protocol/refusal';
import type { Document } from './document';

/** MongoDB's E11000 in the words in which the service passes it on. */
export const duplicateKey = (collection: string, index: string, key: Document): Refusal =>
  databaseFailed(
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}}]}, {<nil>}]`,
  );
