import { rm } from 'node:fs/promises';

/** After the last test file: the copy of the functions goes. */
export default async function removeFunctions(): Promise<void> {
  const copy = process.env.FUNCTIONS_UNDER_TEST;
  if (copy) await rm(copy, { recursive: true, force: true });
}
