import type { Entry } from '@domain/evidence/chain';
import { releaseFrom } from '../files/release-file';
import { recentOrganisation, todayIn } from '../organisation';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { cases } from '../repositories/cases';
import { personalRecords, type PersonalRow } from '../repositories/personal-records';
import { appendToChain } from './append-to-chain';
import { chainCase } from './chain-case';
import { forgetBeside } from './forget-beside';
import type { Keeper } from './keeper';
import { dueDayIn, keptOf, planPurge } from './plan-purge';
import { redactCase } from './redact-case';
import { signCheckpoint } from './sign-checkpoint';

/**
 * Destroys what must go by today, by its class: files, salts, and the same words in the workflow's log. The purge is
 * an event of the chain first; what a crash leaves undone, the next run finds. Resolves to how many things went.
 */
export async function purgeCase(keeper: Keeper, caseId: string): Promise<number> {
  const { database, clock } = keeper.ports;
  const stored = await cases.read(database, caseId);
  if (stored?.status !== 'closed') return 0;
  await chainCase(keeper, caseId);
  const { zone } = await recentOrganisation(keeper.ports);
  const today = todayIn(zone, clock.now());
  const dueDay = await dueDayIn(keeper, stored);
  const isDue = (kept: CaseDocumentRow | PersonalRow): boolean => (dueDay(kept) ?? '9999') <= today;

  let gone = 0;
  const head = await appendToChain(keeper, caseId, async () => {
    const kept = await keptOf(keeper, caseId);
    const [files, records] = [kept.files.filter(isDue), kept.records.filter(isDue)];
    gone = files.length + records.length;
    if (gone === 0) return null;
    return {
      entries: [purgedEntry(keeper, [...files, ...records])],
      beside: async (transaction) => {
        for (const { _id } of files) await caseDocuments.update(transaction, _id, { set: PURGED });
        for (const { _id } of records) await personalRecords.purge(transaction, _id);
      },
    };
  });
  if (gone > 0) await signCheckpoint(keeper, head, 'nightly');
  await removeFiles(keeper, caseId);
  await redactCase(keeper, stored);
  await forgetBeside(keeper.ports, stored, zone, today);
  await planPurge(keeper, caseId, today);
  return gone;
}

/** The salt goes with the file: the digest of the words, which the verify page still knows, tells nothing then. */
const PURGED = { state: 'purged', salt: null } as const;

const purgedEntry = ({ ports }: Keeper, gone: readonly (CaseDocumentRow | PersonalRow)[]): Entry => ({
  type: 'purged',
  at: ports.clock.now(),
  actor: 'system',
  identity: 'system',
  facts: {},
  documents: [],
  sealed: [],
  purged: gone.flatMap(({ digest, retention }) => (digest === null ? [] : [{ digest, rule: retention }])),
});

/** A picture that serves another case too stays in its place until that case lets go of it. */
async function removeFiles({ ports }: Keeper, caseId: string): Promise<void> {
  const { database, files } = ports;
  for (const row of await caseDocuments.ofCase(database, caseId)) {
    const { fileId, digest, form, state } = row;
    if (state !== 'purged' || fileId === null) continue;
    await (form === 'photo' && digest ? releaseFrom(ports, caseId, digest) : files.remove(fileId));
    await caseDocuments.forgetFile(database, row);
  }
}
