import type { Slot } from '../store/collection';
import type { Document } from '../store/document';
import { matchingSlots } from '../store/find-documents';
import type { Cloud } from './action';

/** Waits until no transaction holds any of the documents. The keys are asked for again after each wait. */
export async function released(
  cloud: Cloud,
  collection: string,
  keys: () => Iterable<string>,
): Promise<void> {
  for (;;) {
    const wait = cloud.transactions.release(collection, keys());
    if (!wait) return;
    await wait;
  }
}

/** The matching slots, at a moment when no transaction holds any of them: write without awaiting anything. */
export async function releasedSlots(
  cloud: Cloud,
  name: string,
  query: Document,
  most: number,
): Promise<Slot[]> {
  let slots: Slot[] = [];
  await released(cloud, name, () => {
    slots = matchingSlots(cloud.store.collection(name), query, most);
    return slots.map(({ key }) => key);
  });
  return slots;
}
