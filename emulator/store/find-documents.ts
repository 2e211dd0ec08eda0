import { Query } from 'mingo';
import { databaseFailed, reasonOf } from '../protocol/refusal';
import type { Collection, Slot, Version } from './collection';
import type { Document } from './document';
import { isPlainObject } from './document';
import { equalityKey } from './document-key';
import { asMongoReads } from './mongo-reading';
import { refuseQuery } from './refuse-query';

/** Which documents, in which order, and which part of them. */
export interface Search {
  readonly query: Document;
  readonly order?: Document;
  readonly offset?: number;
  readonly limit?: number;
}

const QUERY_OPTIONS = { scriptEnabled: false } as const;

/** A test for one document. @throws DATABASE_REQUEST_FAILED for what MongoDB would refuse */
export function matcher(query: Document): (document: Document) => boolean {
  refuseQuery(query);
  try {
    const compiled = new Query(asMongoReads(query), QUERY_OPTIONS);
    return (document) => {
      try {
        return compiled.test(document);
      } catch (thrown) {
        throw databaseFailed(reasonOf(thrown));
      }
    };
  } catch (thrown) {
    throw databaseFailed(reasonOf(thrown));
  }
}

/** The slots that match, in the order of insertion. */
export function matchingSlots(collection: Collection, query: Document, most = Infinity): Slot[] {
  const key = onlyIdentity(query);
  if (key !== undefined) return [collection.slots.get(key) ?? []].flat();
  const matches = matcher(query);
  const found: Slot[] = [];
  for (const slot of candidates(collection, query)) {
    if (!matches(slot.current.document)) continue;
    found.push(slot);
    if (found.length >= most) break;
  }
  return found;
}

/** The key when the query is nothing but `{ _id: value }`: the most frequent of all. */
function onlyIdentity(query: Document): string | undefined {
  const [first, ...more] = Object.keys(query);
  return first === '_id' && more.length === 0 ? equalityKey(query._id) : undefined;
}

/** The versions that match, ordered, skipped and limited. */
export function findVersions(collection: Collection, search: Search): Version[] {
  const { query, order, offset = 0, limit = Infinity } = search;
  if (!order || Object.keys(order).length === 0) {
    return matchingSlots(collection, query, offset + limit)
      .slice(offset)
      .map((slot) => slot.current);
  }
  const versionOf = new Map<Document, Version>();
  for (const slot of matchingSlots(collection, query)) versionOf.set(slot.current.document, slot.current);
  const sorted = sortDocuments([...versionOf.keys()], order).slice(offset, offset + limit);
  return sorted.flatMap((document) => versionOf.get(document) ?? []);
}

function sortDocuments(documents: Document[], order: Document): Document[] {
  for (const [path, direction] of Object.entries(order)) {
    if (direction !== 1 && direction !== -1) throw databaseFailed(`the order of "${path}" must be 1 or -1`);
  }
  return new Query({}, QUERY_OPTIONS)
    .find<Document>(documents)
    .sort(order as Record<string, 1 | -1>)
    .all();
}

/** As few documents as the indexes allow; the query still judges each of them. */
function candidates(collection: Collection, query: Document): Iterable<Slot> {
  let fewest: Set<Slot> | undefined;
  for (const [path, keys] of equalities(query)) {
    if (path === '_id') {
      return keys.flatMap((key) => collection.slots.get(key) ?? []).sort((a, b) => a.ordinal - b.ordinal);
    }
    const holders = collection.indexOver(path)?.withAnyOf(keys);
    if (holders && (!fewest || holders.size < fewest.size)) fewest = holders;
  }
  if (!fewest) return collection.slots.values();
  return [...fewest].sort((a, b) => a.ordinal - b.ordinal);
}

/** Paths that must equal one of some values for the query to match at all. */
function* equalities(query: Document): Generator<[path: string, keys: string[]]> {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) yield* equalities(part);
    } else if (!path.startsWith('$')) {
      const keys = keysRequired(condition);
      if (keys) yield [path, [...new Set(keys)]];
    }
  }
}

function keysRequired(condition: unknown): string[] | undefined {
  const alone = equalityKey(condition);
  if (alone !== undefined) return [alone];
  if (!isPlainObject(condition)) return undefined;
  const equal = equalityKey(condition.$eq);
  if (equal !== undefined) return [equal];
  if (!Array.isArray(condition.$in)) return undefined;
  const keys = condition.$in.map(equalityKey);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
