import { readFileSync } from 'node:fs';
import { instantOf } from '@domain/time/instant';
import { issueDocument } from '@server/documents/issue-document';
import { newSealIdentity } from '@server/documents/seal-identity';
import { typefaceOf } from '@server/documents/typeface';
import { inRoot } from '../../scripts/root';
import { SAMPLES } from '../server/documents/sample-papers';

const MOST_MILLISECONDS = 150;
const ROUNDS = 11;

/**
 * What the first paper of an instance costs `documents` by itself, in processor time: reading the font, looking at
 * every character, drawing, sealing, all of it for the first time in this process. The next ones have font and code.
 */
export async function run(): Promise<void> {
  const identity = newSealIdentity('bench', instantOf(0), 99);
  const font = readFileSync(inRoot('dist', 'cloudfunctions', 'documents', 'font.ttf'));
  const first = await millisecondsOf(async () => issue(SAMPLES.notice, typefaceOf(font), identity));
  const typeface = typefaceOf(font);
  let next = Infinity;
  for (let round = 0; round < ROUNDS; round += 1)
    next = Math.min(next, await millisecondsOf(() => issue(SAMPLES.certificate, typeface, identity)));
  process.stdout.write(
    `first paper of an instance ${first.toFixed(0)} ms, at most ${MOST_MILLISECONDS}; the next ones ${next.toFixed(0)} ms (processor time)\n`,
  );
  if (first > MOST_MILLISECONDS) throw new Error(`the first paper took ${first.toFixed(0)} ms`);
}

async function issue(...order: Parameters<typeof issueDocument>): Promise<void> {
  const issued = await issueDocument(...order);
  if (!issued.ok) throw new Error(issued.refusal.code);
}

/** A busy machine makes others wait, not this process work. */
async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
