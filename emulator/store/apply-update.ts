import { updateOne } from 'mingo/updater';
import { writeEjson } from '../protocol/ejson';
import { databaseFailed, reasonOf, Refusal } from '../protocol/refusal';
import { copyOf, isPlainObject, type Document } from './document';
import { refuseDocument } from './refuse-document';
import { refuseUpdate } from './refuse-update';

/** A document as it will be stored. */
export interface NextState {
  /** Canonical EJSON. */
  readonly text: string;
  readonly document: Document;
}

/**
 * The document after MongoDB's update operators.
 *
 * @param query what selected the document; the positional `$` refers to it
 * @throws DATABASE_REQUEST_FAILED for what MongoDB refuses
 */
export function applyUpdate(document: Document, modifier: Document, query: Document): NextState {
  refuseUpdate(document, modifier);
  const next = copyOf(document);
  try {
    updateOne([next], positionalPart(modifier, query), withoutIdentity(modifier), { cloneMode: 'deep' });
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    throw databaseFailed(reasonOf(thrown));
  }
  const text = writeEjson(next);
  refuseDocument(next, text);
  return { text, document: next };
}

/** mingo tests the condition again, which only the positional operator needs. */
function positionalPart(modifier: Document, query: Document): Document {
  return /\.\$(\.|")/.test(JSON.stringify(modifier)) ? query : {};
}

/** MongoDB allows `$set` of the same `_id`; mingo does not. */
function withoutIdentity(modifier: Document): Document {
  if (!isPlainObject(modifier.$set) || !('_id' in modifier.$set)) return modifier;
  const { _id, ...fields } = modifier.$set;
  return { ...modifier, $set: fields };
}
