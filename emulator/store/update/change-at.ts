import { databaseFailed } from '../../protocol/refusal';
import { isPlainObject, type Document } from '../document';

/** There is nothing at the path: neither a value nor null. */
export const MISSING = Symbol('missing');
export type Found = unknown | typeof MISSING;

/** MongoDB fills arrays with null up to an index, but not without end. */
const FARTHEST_INDEX = 1_500_000;

type Container = Document | unknown[];

/**
 * Changes the value at a path in place. A change that returns MISSING takes the value away.
 *
 * @param creates whether missing parents are made, and a parent that cannot hold the path is a fault; otherwise
 *   a path that leads nowhere changes nothing
 * @throws DATABASE_REQUEST_FAILED where MongoDB could not go
 */
export function changeAt(
  document: Document,
  path: string,
  creates: boolean,
  change: (before: Found) => Found,
): void {
  const segments = path.split('.');
  const last = segments.pop() ?? '';
  const holder = holderOf(document, segments, last, creates, path);
  if (!holder) return;
  const before = valueIn(holder, last);
  const after = change(before);
  if (after === MISSING) remove(holder, last);
  else if (after !== before) put(holder, last, after, path);
}

/** The object or array that has, or gets, the last segment. */
function holderOf(
  document: Document,
  segments: readonly string[],
  last: string,
  creates: boolean,
  path: string,
): Container | undefined {
  let holder: Container = document;
  for (const [depth, segment] of segments.entries()) {
    let next = valueIn(holder, segment);
    if (next === MISSING) {
      if (!creates) return undefined;
      next = {};
      put(holder, segment, next, path);
    }
    if (!canHold(next, segments[depth + 1] ?? last)) {
      if (!creates) return undefined;
      const shown = Array.isArray(next) ? '[array]' : JSON.stringify(next);
      throw databaseFailed(
        `Cannot create field '${segments[depth + 1] ?? last}' in element {${segment}: ${shown}} ("${path}")`,
      );
    }
    holder = next;
  }
  return holder;
}

const canHold = (value: unknown, segment: string): value is Container =>
  isPlainObject(value) || (Array.isArray(value) && /^\d+$/.test(segment));

function valueIn(holder: Container, segment: string): Found {
  if (Array.isArray(holder))
    return Number(segment) < holder.length ? (holder[Number(segment)] as unknown) : MISSING;
  return Object.hasOwn(holder, segment) ? holder[segment] : MISSING;
}

function put(holder: Container, segment: string, value: unknown, path: string): void {
  if (!Array.isArray(holder)) {
    holder[segment] = value;
    return;
  }
  const index = Number(segment);
  if (index > FARTHEST_INDEX) throw databaseFailed(`the index ${index} in "${path}" is too far away`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** An element taken out of an array leaves null, so that the others keep their indexes. */
function remove(holder: Container, segment: string): void {
  if (!Array.isArray(holder)) delete holder[segment];
  else if (Number(segment) < holder.length) holder[Number(segment)] = null;
}
