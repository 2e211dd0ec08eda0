import { Query } from 'mingo';
import type { Document } from '../store/document';
import { findVersions, matchingSlots } from '../store/find-documents';
import type { Action } from './action';
import { writeEjson } from './ejson';
import { LIMITS } from './limits';
import { databaseFailed, reasonOf } from './refusal';
import { refuseLargeReply } from './reply-size';
import {
  collectionOf,
  onlyDocument,
  optionalEjson,
  queryOf,
  transactionOf,
  wholeNumber,
} from './request-fields';

interface Found {
  readonly text: string;
  readonly document: Document;
  /** The commit that made it; a transaction's own writes have none yet. */
  readonly commit?: number;
}

/** `get`. */
export const getDocument: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const projection = optionalEjson(cloud, request, 'projection');
  const transactionId = transactionOf(request);
  if (transactionId) {
    const found = cloud.transactions.within(transactionId, (view) =>
      view.read(name, onlyDocument(request, query)),
    );
    return { data: { list: texts(found ? [found] : [], projection) } };
  }
  const one = request.queryType === 'DOC';
  const limit = one ? 1 : wholeNumber(request, 'limit', 0) || LIMITS.queryDocumentsByDefault;
  const offset = one ? 0 : wholeNumber(request, 'offset', 0);
  const order = optionalEjson(cloud, request, 'order');
  const found = findVersions(cloud.store.collection(name), {
    query,
    offset,
    limit: Math.min(limit, LIMITS.queryDocuments),
    ...(order && { order }),
  });
  const list = texts(found, projection);
  await cloud.store.durable(found);
  return { data: { list, offset, limit } };
};

/** `count`. */
export const calculateDocument: Action = (cloud, request) => {
  const collection = cloud.store.collection(collectionOf(cloud, request));
  return { data: { total: matchingSlots(collection, queryOf(cloud, request)).length } };
};

function texts(found: readonly Found[], projection?: Document): string[] {
  const list = projection ? projected(found, projection) : found.map(({ text }) => text);
  refuseLargeReply(list);
  return list;
}

function projected(found: readonly Found[], projection: Document): string[] {
  try {
    const documents = found.map(({ document }) => document);
    return new Query({}).find(documents, projection).all().map(writeEjson);
  } catch (thrown) {
    throw databaseFailed(`"projection" is refused: ${reasonOf(thrown)}`);
  }
}
