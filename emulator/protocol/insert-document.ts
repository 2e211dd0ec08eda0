import { randomBytes } from 'node:crypto';
import type { Document } from '../store/document';
import { documentKey } from '../store/document-key';
import type { Change } from '../store/document-store';
import { duplicateKey } from '../store/duplicate-key';
import { refuseDocument } from '../store/refuse-document';
import type { Action, Cloud } from './action';
import { readEjsonObject, writeEjson } from './ejson';
import { invalidParam } from './refusal';
import { released } from './released-slots';
import { collectionOf, transactionOf } from './request-fields';

type Insertion = Change & { readonly id: unknown };

/** `add`: one or several documents, all or none. */
export const insertDocument: Action = async (cloud, request) => {
  const texts = request.data;
  if (!Array.isArray(texts) || texts.length === 0)
    throw invalidParam('"data" must be a nonempty list of EJSON documents');
  const name = collectionOf(cloud, request);
  const insertions = texts.map((text, index) => insertion(cloud, name, text, `data[${index}]`));
  refuseTwins(name, insertions);
  const transactionId = transactionOf(request);
  if (transactionId) {
    cloud.transactions.within(transactionId, (view) => {
      for (const change of insertions) {
        if (view.read(name, change.key)) throw duplicateKey(name, '_id_', { _id: change.id });
        view.write(change);
      }
    });
  } else {
    await released(cloud, name, () => insertions.map(({ key }) => key));
    const { slots } = cloud.store.collection(name);
    const twin = insertions.find(({ key }) => slots.has(key));
    if (twin) throw duplicateKey(name, '_id_', { _id: twin.id });
    cloud.store.apply(insertions);
  }
  return { data: { insertedIds: insertions.map(({ id }) => id) } };
};

function insertion(cloud: Cloud, collection: string, text: unknown, field: string): Insertion {
  const given = readEjsonObject(text, field, cloud.now());
  const id = given._id ?? randomBytes(16).toString('hex');
  const document: Document = { _id: id, ...given };
  document._id = id;
  const stored = writeEjson(document);
  refuseDocument(document, stored);
  return { collection, key: documentKey(id), text: stored, document, id };
}

function refuseTwins(collection: string, insertions: readonly Insertion[]): void {
  const keys = new Set<string>();
  for (const { key, id } of insertions) {
    if (keys.has(key)) throw duplicateKey(collection, '_id_', { _id: id });
    keys.add(key);
  }
}
