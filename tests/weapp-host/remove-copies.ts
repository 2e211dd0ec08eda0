import { rm } from 'node:fs/promises';
import { COPIES } from './under-test';

/** After the last test file. */
export default async function removeCopies(): Promise<void> {
  const copies = process.env[COPIES];
  if (copies) await rm(copies, { recursive: true, force: true });
}
