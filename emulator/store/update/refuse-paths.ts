import { databaseFailed } from '../../protocol/refusal';
import type { Document } from '../document';

/** One field of one operator. */
export interface FieldUpdate {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

/** Refuses paths that MongoDB refuses whatever the document: empty names, overlaps, another `_id`. */
export function refusePaths(updates: readonly FieldUpdate[], document: Document): void {
  const paths: string[] = [];
  for (const { operator, path, operand } of updates) {
    const touched = operator === '$rename' ? [path, operand] : [path];
    for (const one of touched) {
      if (typeof one !== 'string')
        throw databaseFailed(`The 'to' field for $rename of "${path}" must be a string`);
      refuseNames(one);
      refuseOverlap(one, paths);
      paths.push(one);
      if (one === '_id' || one.startsWith('_id.')) refuseIdentityChange(operator, operand, document);
    }
  }
}

function refuseNames(path: string): void {
  const segments = path.split('.');
  if (segments.includes('')) throw databaseFailed(`the update path "${path}" has an empty field name`);
  if (segments.includes('__proto__'))
    throw databaseFailed(`the update path "${path}" has a field named __proto__`);
  if (path.startsWith('$'))
    throw databaseFailed(`the dollar ($) prefixed field in "${path}" is not valid for storage`);
}

function refuseOverlap(path: string, earlier: readonly string[]): void {
  for (const other of earlier) {
    if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`))
      throw databaseFailed(`Updating the path '${path}' would create a conflict at '${other}'`);
  }
}

function refuseIdentityChange(operator: string, operand: unknown, document: Document): void {
  if (operator === '$set' && operand === document._id) return;
  throw databaseFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`);
}
