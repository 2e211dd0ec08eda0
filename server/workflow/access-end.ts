import { type Instant, instantOf, instantOfMinute } from '@domain/time/instant';
import { dayNumber } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import type { Employment } from '../repositories/employments';

/** Accounts and duties end on the last day at 18:00, unless HR sets another moment (the leaving rules §1). */
export const ACCESS_ENDS_AT_MINUTE = 18 * 60;

/** When this person can no longer act for the company; null while no end is known. */
export function accessEndOf(
  { zone }: Pick<Organisation, 'zone'>,
  { lastDay, accessEndsAt }: Pick<Employment, 'lastDay' | 'accessEndsAt'>,
): Instant | null {
  if (lastDay === null) return null;
  if (accessEndsAt != null) return instantOf(accessEndsAt);
  return instantOfMinute(zone.instantAt(dayNumber(lastDay), ACCESS_ENDS_AT_MINUTE));
}
