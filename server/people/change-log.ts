import type { OutputOf } from '@contract/contract';
import { instantOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';
import { momentText } from '../wall-text';

type Line = OutputOf<'company.view'>['changes'][number];

interface Done {
  readonly subject: string;
  readonly area: StaffChange['area'];
  readonly what: string;
  readonly reason?: string;
}

/** The line of the log that stands for a command: written once, with the change itself. */
export const changeBy = (
  { clock }: Ports,
  { employment }: Caller,
  commandId: string,
  { subject, area, what, reason = '' }: Done,
): StaffChange => ({
  _id: staffChanges.keyOf(employment._id, commandId),
  subject,
  area,
  at: clock.now(),
  byId: employment._id,
  byName: employment.name,
  what,
  reason: reason === '' ? null : reason,
});

export const changeLine = ({ zone }: Organisation, { at, byName, what, reason }: StaffChange): Line => ({
  whenText: momentText(zone, instantOf(at)),
  byName,
  what,
  reason,
});

const ATTEMPTS_AT_A_RACE = 6;

/**
 * Tries a change until it is written or refused. A command that was written before is not tried again.
 *
 * @param attempt `again` when another writer came between
 * @returns null once it is written; `busy` after too many races
 */
export async function writtenOnce<Refused>(
  { database }: Ports,
  { employment }: Caller,
  commandId: string,
  attempt: () => Promise<Refused | 'written' | 'again'>,
): Promise<Refused | 'busy' | null> {
  const key = staffChanges.keyOf(employment._id, commandId);
  for (let tries = 0; tries < ATTEMPTS_AT_A_RACE; tries += 1) {
    if (await staffChanges.read(database, key)) return null;
    const outcome = await attempt();
    if (outcome === 'written') return null;
    if (outcome !== 'again') return outcome;
  }
  return 'busy';
}
