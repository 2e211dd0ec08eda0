import type { Ports } from '../ports';
import { type Photo, photos } from '../repositories/photos';
import { type ShownFile, shownFiles } from '../repositories/shown-files';
import { openKept } from './keep-file';

/** A copy is handed out while it is younger than this, and removed when it is older than that. */
const SERVES_MS = 2 * 60_000;
const LIVES_MS = 5 * 60_000;
const AT_A_TIME = 100;
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Addresses of plain copies, by digest, for whoever has just been authorised; a file that was destroyed has none. One
 * copy serves everybody for two minutes; the timer removes it within ten.
 */
export async function showFiles(
  ports: Ports,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { database, files, clock } = ports;
  const [kept, shown] = await Promise.all([
    photos.read(database, digests),
    shownFiles.since(database, digests, clock.now() - SERVES_MS),
  ]);
  const copies = new Map(shown.flatMap(({ digest, fileId }) => (fileId ? [[digest, fileId]] : [])));
  const missing = kept.filter(({ _id, bytes }) => bytes > 0 && !copies.has(_id));
  for (const batch of batchesOf(missing))
    await Promise.all(batch.map(async (photo) => copies.set(photo._id, await copyOf(ports, photo))));
  const addresses = await files.addresses([...copies.values()]);
  return new Map(
    [...copies].flatMap(([digest, fileId]) => {
      const url = addresses.get(fileId);
      return url ? [[digest, url]] : [];
    }),
  );
}

/** Side by side as long as they fit into a small function's memory: each lies there plain and sealed. */
function batchesOf(files: readonly Photo[]): readonly (readonly Photo[])[] {
  const batches: Photo[][] = [];
  let room = 0;
  for (const file of files) {
    if (file.bytes > room) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    batches.at(-1)?.push(file);
    room -= file.bytes;
  }
  return batches;
}

/** Of the pictures among these: a page shows them at once. Documents are opened one by one, when somebody taps. */
export const showPictures = (ports: Ports, kept: readonly Photo[]): Promise<ReadonlyMap<string, string>> =>
  showFiles(
    ports,
    kept.flatMap(({ _id, kind = 'picture' }) => (kind === 'picture' ? [_id] : [])),
  );

async function copyOf(ports: Ports, photo: Photo): Promise<string> {
  const { database, files, ids, clock } = ports;
  const plain = await openKept(ports, photo);
  const _id = ids.unique();
  const path = `shown/${_id}`;
  await shownFiles.add(database, { _id, digest: photo._id, path, fileId: null, at: clock.now() });
  const fileId = await files.keep(path, plain);
  await shownFiles.written(database, _id, fileId);
  return fileId;
}

/** Copies of a few minutes ago. Resolves to how many went. */
export async function removeShownFiles(ports: Ports): Promise<number> {
  const old = await shownFiles.older(ports.database, ports.clock.now() - LIVES_MS, AT_A_TIME);
  for (const shown of old) await removeCopy(ports, shown);
  return old.length;
}

/** One whose writer died is written over first: only writing tells a file's id. */
export async function removeCopy({ database, files }: Ports, shown: ShownFile): Promise<void> {
  await files.remove(shown.fileId ?? (await files.keep(shown.path, new Uint8Array([0]))));
  await shownFiles.remove(database, shown);
}
