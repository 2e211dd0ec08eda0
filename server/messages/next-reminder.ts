import { type PersonRoster, planDays } from '@domain/schedule/plan-day';
import type { DutyPlan } from '@domain/schedule/day-outline';
import { type Instant, instantOfMinute, type InstantMinute } from '@domain/time/instant';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf, todayIn } from '../organisation';
import type { DeploymentSettings } from '../ports';
import type { Employment } from '../repositories/employments';

/** Which end of a shift somebody wants to be reminded of. */
export type ReminderKind = 'before-work' | 'after-work';

/** A reminder of one shift: when it goes out, and the begin or end that it is about. */
export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly dueAt: Instant;
  readonly dutyDate: LocalDate;
  readonly edgeAt: Instant;
  readonly plan: DutyPlan;
}

export const REMIND_BEFORE_MINUTES = 15;
/** Whoever packs up and walks to the lift has signed out by then. */
export const REMIND_AFTER_MINUTES = 10;
/** Longer than any holiday week; past it somebody is hardly waiting for a reminder. */
export const DAYS_AHEAD = 14;

/** Which reminder goes out by this template; null: none that has a time of its own. */
export function kindOfTemplate(settings: DeploymentSettings, templateId: string): ReminderKind | null {
  if (templateId === settings.punchReminderTemplateId) return 'before-work';
  return templateId === settings.afterWorkTemplateId ? 'after-work' : null;
}

/** Whom, and as known when. */
interface Reminded {
  readonly org: Organisation;
  readonly employment: Employment;
  readonly now: Instant;
  readonly roster: PersonRoster;
}

/** The next shift whose reminder lies ahead; null when there is none within two weeks. */
export function nextReminder(to: Reminded, kind: ReminderKind): PlannedReminder | null {
  return remindersFrom(to, kind).find(({ dueAt }) => dueAt > to.now) ?? null;
}

/** The reminder of one duty date as the plan stands now; null when nothing starts on it any more. */
export function reminderFor(to: Reminded, kind: ReminderKind, dutyDate: LocalDate): PlannedReminder | null {
  return remindersFrom(to, kind).find((reminder) => reminder.dutyDate === dutyDate) ?? null;
}

function remindersFrom(
  { org, employment, now, roster }: Reminded,
  kind: ReminderKind,
): readonly PlannedReminder[] {
  const today = todayIn(org.zone, now);
  const plans = planDays(
    org.book,
    personOf(employment),
    roster,
    addDays(today, -1),
    addDays(today, DAYS_AHEAD),
  );
  return plans.flatMap((plan) => {
    const edge = kind === 'before-work' ? plan.laid?.starts[0] : endWithCard(plan);
    if (edge === undefined) return [];
    const lead = kind === 'before-work' ? -REMIND_BEFORE_MINUTES : REMIND_AFTER_MINUTES;
    const [edgeAt, dueAt] = [edge, edge + lead].map((minute) => instantOfMinute(minute as InstantMinute));
    return [{ kind, dueAt: dueAt as Instant, dutyDate: plan.date, edgeAt: edgeAt as Instant, plan }];
  });
}

/** The end of the day's work, where it wants a card. */
function endWithCard({ laid }: DutyPlan): number | undefined {
  const last = laid === null ? -1 : laid.ends.length - 1;
  return laid?.freeOut[last] === true ? undefined : laid?.ends[last];
}
