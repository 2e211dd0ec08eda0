import { type Instant, instantOfMinute, type InstantMinute } from '@domain/time/instant';
import { approvalsIn } from '../attendance/judged-days';
import { pendingOn } from '../attendance/outside-presses';
import { dayOf, type PunchDesk } from '../attendance/punch-desk';
import { type PlannedReminder, REMIND_AFTER_MINUTES } from './next-reminder';

/** So long after the end nobody is leaving any more: the next morning's reminder tells of the card. */
const TOO_LATE_MINUTES = 240;

/**
 * Whether to tell somebody after work that the out is missing: in, not out, and not covered by leave, outing or a trip.
 * `later` where flexibility moved the end of this day.
 */
export function stillOut(
  desk: PunchDesk,
  reminder: PlannedReminder,
): PlannedReminder | { readonly later: Instant } | null {
  const { plan, verdict, punches } = dayOf(desk, reminder.dutyDate);
  const { laid } = plan;
  const end = laid?.ends.at(-1);
  if (laid === null || end === undefined) return null;
  const waiting = pendingOn(desk.months, reminder.dutyDate);
  if (punches.length + waiting.length === 0 || verdict.cards.at(-1) !== null) return null;
  if (waiting.some(({ kind }) => kind === 'out')) return null;
  const covered = approvalsIn(desk.months).some(
    ({ kind, from, to }) => kind !== 'overtime' && from < end && to >= end,
  );
  if (covered) return null;
  const due = verdict.dueOut === null ? end : plan.outline.zone.instantAt(plan.day, verdict.dueOut);
  const remindAt = instantOfMinute((due + REMIND_AFTER_MINUTES) as InstantMinute);
  if (remindAt > desk.now) return { later: remindAt };
  const last = instantOfMinute((due + TOO_LATE_MINUTES) as InstantMinute);
  return last < desk.now ? null : { ...reminder, edgeAt: instantOfMinute(due as InstantMinute) };
}
