import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../../scripts/build-functions';
import { buildPhone } from '../../scripts/build-phone';
import { inRoot } from '../../scripts/root';
import { COPIES } from './under-test';

/** Before the first test file: brings the mini-program and the functions up to date and takes copies of them. */
export default async function buildOnce(): Promise<void> {
  await buildFunctions();
  await buildPhone('weapp');
  const copies = await mkdtemp(path.join(tmpdir(), 'zhoudao-weapp-'));
  for (const part of ['weapp', 'cloudfunctions'])
    await cp(inRoot('dist', part), path.join(copies, part), { recursive: true });
  process.env[COPIES] = copies;
}
