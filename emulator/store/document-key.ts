import { ObjectId } from 'bson';
import { databaseFailed } from '../protocol/refusal';

/** What an `_id` may be. */
export type DocumentId = string | number | ObjectId;

/**
 * An identity that a map can hold: `1` and `"1"` are different documents.
 * @throws DATABASE_REQUEST_FAILED for kinds that cannot be an `_id`
 */
export function documentKey(id: unknown): string {
  if (typeof id === 'string') {
    if (/[\0\p{Surrogate}]/u.test(id)) throw databaseFailed('_id must not contain NUL or half a character');
    return `s${id}`;
  }
  if (typeof id === 'number') return `n${id}`;
  if (id instanceof ObjectId) return `o${id.toHexString()}`;
  throw databaseFailed('_id must be a string, a number or an ObjectId');
}

/**
 * The same for any value that equality can look up: undefined when it cannot (objects, arrays, patterns).
 * null is left out on purpose: it also equals a missing field.
 */
export function equalityKey(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'number':
      return `n${value === 0 ? 0 : value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value instanceof Date) return `d${value.getTime()}`;
      if (value instanceof ObjectId) return `o${value.toHexString()}`;
      return undefined;
  }
}
