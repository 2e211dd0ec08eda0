import { rm } from 'node:fs/promises';

/** After the last test file: the copy of the functions goes, and the company that was founded with them. */
export default async function removeFunctions(): Promise<void> {
  const copy = process.env.FUNCTIONS_UNDER_TEST;
  if (!copy) return;
  for (const folder of [copy, `${copy}-founded`]) await rm(folder, { recursive: true, force: true });
}
