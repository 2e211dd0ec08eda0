import { minuteOf, instantOf, instantOfMinute } from '@domain/time/instant';
import { dayNumber } from '@domain/time/local-date';
import { recentOrganisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { chains } from '../repositories/chains';
import { type Commit, commits } from '../repositories/commits';
import { exportsMade } from '../repositories/exports-made';

const AT_A_TIME = 20;

/** Whoever committed may still be calling `documents` itself. */
const GRACE_MS = 60_000;

/** How long an exported bundle lies in the storage: its address lives ten minutes. */
const EXPORT_LIVES_MS = 3_600_000;

/** What must be under a signed checkpoint the moment it happened; all else waits for the next tick. */
const AT_ONCE: readonly string[] = ['signed', 'noticeArrived', 'caseClosed'];

/** Puts a commit that holds a signature, an arrival or a close on the chain now; a failure is the timer's to mend. */
export async function chainAtOnce(ports: Ports, { chain, caseId, events }: Commit): Promise<void> {
  if (chain !== 'due' || !events.some(({ body }) => AT_ONCE.includes(body.type))) return;
  try {
    await ports.papers.chain(caseId);
  } catch (error) {
    ports.log.write({ chain: caseId, message: String(error) });
  }
}

/** Cases with something that is not on their chain. Resolves to how many were brought up to date. */
export async function chainCases(ports: Ports): Promise<number> {
  const before = instantOf(ports.clock.now() - GRACE_MS);
  const due = await commits.unchainedCases(ports.database, before, 200);
  return eachOf(ports, due.slice(0, AT_A_TIME), (caseId) => ports.papers.chain(caseId));
}

/** Nightly: whatever came on a chain before midnight and is under no checkpoint gets one. */
export async function signChains(ports: Ports): Promise<number> {
  const { zone } = await recentOrganisation(ports);
  const today = dayNumber(zone.dateAt(minuteOf(ports.clock.now())));
  const midnight = instantOfMinute(zone.instantAt(today, 0));
  const open = await chains.uncoveredBefore(ports.database, midnight, AT_A_TIME);
  return eachOf(
    ports,
    open.map(({ _id }) => _id),
    (caseId) => ports.papers.sign(caseId),
  );
}

/** Destroys what has been kept as long as its class says. */
export async function purgeCases(ports: Ports): Promise<number> {
  const { zone } = await recentOrganisation(ports);
  const due = await chains.toPurge(ports.database, todayIn(zone, ports.clock.now()), AT_A_TIME);
  return eachOf(
    ports,
    due.map(({ _id }) => _id),
    async (caseId) => void (await ports.papers.purge(caseId)),
  );
}

/** Bundles that were downloaded, or not, an hour ago. */
export async function removeExports({ database, files, clock }: Ports): Promise<number> {
  const old = await exportsMade.older(database, clock.now() - EXPORT_LIVES_MS, AT_A_TIME);
  for (const { _id, fileId } of old) {
    await files.remove(fileId);
    await exportsMade.removed(database, _id);
  }
  return old.length;
}

/** One case that fails stops no other. */
async function eachOf(
  ports: Ports,
  caseIds: readonly string[],
  run: (caseId: string) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (const caseId of caseIds) {
    try {
      await run(caseId);
      done += 1;
    } catch (error) {
      ports.log.write({ archive: caseId, message: String(error) });
    }
  }
  return done;
}
