import type { Asset } from '@domain/offboarding/assets';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'assets';

const assetsDocument = lazily(() =>
  z.object({
    /** The employment that the things were handed to. */
    _id: z.string(),
    revision: z.int(),
    items: z.array(
      z.custom<Asset>((value) => typeof value === 'object' && value !== null && 'history' in value),
    ),
  }),
);

export type IssuedThings = z.output<ReturnType<typeof assetsDocument>>;

const nothing = (employmentId: string): IssuedThings => ({ _id: employmentId, revision: 0, items: [] });

export const assets = {
  async read(source: Database | Transaction, employmentId: string): Promise<IssuedThings> {
    const found = await source.read(COLLECTION, employmentId);
    return found === null ? nothing(employmentId) : parseDocument(COLLECTION, assetsDocument, found);
  },
  /** Resolves to false when somebody else has written meanwhile. */
  async add(database: Database, { _id, revision, items }: IssuedThings, asset: Asset): Promise<boolean> {
    const next = { revision: revision + 1, items: [...items, asset] };
    return revision === 0
      ? database.add(COLLECTION, { _id, ...next })
      : database.updateWhere(COLLECTION, _id, { revision }, { set: next });
  },
  /** After the retention: which things came back stays, what was said and shown about it does not. */
  async forget(database: Database, employmentId: string): Promise<void> {
    const { _id, revision, items } = await assets.read(database, employmentId);
    const silent = items.map((item) => ({
      ...item,
      history: item.history.map((step) => ({ ...step, note: '', photos: [] })),
    }));
    if (items.length > 0)
      await database.updateWhere(
        COLLECTION,
        _id,
        { revision },
        { set: { items: silent, revision: revision + 1 } },
      );
  },
  /** Replaces one thing, inside the transaction that the case moves in. */
  async replace(
    transaction: Transaction,
    { _id, revision, items }: IssuedThings,
    asset: Asset,
  ): Promise<void> {
    const replaced = items.map((one) => (one.id === asset.id ? asset : one));
    await transaction.update(COLLECTION, _id, { set: { items: replaced, revision: revision + 1 } });
  },
};
