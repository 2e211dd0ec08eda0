import type { Entry } from '@domain/evidence/chain';
import { purgeDueOn, type PurposeDates } from '@domain/evidence/retention';
import { minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import { recentOrganisation, todayIn } from '../organisation';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { type CaseDocument, cases } from '../repositories/cases';
import { chains } from '../repositories/chains';
import { personalRecords, type PersonalRow } from '../repositories/personal-records';
import { photos } from '../repositories/photos';
import { appendToChain } from './append-to-chain';
import { chainCase } from './chain-case';
import type { Keeper } from './keeper';
import { redactCase } from './redact-case';
import { signCheckpoint } from './sign-checkpoint';

/**
 * Destroys what must go by today, by its class: files, salts, and the same words in the workflow's log. The purge is
 * an event of the chain first; what a crash leaves undone, the next run finds. Resolves to how many things went.
 */
export async function purgeCase(keeper: Keeper, caseId: string): Promise<number> {
  const { ports } = keeper;
  const { database } = ports;
  const stored = await cases.read(database, caseId);
  if (stored?.status !== 'closed') return 0;
  await chainCase(keeper, caseId);
  const org = await recentOrganisation(ports);
  const today = todayIn(org.zone, ports.clock.now());
  const dates = purposeDates(stored, (at) => org.zone.dateAt(minuteOf(at)));
  const isDue = ({ retention }: CaseDocumentRow | PersonalRow): boolean => {
    const due = purgeDueOn(retention, dates);
    return due !== null && due <= today;
  };

  let gone = 0;
  const head = await appendToChain(keeper, caseId, async () => {
    const [files, records] = await kept(keeper, caseId);
    const [dueFiles, dueRecords] = [files.filter(isDue), records.filter(isDue)];
    gone = dueFiles.length + dueRecords.length;
    if (gone === 0) return null;
    return {
      entries: [purgedEntry(keeper, dueFiles, dueRecords)],
      beside: async (transaction) => {
        for (const { _id } of dueFiles) await caseDocuments.update(transaction, _id, { set: PURGED });
        for (const { _id } of dueRecords) await personalRecords.purge(transaction, _id);
      },
    };
  });
  if (gone > 0) await signCheckpoint(keeper, head, 'nightly');
  await removeFiles(keeper, caseId);
  await redactCase(keeper, stored);
  await chains.setPurgeOn(database, caseId, await nextPurge(keeper, stored));
  return gone;
}

/** The words' digest goes too: with it, a guess at the words could still be tried by whoever kept the salt. */
const PURGED = { state: 'purged', salt: null } as const;

/** The first day on which something of a closed case must go; null when nothing is left. */
export async function nextPurge(keeper: Keeper, stored: CaseDocument): Promise<LocalDate | null> {
  const org = await recentOrganisation(keeper.ports);
  const dates = purposeDates(stored, (at) => org.zone.dateAt(minuteOf(at)));
  const [files, records] = await kept(keeper, stored._id);
  const days = [...files, ...records].flatMap(({ retention }) => purgeDueOn(retention, dates) ?? []);
  return days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** What a case that led to no leaving keeps is counted from its close. */
function purposeDates(
  { state }: CaseDocument,
  dayOf: (at: NonNullable<CaseDocument['state']['closedAt']>) => LocalDate,
): PurposeDates {
  const closed = state.closedAt === null ? null : dayOf(state.closedAt);
  const { contractEnd, lastDay } = state.dates;
  const employmentEnd = state.result === 'finished' ? (contractEnd ?? lastDay ?? closed) : closed;
  return { employmentEnd, compared: closed, closed };
}

async function kept({ ports }: Keeper, caseId: string) {
  const [files, records] = await Promise.all([
    caseDocuments.ofCase(ports.database, caseId),
    personalRecords.ofCase(ports.database, caseId),
  ]);
  return [files.filter(({ state }) => state === 'kept'), records.filter(({ box }) => box !== null)] as const;
}

const purgedEntry = (
  { ports }: Keeper,
  files: readonly CaseDocumentRow[],
  records: readonly PersonalRow[],
): Entry => ({
  type: 'purged',
  at: ports.clock.now(),
  actor: 'system',
  identity: 'system',
  facts: {},
  documents: [],
  sealed: [],
  purged: [...files, ...records].flatMap(({ digest, retention }) =>
    digest === null ? [] : [{ digest, rule: retention }],
  ),
});

/** A picture that another case keeps too stays in its place until that case lets go of it. */
async function removeFiles({ ports }: Keeper, caseId: string): Promise<void> {
  const { database, files } = ports;
  for (const row of await caseDocuments.ofCase(database, caseId)) {
    const { fileId, digest, form, state } = row;
    if (state !== 'purged' || fileId === null) continue;
    const shared = form === 'photo' && digest ? await caseDocuments.keptWithDigest(database, digest) : [];
    if (shared.length === 0) {
      await files.remove(fileId);
      if (form === 'photo' && digest) await photos.forget(database, digest);
    }
    await caseDocuments.forgetFile(database, row);
  }
}
