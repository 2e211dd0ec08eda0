import { instantOfMinute, minuteOf } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import { organisation } from '../organisation';
import type { Ports } from '../ports';
import type { RefusalOf } from '../use-case';
import { timeText } from '../wall-text';
import { lastPunch } from './last-punch';
import { deskOver, type PunchDesk } from './punch-desk';

/**
 * A second tap within a minute is a slip of the thumb, not a card. Sheets keep whole minutes, so it is told by them:
 * in the same minute or the next.
 */
const SLIP_MINUTES = 1;

/** Nobody is turned away by rules that were replaced a moment ago: a fence that HR has just widened counts at once. */
export async function underNewestRules(ports: Ports, desk: PunchDesk): Promise<PunchDesk> {
  const org = await organisation(ports);
  if (org.revision === desk.org.revision) return desk;
  return deskOver(org, desk.employment, desk.months, ports.clock.now(), desk.since);
}

/** A month that is sealed already takes nothing. */
export function locked(desk: PunchDesk, dutyDate: LocalDate): RefusalOf<'punch.month-locked'> | null {
  const month = monthOf(dutyDate);
  const open = (desk.months.get(month)?.lock ?? 'open') === 'open';
  return open ? null : { code: 'punch.month-locked', facts: { month } };
}

export function slip(
  desk: PunchDesk,
  { claimedAt }: { readonly claimedAt: number | null },
): RefusalOf<'punch.just-punched'> | null {
  // Punches that waited on a phone arrive together: each of them was meant.
  if (claimedAt !== null) return null;
  const last = lastPunch(desk);
  if (last === null || minuteOf(desk.now) - last.minute > SLIP_MINUTES) return null;
  const at = timeText(last.zone, instantOfMinute(last.minute));
  return { code: 'punch.just-punched', facts: { kind: last.kind, at } };
}
