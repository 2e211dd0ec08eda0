import type { Ports } from '../ports';
import { temporaryFiles } from '../repositories/temporary-files';

/** How long a file lies in the storage that somebody only wants to download or to work off. */
export const LIVES_MS = 24 * 3_600_000;

const AT_A_TIME = 50;

/** Keeps bytes for a day under a path that only the server reads; resolves to the file id. */
export async function keepForADay(ports: Ports, path: string, bytes: Uint8Array): Promise<string> {
  const fileId = await ports.files.keep(path, bytes);
  await temporaryFiles.add(ports.database, {
    _id: ports.ids.digest(fileId),
    fileId,
    removeAt: ports.clock.now() + LIVES_MS,
    removed: false,
  });
  return fileId;
}

/** Removes a file of which nobody needs the rest of the day. */
export async function removeNow(ports: Ports, fileId: string): Promise<void> {
  await ports.files.remove(fileId);
  await temporaryFiles.removed(ports.database, ports.ids.digest(fileId));
}

/** The clock's part. Resolves to how many went. */
export async function removeTemporaryFiles(ports: Ports): Promise<number> {
  const due = await temporaryFiles.due(ports.database, ports.clock.now(), AT_A_TIME);
  for (const { fileId } of due) await removeNow(ports, fileId);
  return due.length;
}
