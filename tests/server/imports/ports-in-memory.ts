import type { Database, Ports, Where } from '@server/ports';
import { demoCipher } from '../../../scripts/demo/personnel';

type Stored = Record<string, unknown> & { readonly _id: string };

/** Just enough of the ports for one worker's code: documents and files in memory, a clock that stands. */
export function portsInMemory(collections: Readonly<Record<string, readonly Stored[]>>) {
  const documents = new Map(
    Object.entries(collections).flatMap(([name, all]) =>
      all.map((one) => [`${name}/${one._id}`, { ...one }]),
    ),
  );
  const files = new Map<string, Uint8Array>();
  let made = 0;
  const fits = (one: Stored, where: Where): boolean =>
    Object.entries(where).every(([field, wanted]) => one[field] === wanted);
  const database: Pick<Database, 'read' | 'add' | 'updateWhere'> = {
    read: async (collection, id) => documents.get(`${collection}/${id}`) ?? null,
    async add(collection, document) {
      const key = `${collection}/${document._id}`;
      if (documents.has(key)) return false;
      documents.set(key, { ...document });
      return true;
    },
    async updateWhere(collection, id, where, { set = {}, increment = {} }) {
      const one = documents.get(`${collection}/${id}`);
      if (!one || !fits(one, where)) return false;
      Object.assign(one, set);
      for (const [field, by] of Object.entries(increment))
        Object.assign(one, { [field]: Number(one[field]) + by });
      return true;
    },
  };
  const ports = {
    database,
    cipher: demoCipher(),
    clock: { now: () => 1_000_000 },
    ids: { unique: () => `id-${(made += 1)}`, digest: (text: string) => `digest of ${text}` },
    files: {
      read: async (id: string) => files.get(id) ?? null,
      async keep(path: string, bytes: Uint8Array) {
        files.set(`cloud://bucket/${path}`, bytes);
        return `cloud://bucket/${path}`;
      },
      remove: async (id: string) => void files.delete(id),
    },
  } as unknown as Ports;
  return { ports, files, document: (collection: string, id: string) => documents.get(`${collection}/${id}`) };
}
