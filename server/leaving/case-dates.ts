import type { OutputOf } from '@contract/contract';
import type { CaseDates } from '@domain/approval/case';
import { datesFor, type LeavingDates } from '@domain/offboarding/leaving-dates';
import { minuteOf } from '@domain/time/instant';
import { dayNumber } from '@domain/time/local-date';
import type { LocalDate } from '@domain/time/local-date';
import type { OpenCase } from '../workflow/open-case';

const DAY_MINUTES = 1440;

export interface CaseLeavingDates extends LeavingDates {
  readonly handoverDue: LocalDate;
}

/** The dates of a leaving as they hold now, those that nobody set apart included; null while no last day is known. */
export function leavingDatesOf({ stored: { state }, org }: OpenCase): CaseLeavingDates | null {
  const { notice, lastDay, contractEnd, payrollEnd, handoverDue, accessEnd }: CaseDates = state.dates;
  if (lastDay === undefined) return null;
  const { zone } = org;
  const usual = datesFor(zone.dateAt(minuteOf(notice ?? state.startedAt)), lastDay);
  const ends = accessEnd === undefined ? null : minuteOf(accessEnd);
  const accessDay = ends === null ? null : zone.dateAt(ends);
  return {
    ...usual,
    contractEnd: contractEnd ?? lastDay,
    payrollEnd: payrollEnd ?? contractEnd ?? lastDay,
    handoverDue: handoverDue ?? lastDay,
    ...(ends !== null &&
      accessDay !== null && {
        accessEnd: { date: accessDay, minute: zone.wallAt(ends) - dayNumber(accessDay) * DAY_MINUTES },
      }),
  };
}

/** What HR may change now; absent where the caller may not, or nothing is left to change. */
export function changeableDates(opened: OpenCase): Pick<OutputOf<'case.view'>, 'dates'> {
  const { stored, flow, may } = opened;
  const isLeaving = flow.definition.path !== 'request';
  if (!isLeaving || stored.state.status !== 'running' || !may('changeDates')) return {};
  const dates = leavingDatesOf(opened);
  if (!dates) return {};
  const { lastWorkingDay, contractEnd, payrollEnd, handoverDue, accessEnd } = dates;
  return {
    dates: {
      lastDay: lastWorkingDay,
      contractEnd,
      payrollEnd,
      handoverDue,
      accessEnd: { date: accessEnd.date, minute: accessEnd.minute },
    },
  };
}
