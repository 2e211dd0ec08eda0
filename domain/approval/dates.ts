import type { Result } from '../result';
import { ok } from '../result';
import { instantOfMinute, minuteOf } from '../time/instant';
import type { Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import { addDays, dayNumber, daysBetween, parseLocalDate } from '../time/local-date';
import type { Zone } from '../time/zone';
import type { CaseDates } from './case';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

const DAYS = ['lastDay', 'handoverDue', 'contractEnd', 'payrollEnd'] as const;

/** Days must be days of the calendar; the last day and the handover cannot lie before the notice. */
export function checkDates(dates: CaseDates, notice: LocalDate): Result<true, ApprovalRefusal> {
  for (const name of DAYS) {
    const given = dates[name];
    if (given === undefined) continue;
    if (parseLocalDate(given) === null) return no('dates.invalid', { name, given });
    if ((name === 'lastDay' || name === 'handoverDue') && given < notice)
      return no('dates.before-notice', { name, given, notice });
  }
  for (const name of ['notice', 'accessEnd'] as const) {
    const given = dates[name];
    if (given !== undefined && !Number.isSafeInteger(given))
      return no('dates.invalid', { name, given: String(given) });
  }
  return ok(true);
}

/**
 * What comes along when the last day moves: every date that somebody set apart keeps its distance in days, the end of
 * the access its time of day. A date that nobody set follows the last day by itself. The handover is never due before
 * the notice.
 */
export function movedWithLastDay(
  dates: CaseDates,
  lastDay: LocalDate,
  notice: LocalDate,
  zone: Zone,
): CaseDates {
  const { lastDay: before, handoverDue, contractEnd, payrollEnd, accessEnd } = dates;
  if (before === undefined) return { lastDay };
  const days = daysBetween(before, lastDay);
  const due = handoverDue && addDays(handoverDue, days);
  return {
    lastDay,
    ...(due && { handoverDue: due < notice ? notice : due }),
    ...(contractEnd && { contractEnd: addDays(contractEnd, days) }),
    ...(payrollEnd && { payrollEnd: addDays(payrollEnd, days) }),
    ...(accessEnd !== undefined && { accessEnd: sameTimeLater(accessEnd, days, zone) }),
  };
}

const DAY_MINUTES = 1440;

function sameTimeLater(moment: Instant, days: number, zone: Zone): Instant {
  const minute = minuteOf(moment);
  const date = zone.dateAt(minute);
  const timeOfDay = zone.wallAt(minute) - dayNumber(date) * DAY_MINUTES;
  return instantOfMinute(zone.instantAt(dayNumber(addDays(date, days)), timeOfDay));
}
