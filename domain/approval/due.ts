import type { Instant } from '../time/instant';
import { instantOfMinute } from '../time/instant';
import { dayNumber } from '../time/local-date';
import type { Alarm, CaseDates } from './case';
import type { DateName, DueRule, FlowNode, HumanNode } from './flow';
import { isHuman } from './flow';
import { no } from './refusals';
import type { DueAnswer, WorkClock } from './work-clock';
import { endOfWorkOn, movedBy } from './work-clock';

/** Access ends on the last day at 18:00 unless someone set another moment (the leaving rules §1). */
const ACCESS_ENDS_AT = 18 * 60;

/** The moment that a date of the case stands for; null while it is unknown. */
export function momentOf(name: DateName, dates: CaseDates, clock: WorkClock): Instant | null {
  const { lastDay } = dates;
  switch (name) {
    case 'notice':
      return dates.notice ?? null;
    case 'accessEnd':
      if (dates.accessEnd !== undefined) return dates.accessEnd;
      return lastDay === undefined
        ? null
        : instantOfMinute(clock.zone.instantAt(dayNumber(lastDay), ACCESS_ENDS_AT));
    case 'payrollEnd': {
      // Never before the contract ends.
      const day = dates.payrollEnd ?? dates.contractEnd ?? lastDay;
      return day === undefined ? null : endOfWorkOn(day, clock);
    }
    case 'handoverDue':
    case 'contractEnd': {
      // Unless someone set them apart, both are the last day (the leaving rules §2).
      const day = dates[name] ?? lastDay;
      return day === undefined ? null : endOfWorkOn(day, clock);
    }
    case 'lastDay':
      return lastDay === undefined ? null : endOfWorkOn(lastDay, clock);
  }
}

/** When something is due by its rule. `openedAt` is when its node opened. */
export function dueAt(rule: DueRule, openedAt: Instant, dates: CaseDates, clock: WorkClock): DueAnswer {
  if (rule.base === 'nodeOpened') return movedBy(openedAt, rule.offset, clock);
  const base = momentOf(rule.base, dates, clock);
  if (base === null) return { at: null, problem: no('due.date-missing', { base: rule.base }).refusal };
  return movedBy(base, rule.offset, clock);
}

export interface Timing extends DueAnswer {
  readonly alarms: readonly Alarm[];
}

/**
 * The due instant of a node with everything that will ring for it. Reminders whose time has passed by `now` are
 * left out: opening the task already told its handler. Escalations are kept, so that what is overdue is seen.
 */
export function timingOf(
  node: FlowNode,
  openedAt: Instant,
  now: Instant,
  dates: CaseDates,
  clock: WorkClock,
): Timing {
  const rule = node.kind === 'waitUntil' ? node.until : isHuman(node) ? node.due : undefined;
  const due: DueAnswer =
    rule === undefined ? { at: null, problem: null } : dueAt(rule, openedAt, dates, clock);
  return { ...due, alarms: isHuman(node) ? alarmsOf(node, openedAt, now, due.at, clock) : [] };
}

function alarmsOf(
  node: HumanNode,
  openedAt: Instant,
  now: Instant,
  due: Instant | null,
  clock: WorkClock,
): readonly Alarm[] {
  const alarms: Alarm[] = [];
  node.reminders?.forEach((reminder, index) => {
    const base = reminder.from === 'opened' ? openedAt : due;
    const at = base === null ? null : movedBy(base, reminder.offset, clock).at;
    if (at !== null && at > now) alarms.push({ id: `remind:${index}`, at });
  });
  node.escalation?.forEach((step, index) => {
    const at = due === null ? null : movedBy(due, step.after, clock).at;
    if (at !== null) alarms.push({ id: `escalate:${index}`, at });
  });
  return alarms.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
