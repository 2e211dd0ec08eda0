import type { Action } from './action';
import { releasedSlots } from './released-slots';
import { collectionOf, onlyDocument, queryOf, transactionOf } from './request-fields';

/** `remove`. */
export const removeDocument: Action = async (cloud, request) => {
  const name = collectionOf(cloud, request);
  const query = queryOf(cloud, request);
  const transactionId = transactionOf(request);
  if (transactionId) {
    return cloud.transactions.within(transactionId, (view) => {
      const key = onlyDocument(request, query);
      if (!view.read(name, key)) return { data: { deleted: 0 } };
      view.write({ collection: name, key, text: null });
      return { data: { deleted: 1 } };
    });
  }
  const slots = await releasedSlots(cloud, name, query, request.multi === true ? Infinity : 1);
  if (slots.length > 0) cloud.store.apply(slots.map(({ key }) => ({ collection: name, key, text: null })));
  return { data: { deleted: slots.length } };
};
