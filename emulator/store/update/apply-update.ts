import { writeEjson } from '../../protocol/ejson';
import { databaseFailed, Refusal } from '../../protocol/refusal';
import { copyOf, isPlainObject, type Document } from '../document';
import { refuseDocument } from '../refuse-document';
import { changeAt, MISSING, type Found } from './change-at';
import { UPDATE_OPERATORS } from './operators';
import { concretePaths } from './positional-path';
import { refusePaths, type FieldUpdate } from './refuse-paths';

/** A document as it will be stored. */
export interface NextState {
  /** Canonical EJSON. */
  readonly text: string;
  readonly document: Document;
}

/**
 * The document after MongoDB's update operators. The given one stays as it is.
 *
 * @param query what selected the document: the positional `$` refers to it
 * @param now epoch milliseconds
 * @throws DATABASE_INVALID_OPERRATOR for unknown operators, DATABASE_REQUEST_FAILED for what MongoDB refuses
 */
export function applyUpdate(document: Document, modifier: Document, query: Document, now: number): NextState {
  const updates = readUpdates(modifier);
  refusePaths(updates, document);
  const next = copyOf(document);
  for (const { operator, path, operand } of updates) {
    if (operator === '$rename') rename(next, path, String(operand));
    else
      for (const concrete of concretePaths(next, path, query))
        applyOne(next, operator, concrete, operand, now);
  }
  const text = writeEjson(next);
  refuseDocument(next, text);
  return { text, document: next };
}

function readUpdates(modifier: Document): FieldUpdate[] {
  return Object.entries(modifier).flatMap(([operator, fields]) => {
    if (operator !== '$rename' && !Object.hasOwn(UPDATE_OPERATORS, operator))
      throw new Refusal('DATABASE_INVALID_OPERRATOR', `unknown update operator "${operator}"`);
    if (!isPlainObject(fields)) throw databaseFailed(`${operator} needs an object of fields`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
}

function applyOne(document: Document, operator: string, path: string, operand: unknown, now: number): void {
  const chosen = UPDATE_OPERATORS[operator];
  if (!chosen) return;
  changeAt(document, path, chosen.creates, (before) => chosen.apply(before, operand, path, now));
}

/** Moves a value; nothing happens when there is none. */
function rename(document: Document, from: string, to: string): void {
  let moved: Found = MISSING;
  changeAt(document, from, false, (before) => {
    moved = before;
    return MISSING;
  });
  if (moved !== MISSING) changeAt(document, to, true, () => moved);
}
