import type { Ports } from '../ports';
import { uploads } from '../repositories/uploads';

/** The one folder that the storage rules let this person write to. */
export const uploadFolderOf = (openid: string): string => `inbox/${openid}`;

/** Where a file of the caller's own folder lies; null for every other id. */
export function ownPathOf(openid: string, fileId: string): string | null {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  const folder = `${uploadFolderOf(openid)}/`;
  return path.startsWith(folder) && !path.slice(folder.length).includes('/') ? path : null;
}

/** What the caller uploaded: its bytes, or the digest of what was taken from there before. */
export type Uploaded = { readonly path: string } & (
  { readonly bytes: Uint8Array; readonly taken: null } | { readonly bytes: null; readonly taken: string }
);

/** Null alike for what is not there and for what is somebody else's. */
export async function openUpload(ports: Ports, openid: string, fileId: string): Promise<Uploaded | null> {
  const path = ownPathOf(openid, fileId);
  if (path === null) return null;
  const bytes = await ports.files.read(fileId);
  if (bytes) return { path, bytes, taken: null };
  const before = await uploads.read(ports.database, ports.ids.digest(path));
  return before?.taken ? { path, bytes: null, taken: before.taken } : null;
}

const LIVES_MS = 24 * 3_600_000;
const AT_A_TIME = 50;
const NOTHING = new Uint8Array([0]);

/**
 * What was uploaded a day ago and taken by nobody. The id of a file is known only to whoever wrote it: writing over
 * it tells it, and leaves nothing even where removing fails. Resolves to how many went.
 */
export async function removeOldUploads({ database, files, clock }: Ports): Promise<number> {
  const old = await uploads.older(database, clock.now() - LIVES_MS, AT_A_TIME);
  for (const upload of old) {
    if (upload.taken === null) await files.remove(await files.keep(upload.path, NOTHING));
    await uploads.remove(database, upload);
  }
  return old.length;
}
