import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDocumentKeys } from '../../../scripts/demo/document-keys';
import { buildFunctions } from '../../../scripts/build-functions';
import { inRoot } from '../../../scripts/root';

/**
 * Before the first test file: brings dist/cloudfunctions up to date and takes a copy of it, so that a build that
 * somebody starts meanwhile does not change the functions under a running test. The keys that seal are made anew.
 */
export default async function buildFunctionsOnce(): Promise<void> {
  await buildFunctions();
  const copy = await mkdtemp(path.join(tmpdir(), 'zhoudao-functions-'));
  await cp(inRoot('dist', 'cloudfunctions'), copy, { recursive: true });
  process.env.FUNCTIONS_UNDER_TEST = copy;
  process.env.DOCUMENT_KEYS_UNDER_TEST = JSON.stringify(freshDocumentKeys());
}
