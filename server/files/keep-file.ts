import type { Ports } from '../ports';
import { fileUses, type Purpose } from '../repositories/file-uses';
import { type Photo, photos } from '../repositories/photos';
import { uploads } from '../repositories/uploads';
import type { Uploaded } from './uploads';

/** By then the command that the file came with has either named it or failed. */
const NAMED_WITHIN_MS = 24 * 3_600_000;

/**
 * Keeps what somebody uploaded under the personal key and removes the plain upload. What it is for is written down
 * first, so that no file lies there for nothing. A repeat finds what the first one kept. Resolves to the digest.
 */
export async function keepUpload(
  ports: Ports,
  fileId: string,
  uploaded: Uploaded,
  purpose: Purpose,
  as: Pick<Photo, 'kind' | 'name'> = {},
): Promise<string> {
  const { database, clock, ids, files } = ports;
  const { path, bytes } = uploaded;
  const digest = bytes === null ? uploaded.taken : ids.digest(bytes);
  const now = clock.now();
  await fileUses.begin(database, digest, purpose, now, now + NAMED_WITHIN_MS);
  if (bytes === null) return digest;
  await keepSealed(ports, { _id: digest, bytes: bytes.length, keptAt: now, ...as }, bytes);
  await uploads.taken(database, { _id: ids.digest(path), path, at: now, taken: digest });
  await files.remove(fileId);
  return digest;
}

/** Resolves to the id of the sealed file. */
export const storeSealed = (
  { files, cipher, ids }: Ports,
  photo: Pick<Photo, '_id'>,
  bytes: Uint8Array,
): Promise<string> => files.keep(`sealed/${ids.unique()}`, cipher.sealBytes(bytes, photos.placeOf(photo)));

async function keepSealed(ports: Ports, about: Omit<Photo, 'fileId'>, bytes: Uint8Array): Promise<void> {
  const { database, files } = ports;
  const [already] = await photos.read(database, [about._id]);
  if (already && already.bytes > 0) return;
  const fileId = await storeSealed(ports, about, bytes);
  const photo: Photo = { ...about, fileId, sealed: true };
  const kept = await (already ? photos.again(database, photo) : photos.add(database, photo));
  // Somebody kept the same bytes in this very moment.
  if (!kept) await files.remove(fileId);
}

/** The bytes as they were handed in. Throws when the file or its key is gone. */
export async function openKept({ files, cipher }: Ports, photo: Photo): Promise<Uint8Array> {
  const stored = await files.read(photo.fileId);
  if (!stored) throw new Error(`the file ${photo._id} is not in the storage`);
  return photo.sealed ? cipher.openBytes(stored, photos.placeOf(photo)) : stored;
}
