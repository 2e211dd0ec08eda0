import { randomBytes } from 'node:crypto';
import { Query } from 'mingo';
import { applyUpdate, type NextState } from '../store/apply-update';
import type { Slot } from '../store/collection';
import { isPlainObject, type Document } from '../store/document';
import { documentKey } from '../store/document-key';
import type { Change } from '../store/document-store';
import { findVersions, matchingSlots } from '../store/find-documents';
import { refuseDocument } from '../store/refuse-document';
import type { Action, Cloud, Request } from './action';
import { readEjsonObject, writeEjson } from './ejson';
import { LIMITS } from './limits';
import { databaseFailed, invalidParam, reasonOf } from './refusal';

/** `add`: one or several documents, all or none. */
const insertDocument: Action = async (cloud, request) => {
  const texts = request.data;
  if (!Array.isArray(texts) || texts.length === 0)
    throw invalidParam('"data" must be a nonempty array of EJSON documents');
  const name = collectionOf(cloud, request);
  const changes = texts.map((text, index) => insertion(cloud, name, text, `data[${index}]`));
  const keys = new Set<string>();
  for (const { key, id } of changes) {
    if (keys.has(key)) throw duplicate(name, '_id_', { _id: id });
    keys.add(key);
  }
  const transactionId = transactionOf(request);
  if (transactionId) {
    cloud.transactions.within(transactionId, (view) => {
      for (const change of changes) {
        if (view.read(name, change.key)) throw duplicate(name, '_id_', { _id: change.id });
        view.write(change);
      }
    });
  } else {
    await released(cloud, name, () => keys);
    const { slots } = cloud.store.collection(name);
    for (const change of changes)
      if (slots.has(change.key)) throw duplicate(name, '_id_', { _id: change.id });
    cloud.store.apply(changes);
  }
  return { data: { insertedIds: changes.map(({ id }) => id) } };
};

function insertion(cloud: Cloud, collection: string, text: unknown, field: string): Change & { id: unknown } {
  const given = readEjsonObject(text, field, cloud.now());
  const id = given._id ?? randomBytes(16).toString('hex');
  const document: Document = { _id: id, ...given };
  document._id = id;
  const stored = writeEjson(document);
  refuseDocument(document, stored);
  return { collection, key: documentKey(id), text: stored, document, id };
}

/** `get`. */
const getDocument: Action = (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const projection = optionalEjson(cloud, request, 'projection');
  const transactionId = transactionOf(request);
  if (transactionId) {
    const key = onlyDocument(request, query);
    const found = cloud.transactions.within(transactionId, (view) => view.read(name, key));
    return { data: { list: texts(found ? [found] : [], projection) } };
  }
  const one = request.queryType === 'DOC';
  const limit = one ? 1 : wholeNumber(request, 'limit', LIMITS.queryDocumentsByDefault);
  const offset = one ? 0 : wholeNumber(request, 'offset', 0);
  const order = optionalEjson(cloud, request, 'order');
  const found = findVersions(cloud.store.collection(name), {
    query,
    offset,
    // A limit of 0 means the default, as the SDK treats it.
    limit: Math.min(limit || LIMITS.queryDocumentsByDefault, LIMITS.queryDocuments),
    ...(order && { order }),
  });
  return { data: { list: texts(found, projection), offset, limit } };
};

/** `count`. */
const calculateDocument: Action = (cloud, request) => {
  const collection = cloud.store.collection(collectionOf(cloud, request));
  return { data: { total: matchingSlots(collection, queryOf(cloud, request)).length } };
};

/** `update` (merge) and `set` (replace, with upsert). */
const modifyDocument: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const data = readEjsonObject(request.data, 'data', cloud.now());
  const next = request.merge === false ? replacement(data) : merged(data, query);
  const upsert = request.upsert === true;
  const transactionId = transactionOf(request);
  if (transactionId) {
    const key = onlyDocument(request, query);
    return cloud.transactions.within(transactionId, (view) => {
      const before = view.read(name, key);
      if (!before && !upsert) return { data: { updated: 0 } };
      const after = next(before?.document ?? { _id: query._id });
      if (after.text !== before?.text) view.write({ collection: name, key, ...after });
      return before
        ? { data: { updated: after.text === before.text ? 0 : 1 } }
        : { data: { updated: 0, upsert_id: query._id } };
    });
  }
  const slots = await releasedSlots(cloud, name, query, request.multi === true ? Infinity : 1);
  if (slots.length === 0 && upsert) {
    const id = query._id ?? randomBytes(16).toString('hex');
    const key = documentKey(id);
    cloud.store.apply([{ collection: name, key, ...next({ _id: id }) }]);
    return { data: { updated: 0, upsert_id: id } };
  }
  return { data: { updated: applyToSlots(cloud, name, slots, next).length } };
};

/** `updateAndReturn`: the first match, and how it looks afterwards. */
const modifyAndReturnDoc: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const next = merged(readEjsonObject(request.data, 'data', cloud.now()), query);
  const transactionId = transactionOf(request);
  if (transactionId) {
    const key = onlyDocument({ ...request, queryType: 'DOC' }, query);
    return cloud.transactions.within(transactionId, (view) => {
      const before = view.read(name, key);
      if (!before) return { data: { updated: 0, doc: null } };
      const after = next(before.document);
      if (after.text !== before.text) view.write({ collection: name, key, ...after });
      return { data: { updated: after.text === before.text ? 0 : 1, doc: after.text } };
    });
  }
  const [slot] = await releasedSlots(cloud, name, query, 1);
  if (!slot) return { data: { updated: 0, doc: null } };
  const updated = applyToSlots(cloud, name, [slot], next).length;
  return { data: { updated, doc: slot.current.text } };
};

/** `remove`. */
const removeDocument: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const transactionId = transactionOf(request);
  if (transactionId) {
    const key = onlyDocument(request, query);
    return cloud.transactions.within(transactionId, (view) => {
      if (!view.read(name, key)) return { data: { deleted: 0 } };
      view.write({ collection: name, key, text: null });
      return { data: { deleted: 1 } };
    });
  }
  const slots = await releasedSlots(cloud, name, query, request.multi === true ? Infinity : 1);
  if (slots.length > 0) cloud.store.apply(slots.map(({ key }) => ({ collection: name, key, text: null })));
  return { data: { deleted: slots.length } };
};

/** `createCollection`. */
const addCollection: Action = (cloud, request) => {
  const name = request.collectionName;
  if (typeof name !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(name))
    throw invalidParam('"collectionName" must be letters, digits, _ or -, beginning with a letter or digit');
  if (cloud.store.has(name))
    throw databaseFailed(`[ResourceInUse] Table exist: the collection "${name}" exists already`);
  if (cloud.store.collectionNames().length >= LIMITS.collections)
    throw databaseFailed(`there are ${LIMITS.collections} collections already, which is the most`);
  cloud.store.createCollection(name);
  return {};
};

export const DOCUMENT_ACTIONS: Record<string, Action> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.addCollection': addCollection,
};

/** How a document looks after the request. */
type Next = (before: Document) => NextState;

const merged =
  (modifier: Document, query: Document): Next =>
  (before) =>
    applyUpdate(before, modifier, query);

function replacement(data: Document): Next {
  if ('_id' in data) throw invalidParam('不能更新_id的值');
  return ({ _id }) => {
    const document = { _id, ...data };
    const text = writeEjson(document);
    refuseDocument(document, text);
    return { text, document };
  };
}

/** @returns the changes that really change something: the service counts only those as updated */
function applyToSlots(cloud: Cloud, collection: string, slots: readonly Slot[], next: Next): Change[] {
  const changes: Change[] = [];
  for (const { key, current } of slots) {
    const after = next(current.document);
    if (after.text !== current.text) changes.push({ collection, key, ...after });
  }
  if (changes.length > 0) cloud.store.apply(changes);
  return changes;
}

function collectionOf(cloud: Cloud, request: Request): string {
  const name = request.collectionName;
  if (typeof name !== 'string' || name === '' || name.startsWith('$'))
    throw invalidParam('"collectionName" must name a collection');
  return cloud.store.collection(name).name;
}

/** Without a query everything matches, as the SDK sends for a whole collection. */
function queryOf(cloud: Cloud, request: Request): Document {
  if (request.query === undefined || request.query === '') return {};
  return readEjsonObject(request.query, 'query', cloud.now());
}

function optionalEjson(cloud: Cloud, request: Request, field: 'projection' | 'order'): Document | undefined {
  return request[field] === undefined ? undefined : readEjsonObject(request[field], field, cloud.now());
}

const transactionOf = (request: Request): string | undefined =>
  typeof request.transactionId === 'string' && request.transactionId !== ''
    ? request.transactionId
    : undefined;

/** Inside a transaction the service documents single documents only: `doc()` and `add()`. */
function onlyDocument(request: Request, query: Document): string {
  if (request.queryType !== 'DOC' || !('_id' in query) || isPlainObject(query._id))
    throw databaseFailed('a transaction works on single documents: use doc(id), not where()');
  return documentKey(query._id);
}

function wholeNumber(request: Request, field: 'limit' | 'offset', otherwise: number): number {
  const value = request[field];
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`"${field}" must be a whole number that is not negative`);
  return value;
}

function texts(found: readonly { text: string; document: Document }[], projection?: Document): string[] {
  const list = projection ? projected(found, projection) : found.map(({ text }) => text);
  const bytes = list.reduce((sum, text) => sum + text.length, 0);
  if (bytes > LIMITS.queryReplyBytes)
    throw databaseFailed(
      `the reply has ${bytes} bytes; at most ${LIMITS.queryReplyBytes} are sent. Use limit() or field().`,
    );
  return list;
}

function projected(found: readonly { document: Document }[], projection: Document): string[] {
  try {
    const documents = found.map(({ document }) => document);
    return new Query({}).find(documents, projection).all().map(writeEjson);
  } catch (thrown) {
    throw databaseFailed(`"projection" is refused: ${reasonOf(thrown)}`);
  }
}

/** Waits until no transaction holds the documents. */
async function released(cloud: Cloud, collection: string, keys: () => Iterable<string>): Promise<void> {
  for (;;) {
    const wait = cloud.transactions.release(collection, keys());
    if (!wait) return;
    await wait;
  }
}

/** The matching slots, at a moment when no transaction holds any of them. */
async function releasedSlots(cloud: Cloud, name: string, query: Document, most: number): Promise<Slot[]> {
  const find = (): Slot[] => matchingSlots(cloud.store.collection(name), query, most);
  await released(cloud, name, () => find().map(({ key }) => key));
  return find();
}

const duplicate = (collection: string, index: string, key: Document): Error =>
  databaseFailed(
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}}]}, {<nil>}]`,
  );
