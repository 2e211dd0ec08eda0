import type { DayOutline } from '../../schedule/day-outline';
import type { OvertimeDayRule, OvertimeRule } from '../../schedule/overtime-rule';
import { shared, totalMinutes, without } from '../../time/interval';
import type { Interval } from '../../time/interval';
import type { DayKind } from '../../time/workday-calendar';
import { NONE, WHOLE_DAY } from '../none';
import type { Workings } from '../workings';

export const DAY_KINDS: readonly DayKind[] = ['workday', 'restday', 'holiday'];
export const SETTLEMENTS: readonly OvertimeDayRule['settle'][] = ['compLeave', 'pay', 'choice'];

/**
 * Step 11 (docs/rules.md §15): overtime from E′, split where one kind of day ends and another begins.
 *
 * @param workStart,workEnd the day's own work [S′, E′]; on a day off both are the first in
 * @param firstIn the first in, when minutes before the work may count; else NONE
 * @param lastOut the last out, or NONE
 */
export function judgeOvertime(
  w: Workings,
  workStart: number,
  workEnd: number,
  firstIn: number,
  lastOut: number,
): void {
  const { outline } = w.plan;
  const rule = outline.overtime;
  if (rule === null) return;
  const evening = lastOut > workEnd;
  const morning = rule.earlyArrival === true && firstIn !== NONE && firstIn < workStart;
  const asked = w.approvals.length > 0 && w.approvals.some(({ kind }) => kind === 'overtime');
  if (asked || morning) judgeAnyOvertime(w, rule, workStart, workEnd, morning ? firstIn : NONE, lastOut);
  else if (evening) judgeEvening(w, rule, workEnd, lastOut);
}

/** The everyday case: nothing was applied for, somebody simply stayed. Splits at midnights only where kinds differ. */
function judgeEvening(w: Workings, rule: OvertimeRule, workEnd: number, lastOut: number): void {
  const { outline } = w.plan;
  const kind = kindAt(w, workEnd);
  const day = rule.days[kind];
  const alone = lastOut <= outline.nextMidnight || workEnd >= outline.nextMidnight;
  if (!alone || day?.restWindows !== undefined) judgeAnyOvertime(w, rule, workEnd, workEnd, NONE, lastOut);
  else if (day !== undefined && day.recognise === 'punches') {
    const from = workEnd + (day.startAfterMinutes ?? 0);
    if (lastOut > from) book(w, kind, day, from, lastOut, lastOut - from, false);
  }
}

const kindAt = ({ plan: { outline, around } }: Workings, at: number): DayKind =>
  at < outline.nextMidnight ? outline.kind : (around[2]?.kind ?? outline.kind);

function judgeAnyOvertime(
  w: Workings,
  rule: OvertimeRule,
  workStart: number,
  workEnd: number,
  firstIn: number,
  lastOut: number,
): void {
  const approved = approvedIn(w, workStart, workEnd);
  for (const kind of DAY_KINDS) {
    const day = rule.days[kind];
    if (day === undefined) continue;
    const pieces = piecesOf(w, kind);
    const present: Interval[] = [];
    if (firstIn !== NONE) present.push({ from: firstIn, to: workStart });
    if (lastOut !== NONE) present.push({ from: workEnd + (day.startAfterMinutes ?? 0), to: lastOut });
    const counted = recognised(day, shared(approved, pieces), shared(present, pieces));
    const holes = restsOn(w.plan.outline, day);
    const working = counted.flatMap((part) => without(part, holes));
    const last = working[working.length - 1];
    if (working[0] !== undefined && last !== undefined)
      book(w, kind, day, working[0].from, last.to, totalMinutes(working), approved.length > 0);
  }
}

/** Approved overtime that is this day's: before the next day opens, and outside the work itself. */
function approvedIn({ plan, approvals }: Workings, workStart: number, workEnd: number): Interval[] {
  const own = { from: Math.ceil(plan.open2 / 2), to: Math.ceil(plan.nextOpen2 / 2) };
  const asked = approvals.filter(({ kind }) => kind === 'overtime');
  const work = plan.laid === null || workStart === NONE ? [] : [{ from: workStart, to: workEnd }];
  return shared(asked, [own]).flatMap((part) => without(part, work));
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
function piecesOf({ plan: { outline, around } }: Workings, kind: DayKind): Interval[] {
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
const restsOn = ({ zone, day }: DayOutline, rule: OvertimeDayRule): Interval[] =>
  (rule.restWindows ?? []).flatMap(({ from, to }) =>
    [-1, 0, 1, 2].map((offset) => ({
      from: zone.instantAt(day + offset, from),
      to: zone.instantAt(day + offset, to),
    })),
  );

/** Deducts, rounds and caps; writes what is left, and why, or why nothing is when something was asked for. */
function book(
  w: Workings,
  kind: DayKind,
  day: OvertimeDayRule,
  from: number,
  to: number,
  measured: number,
  asked: boolean,
): void {
  const minutes = rounded(day, measured);
  if (minutes === 0 && !asked) return;
  const basis = day.recognise === 'approval' ? 'approval' : 'punches';
  const said = minutes > 0 ? 'overtime' : 'overtime-not-counted';
  w.add(
    w.note(said, minutes, WHOLE_DAY, basis, from, to, measured, day.minimumMinutes ?? 1),
    'unit',
    day.stepMinutes ?? 1,
  );
  if (minutes === 0) return;
  const at = w.overtime.take(4);
  w.overtime.words[at] = DAY_KINDS.indexOf(kind);
  w.overtime.words[at + 1] = minutes;
  w.overtime.words[at + 2] = Math.round(day.multiple * 100);
  w.overtime.words[at + 3] = SETTLEMENTS.indexOf(day.settle);
}

function rounded(day: OvertimeDayRule, minutes: number): number {
  const byLength = day.restByLength;
  const net = byLength != null && minutes > byLength.overMinutes ? minutes - byLength.deductMinutes : minutes;
  if (net < (day.minimumMinutes ?? 1)) return 0;
  const step = day.stepMinutes ?? 1;
  const stepped = net - (net % step);
  return Math.min(stepped, day.dailyMaximumMinutes ?? stepped);
}
