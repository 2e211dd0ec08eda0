import type { CaseEvent } from '@domain/approval/events';
import { withoutPersonal } from '@domain/evidence/entry-of-event';
import { type CaseDocument, cases } from '../repositories/cases';
import { commits } from '../repositories/commits';
import { personalRecords } from '../repositories/personal-records';
import type { Keeper } from './keeper';

/**
 * What was purged beside the chain goes from the workflow's own log and from the folded case too: a salt that is gone
 * helps nobody while the words themselves still lie next door. Only closed cases come here, which nothing folds again.
 */
export async function redactCase({ ports }: Keeper, stored: CaseDocument): Promise<void> {
  const { database } = ports;
  const caseId = stored._id;
  const records = await personalRecords.ofCase(database, caseId);
  const purged = new Set(records.filter(({ box }) => box === null).map(({ name }) => name));
  if (purged.size === 0) return;
  const isPurged = (event: CaseEvent) => (name: string) => purged.has(`${event.seq}.${name}`);
  const log = await commits.ofCase(database, caseId);
  for (const commit of log) {
    const events = commit.events.map((event) => withoutPersonal(event, isPurged(event)));
    if (JSON.stringify(events) !== JSON.stringify(commit.events))
      await commits.redact(database, commit._id, events);
  }
  if (purged.size < records.length) return;
  await cases.forgetWords(database, stored);
}
