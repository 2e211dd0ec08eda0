import type { Ports } from '../ports';
import { caseDocuments } from '../repositories/case-documents';
import { type FileUse, fileUses } from '../repositories/file-uses';
import { type Photo, photos } from '../repositories/photos';
import { shownFiles } from '../repositories/shown-files';
import { removeCopy } from './show-files';

/** One use has ended; the file and its plain copies go with the last. What a crash leaves, the next run finds. */
export async function releaseFile(ports: Ports, use: FileUse): Promise<void> {
  // Handed in again for the same case meanwhile: it begins anew.
  if (!(await fileUses.release(ports.database, use))) return;
  await destroyUnlessUsed(ports, use.digest);
  await fileUses.end(ports.database, use);
}

/** A file that a case lets go of by its class; files of before uses were written down have the archive's rows only. */
export async function releaseFrom(ports: Ports, caseId: string, digest: string): Promise<void> {
  const use = await fileUses.read(ports.database, caseId, digest);
  await (use ? releaseFile(ports, use) : destroyUnlessUsed(ports, digest));
}

async function destroyUnlessUsed(ports: Ports, digest: string): Promise<void> {
  const { database, files } = ports;
  const [photo] = await photos.read(database, [digest]);
  if (!photo || (await isUsed(ports, digest))) return;
  if (photo.bytes > 0) {
    // Another file lies there now: somebody handed the same bytes in again.
    if (!(await photos.forget(database, photo))) return;
    // Begun between the look and the forgetting, by somebody who still found it there.
    if ((await isUsed(ports, digest)) && (await photos.again(database, photo))) return;
  }
  for (const fileId of filesOf(photo)) await files.remove(fileId);
  for (const copy of await shownFiles.ofFile(database, digest)) await removeCopy(ports, copy);
}

const filesOf = ({ fileId, plainFileId }: Photo): readonly string[] =>
  plainFileId ? [fileId, plainFileId] : [fileId];

async function isUsed({ database }: Ports, digest: string): Promise<boolean> {
  const [uses, archived] = await Promise.all([
    fileUses.ofFile(database, digest),
    caseDocuments.keptWithDigest(database, digest),
  ]);
  return uses.some(({ released }) => !released) || archived.length > 0;
}
