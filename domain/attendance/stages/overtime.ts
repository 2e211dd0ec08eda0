import type { DutyPlan } from '../../schedule/day-outline';
import type { OvertimeDayRule, OvertimeRule } from '../../schedule/overtime-rule';
import { shared, totalMinutes, without } from '../../time/interval';
import type { Interval } from '../../time/interval';
import type { DayKind } from '../../time/workday-calendar';
import type { Approval } from '../approval';
import { makeFinding } from '../finding';
import type { Finding } from '../finding';
import type { OvertimePart } from '../verdict';

/** Presence that may be overtime, and the time that is not: what the stage before it knows of the day. */
export interface Presence {
  /** Where the day's own work ends (E′), or the first in of a day off; -Infinity when unknown. */
  readonly workStart: number;
  readonly workEnd: number;
  /** After work: from workEnd to the last out. Before work: from the first in to workStart. */
  readonly lastOut: number | null;
  readonly firstIn: number | null;
}

const NONE_EARNED: readonly OvertimePart[] = [];
const NOTHING_SAID: readonly Finding[] = [];

export interface Overtime {
  readonly parts: readonly OvertimePart[];
  readonly findings: readonly Finding[];
}

export const NO_OVERTIME: Overtime = { parts: NONE_EARNED, findings: NOTHING_SAID };

/** Step 11 (docs/rules.md §15): overtime from E′, split where one kind of day ends and another begins. */
export function overtimeOf(plan: DutyPlan, presence: Presence, approvals: readonly Approval[]): Overtime {
  const rule = plan.outline.overtime;
  if (rule === null) return NO_OVERTIME;
  const approved = approvedIn(plan, presence, approvals);
  if (approved.length === 0 && !mayCount(rule, plan, presence)) return NO_OVERTIME;
  const parts: OvertimePart[] = [];
  const findings: Finding[] = [];
  for (const kind of KINDS) {
    const day = rule.days[kind];
    const pieces = day === undefined ? [] : piecesOf(plan, kind);
    if (day === undefined || pieces.length === 0) continue;
    const counted = recognised(day, shared(approved, pieces), shared(present(rule, day, presence), pieces));
    const working = counted.flatMap((part) => without(part, restsOn(plan, day)));
    if (working.length === 0) continue;
    const minutes = rounded(day, totalMinutes(working));
    findings.push(findingOf(plan, day, working, minutes));
    if (minutes > 0) parts.push({ kind, minutes, multiple: day.multiple, settle: day.settle });
  }
  return { parts, findings: findings.filter(({ minutes }) => minutes > 0 || approved.length > 0) };
}

const KINDS: readonly DayKind[] = ['workday', 'restday', 'holiday'];

/** Without any approval, only enough presence under a rule that counts punches can give something. */
function mayCount(
  rule: OvertimeRule,
  plan: DutyPlan,
  { lastOut, workEnd, firstIn, workStart }: Presence,
): boolean {
  const evening = lastOut === null ? 0 : lastOut - workEnd;
  const morning = rule.earlyArrival !== true || firstIn === null ? 0 : workStart - firstIn;
  if (evening <= 0 && morning <= 0) return false;
  if (lastOut !== null && lastOut > plan.outline.nextMidnight) return true;
  const day = rule.days[plan.kind];
  if (day?.recognise !== 'punches') return false;
  return (
    Math.max(0, evening - (day.startAfterMinutes ?? 0)) + Math.max(0, morning) >= (day.minimumMinutes ?? 1)
  );
}

function approvedIn(plan: DutyPlan, presence: Presence, approvals: readonly Approval[]): Interval[] {
  if (approvals.length === 0) return [];
  const own = { from: Math.ceil(plan.open2 / 2), to: Math.ceil(plan.nextOpen2 / 2) };
  const asked = approvals.filter(({ kind }) => kind === 'overtime');
  const work = plan.laid === null ? [] : [{ from: presence.workStart, to: presence.workEnd }];
  return shared(asked, [own]).flatMap((part) => without(part, work));
}

function present(rule: OvertimeRule, day: OvertimeDayRule, presence: Presence): Interval[] {
  const { workStart, workEnd, firstIn, lastOut } = presence;
  const evening = lastOut === null ? [] : [{ from: workEnd + (day.startAfterMinutes ?? 0), to: lastOut }];
  return rule.earlyArrival === true && firstIn !== null
    ? [{ from: firstIn, to: workStart }, ...evening]
    : evening;
}

function recognised(
  day: OvertimeDayRule,
  approved: readonly Interval[],
  present: readonly Interval[],
): Interval[] {
  if (day.recognise === 'approval') return [...approved];
  if (day.recognise === 'punches') return [...present];
  if (day.recognise === 'approvedWithinPunches') return shared(approved, present);
  let left = totalMinutes(approved);
  return present.flatMap(({ from, to }) => {
    const until = Math.min(to, from + left);
    left -= Math.max(0, until - from);
    return until > from ? [{ from, to: until }] : [];
  });
}

/** The stretches of time around the day that are of one kind. */
function piecesOf({ outline, around }: DutyPlan, kind: DayKind): Interval[] {
  const [, before, after, after2] = around;
  const next = outline.zone.instantAt(outline.day + 2, 0);
  const days: readonly (readonly [DayKind, number, number])[] = [
    [before?.kind ?? outline.kind, -Infinity, outline.midnight],
    [outline.kind, outline.midnight, outline.nextMidnight],
    [after?.kind ?? outline.kind, outline.nextMidnight, next],
    [after2?.kind ?? outline.kind, next, Infinity],
  ];
  return days.flatMap(([own, from, to]) => (own === kind ? [{ from, to }] : []));
}

/** The rest windows of the rule on the days the work can reach. */
function restsOn({ outline: { zone, day } }: DutyPlan, rule: OvertimeDayRule): Interval[] {
  return (rule.restWindows ?? []).flatMap(({ from, to }) =>
    [-1, 0, 1, 2].map((shift) => ({
      from: zone.instantAt(day + shift, from),
      to: zone.instantAt(day + shift, to),
    })),
  );
}

function rounded(day: OvertimeDayRule, minutes: number): number {
  const byLength = day.restByLength;
  const net = byLength != null && minutes > byLength.overMinutes ? minutes - byLength.deductMinutes : minutes;
  if (net < (day.minimumMinutes ?? 1)) return 0;
  const step = day.stepMinutes ?? 1;
  const stepped = Math.floor(net / step) * step;
  return Math.min(stepped, day.dailyMaximumMinutes ?? stepped);
}

function findingOf(
  plan: DutyPlan,
  day: OvertimeDayRule,
  parts: readonly Interval[],
  minutes: number,
): Finding {
  const { outline, rule } = plan;
  const wall = (at: number): number => outline.zone.wallAt(at) - outline.day * 1440;
  const first = parts[0] as Interval;
  const last = parts[parts.length - 1] as Interval;
  const kind = minutes > 0 ? 'overtime' : 'overtime-not-counted';
  const basis = day.recognise === 'approval' ? 'approval' : 'punches';
  const finding = makeFinding(kind, minutes, null, rule?.id ?? null, rule?.version ?? null, basis);
  finding.because.expected = wall(first.from);
  finding.because.actual = wall(last.to);
  finding.because.measured = totalMinutes(parts);
  finding.because.limit = day.minimumMinutes ?? 1;
  finding.because.unit = day.stepMinutes ?? 1;
  return finding;
}
