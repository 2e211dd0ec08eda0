import type { Ports } from '../ports';
import { type Photo, photos } from '../repositories/photos';
import { openKept, storeSealed } from './keep-file';

/** The timer has a minute for everything it does. */
const AT_A_TIME = 5;
/** One that does not open stops no other. */
const LOOKED_AT = 50;

/**
 * Files that were kept before files were sealed: a few with every tick, until there are none. The plain file goes
 * after the row knows the sealed one; a crash between leaves its name there. Resolves to how many were sealed.
 */
export async function sealOldFiles(ports: Ports): Promise<number> {
  for (const photo of await photos.withPlainLeft(ports.database, AT_A_TIME)) await removePlain(ports, photo);
  let done = 0;
  for (const photo of await photos.unsealed(ports.database, LOOKED_AT)) {
    if (done === AT_A_TIME) break;
    try {
      await seal(ports, photo);
      done += 1;
    } catch (error) {
      ports.log.write({ sealing: photo._id, message: String(error) });
    }
  }
  return done;
}

async function seal(ports: Ports, photo: Photo): Promise<void> {
  const fileId = await storeSealed(ports, photo, await openKept(ports, photo));
  if (await photos.sealed(ports.database, photo, fileId))
    await removePlain(ports, { ...photo, plainFileId: photo.fileId });
  else await ports.files.remove(fileId);
}

async function removePlain({ database, files }: Ports, photo: Photo): Promise<void> {
  if (photo.plainFileId) await files.remove(photo.plainFileId);
  await photos.plainRemoved(database, photo);
}
