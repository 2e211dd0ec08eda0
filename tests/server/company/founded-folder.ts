import { existsSync, renameSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * The folder of a cloud in which a company has been founded and nothing has happened yet, beside the functions under
 * test, so that it goes with them. The first who asks founds it: founding costs more than most tests.
 */
export async function foundedFolder(
  functionsDir: string,
  found: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = `${functionsDir}-founded`;
  if (existsSync(folder)) return folder;
  const making = await mkdtemp(path.join(path.dirname(folder), 'zhoudao-founding-'));
  await found(making);
  try {
    renameSync(making, folder);
  } catch {
    // Another worker was first; both companies are the same.
    await rm(making, { recursive: true, force: true });
  }
  return folder;
}
