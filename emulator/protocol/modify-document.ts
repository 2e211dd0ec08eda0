import { randomBytes } from 'node:crypto';
import { applyUpdate, type NextState } from '../store/update/apply-update';
import type { Slot } from '../store/collection';
import type { Document } from '../store/document';
import { documentKey } from '../store/document-key';
import type { Change } from '../store/document-store';
import { refuseDocument } from '../store/refuse-document';
import type { Action, Answer, Cloud } from './action';
import { readEjsonObject, writeEjson } from './ejson';
import { invalidParam } from './refusal';
import { releasedSlots } from './released-slots';
import { collectionOf, onlyDocument, queryOf, transactionOf } from './request-fields';

/** How a document looks after the request. */
type Next = (before: Document) => NextState;

/** `update` (merges by operators) and `set` (replaces, or adds what is missing). */
export const modifyDocument: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const data = readEjsonObject(request.data, 'data', cloud.now());
  const next = request.merge === false ? replacement(data) : merged(data, query, cloud.now());
  const upsert = request.upsert === true;
  const transactionId = transactionOf(request);
  if (transactionId)
    return modifyWithin(cloud, transactionId, name, onlyDocument(request, query), query, next, upsert);
  const slots = await releasedSlots(cloud, name, query, request.multi === true ? Infinity : 1);
  if (slots.length > 0) return { data: { updated: applyToSlots(cloud, name, slots, next).length } };
  if (!upsert) return { data: { updated: 0 } };
  const id = query._id ?? randomBytes(16).toString('hex');
  cloud.store.apply([{ collection: name, key: documentKey(id), ...next({ _id: id }) }]);
  return { data: { updated: 0, upsert_id: id } };
};

/** `updateAndReturn`: the first match, and how it looks afterwards. */
export const modifyAndReturnDoc: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const next = merged(readEjsonObject(request.data, 'data', cloud.now()), query, cloud.now());
  if (transactionOf(request)) onlyDocument(request, query);
  const [slot] = await releasedSlots(cloud, name, query, 1);
  if (!slot) return { data: { updated: 0, doc: null } };
  const updated = applyToSlots(cloud, name, [slot], next).length;
  return { data: { updated, doc: slot.current.text } };
};

function modifyWithin(
  cloud: Cloud,
  transactionId: string,
  collection: string,
  key: string,
  query: Document,
  next: Next,
  upsert: boolean,
): Answer {
  return cloud.transactions.within(transactionId, (view) => {
    const before = view.read(collection, key);
    if (!before && !upsert) return { data: { updated: 0 } };
    const after = next(before?.document ?? { _id: query._id });
    if (after.text !== before?.text) view.write({ collection, key, ...after });
    if (!before) return { data: { updated: 0, upsert_id: query._id } };
    return { data: { updated: after.text === before.text ? 0 : 1 } };
  });
}

const merged =
  (modifier: Document, query: Document, now: number): Next =>
  (before) =>
    applyUpdate(before, modifier, query, now);

function replacement(data: Document): Next {
  if ('_id' in data) throw invalidParam('不能更新_id的值');
  return ({ _id }) => {
    const document = { _id, ...data };
    const text = writeEjson(document);
    refuseDocument(document, text);
    return { text, document };
  };
}

/** @returns the changes that really change something: only those count as updated */
function applyToSlots(cloud: Cloud, collection: string, slots: readonly Slot[], next: Next): Change[] {
  const changes: Change[] = [];
  for (const { key, current } of slots) {
    const after = next(current.document);
    if (after.text !== current.text) changes.push({ collection, key, ...after });
  }
  if (changes.length > 0) cloud.store.apply(changes);
  return changes;
}
