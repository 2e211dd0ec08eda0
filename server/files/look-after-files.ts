import { purgeDueOn } from '@domain/evidence/retention';
import { instantOf, instantOfMinute, minuteOf } from '@domain/time/instant';
import { dayNumber, type LocalDate } from '@domain/time/local-date';
import { purposeDates } from '../archive/purpose-dates';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { caseDocuments } from '../repositories/case-documents';
import { cases } from '../repositories/cases';
import { commits } from '../repositories/commits';
import { type FileUse, fileUses } from '../repositories/file-uses';
import { handovers } from '../repositories/handovers';
import { leavingProofs } from '../repositories/leaving-proofs';
import { releaseFile } from './release-file';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AT_A_TIME = 50;

/** Whether each file that people handed in is still needed; what is not goes. Resolves to how many uses ended. */
export async function lookAfterFiles(ports: Ports): Promise<number> {
  const { database, clock } = ports;
  let ended = 0;
  for (const use of await fileUses.due(database, clock.now(), AT_A_TIME)) {
    try {
      const next = use.released ? 'over' : await nextLook(ports, use);
      if (next === 'over') {
        await releaseFile(ports, use);
        ended += 1;
      } else await fileUses.needed(database, use, next);
    } catch (error) {
      ports.log.write({ file: use.digest, message: String(error) });
      await fileUses.postpone(database, use, clock.now() + HOUR_MS);
    }
  }
  return ended;
}

async function nextLook(ports: Ports, use: FileUse): Promise<number | 'over'> {
  const { database, clock } = ports;
  const { zone } = await recentOrganisation(ports);
  const now = clock.now();
  const today = zone.dateAt(minuteOf(now));
  const beginOf = (day: LocalDate): number => instantOfMinute(zone.instantAt(dayNumber(day), 0));
  if (use.caseId === null) {
    const closed = zone.dateAt(minuteOf(instantOf(use.takenAt)));
    const due = purgeDueOn(use.retention, { employmentEnd: closed, compared: closed, closed });
    return due === null || due <= today ? 'over' : beginOf(due);
  }
  const stored = await cases.read(database, use.caseId);
  if (!stored || !(use.named || (await isNamed(ports, use.caseId, use.digest)))) return 'over';
  const due = purgeDueOn(use.retention, purposeDates(stored, zone));
  if (due === null) return now + DAY_MS;
  if (due > today) return beginOf(due);
  // On a chain: the purge of the case writes it there first, then lets go of the file.
  const archived = await caseDocuments.keptWithDigest(database, use.digest);
  return archived.some(({ caseId }) => caseId === use.caseId) ? now + DAY_MS : 'over';
}

/** In the log, on a line of the handover, or among the proofs. */
async function isNamed({ database }: Ports, caseId: string, digest: string): Promise<boolean> {
  const [log, handover, proofs] = await Promise.all([
    commits.ofCase(database, caseId),
    handovers.read(database, caseId),
    leavingProofs.read(database, caseId),
  ]);
  return (
    log.some(({ events }) =>
      events.some(
        ({ body }) => 'photos' in body && Array.isArray(body.photos) && body.photos.includes(digest),
      ),
    ) ||
    (handover?.files.some((file) => file.digest === digest) ?? false) ||
    (proofs?.photos.includes(digest) ?? false)
  );
}
