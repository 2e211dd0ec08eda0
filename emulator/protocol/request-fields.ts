import { isPlainObject, type Document } from '../store/document';
import { documentKey } from '../store/document-key';
import type { Cloud, Request } from './action';
import { readEjsonObject } from './ejson';
import { databaseFailed, invalidParam } from './refusal';

/** The collection a request is about. @throws DATABASE_COLLECTION_NOT_EXIST */
export function collectionOf(cloud: Cloud, request: Request): string {
  const name = request.collectionName;
  if (typeof name !== 'string' || name === '' || name.startsWith('$'))
    throw invalidParam('"collectionName" must name a collection');
  return cloud.store.collection(name).name;
}

/** Without a query everything matches, as the SDK asks for a whole collection. */
export function queryOf(cloud: Cloud, request: Request): Document {
  if (request.query === undefined || request.query === '') return {};
  return readEjsonObject(request.query, 'query', cloud.now());
}

export const optionalEjson = (
  cloud: Cloud,
  request: Request,
  field: 'projection' | 'order',
): Document | undefined =>
  request[field] === undefined ? undefined : readEjsonObject(request[field], field, cloud.now());

export const transactionOf = (request: Request): string | undefined =>
  typeof request.transactionId === 'string' && request.transactionId !== ''
    ? request.transactionId
    : undefined;

/**
 * The key of the one document that a transaction's request is about.
 * The service documents single documents only inside a transaction: `doc()` and `add()`.
 */
export function onlyDocument(request: Request, query: Document): string {
  if (request.queryType !== 'DOC' || !('_id' in query) || isPlainObject(query._id))
    throw databaseFailed('a transaction works on single documents: use doc(id), not where()');
  return documentKey(query._id);
}

/** @throws INVALID_PARAM unless it is absent, 0 or a positive whole number */
export function wholeNumber(request: Request, field: 'limit' | 'offset', otherwise: number): number {
  const value = request[field];
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`"${field}" must be a whole number that is not negative`);
  return value;
}
