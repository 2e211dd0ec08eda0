import { EMPTY_ROSTER, planDays } from '@domain/schedule/plan-day';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { type Instant, instantOfMinute, type InstantMinute } from '@domain/time/instant';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf, todayIn } from '../organisation';
import type { Employment } from '../repositories/employments';

/** A reminder before work: when it goes out, and for which shift. */
export interface PlannedReminder {
  readonly dueAt: Instant;
  readonly dutyDate: LocalDate;
  readonly startsAt: Instant;
  readonly plan: DutyPlan;
}

export const REMIND_BEFORE_MINUTES = 15;
/** Longer than any holiday week; past it somebody is hardly waiting for a reminder. */
const DAYS_AHEAD = 14;

/** The next shift that still lies more than the lead time ahead; null when there is none within two weeks. */
export function nextReminder(to: {
  readonly org: Organisation;
  readonly employment: Employment;
  readonly now: Instant;
}): PlannedReminder | null {
  return remindersFrom(to).find(({ dueAt }) => dueAt > to.now) ?? null;
}

/** The reminder of one duty date as the plan stands now; null when nothing starts on it any more. */
export function reminderFor(
  to: { readonly org: Organisation; readonly employment: Employment; readonly now: Instant },
  dutyDate: LocalDate,
): PlannedReminder | null {
  return remindersFrom(to).find((reminder) => reminder.dutyDate === dutyDate) ?? null;
}

function remindersFrom({
  org,
  employment,
  now,
}: {
  readonly org: Organisation;
  readonly employment: Employment;
  readonly now: Instant;
}): readonly PlannedReminder[] {
  const today = todayIn(org.zone, now);
  const plans = planDays(
    org.book,
    personOf(employment),
    EMPTY_ROSTER,
    addDays(today, -1),
    addDays(today, DAYS_AHEAD),
  );
  return plans.flatMap((plan) => {
    const start = plan.laid?.starts[0];
    if (start === undefined) return [];
    const startsAt = instantOfMinute(start as InstantMinute);
    const dueAt = instantOfMinute((start - REMIND_BEFORE_MINUTES) as InstantMinute);
    return [{ dueAt, dutyDate: plan.date, startsAt, plan }];
  });
}
