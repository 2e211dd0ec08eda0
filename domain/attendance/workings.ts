import type { Interval } from '../time/interval';
import { wallMinute, workMinutesBetween } from '../schedule/laid-shift';
import type { CompiledRule } from '../schedule/compiled-rule';
import type { DutyPlan } from '../schedule/day-outline';
import type { LaidShift } from '../schedule/laid-shift';
import { makeFinding } from './finding';
import type { Basis, Because, Finding, FindingKind } from './finding';
import type { CoverPart } from './verdict';

/** No punch, no time: an instant minute before every date that can be written. */
export const NONE = -(2 ** 30);

/**
 * The sheet of paper a day is worked out on: the stages fill it in the order of docs/rules.md §4. All times are
 * instant minutes, NONE where there is none; arrays have one slot a segment.
 */
export interface Workings {
  readonly plan: DutyPlan;
  readonly rule: CompiledRule;
  readonly laid: LaidShift;
  readonly ins: number[];
  readonly outs: number[];
  readonly inPunch: (string | null)[];
  readonly outPunch: (string | null)[];
  firstInReal: boolean;
  lastRealOut: number;
  /** Effective start and end of the day (S′, E′); NONE when unknown. */
  dueIn: number;
  dueOut: number;
  /** Early is measured to here: E′, or E when the shortfall counts as late. */
  earlyUntil: number;
  /** Minutes that join the first in card's lateness. */
  shortfall: number;
  /** Joined cover, and the parts of it for the verdict. */
  cover: readonly Interval[];
  /** The part of it that is leave. */
  leave: readonly Interval[];
  covers: CoverPart[];
  late: number;
  lateCount: number;
  early: number;
  earlyCount: number;
  /** Absence of each segment. */
  readonly absent: number[];
  absentCount: number;
  findings: Finding[];
}

const NO_COVER: readonly Interval[] = [];
const NO_PARTS: CoverPart[] = [];
const NO_FINDINGS: Finding[] = [];

export function startWorkings(plan: DutyPlan, rule: CompiledRule, laid: LaidShift): Workings {
  const n = laid.starts.length;
  const ins: number[] = [];
  const outs: number[] = [];
  const inPunch: (string | null)[] = [];
  const outPunch: (string | null)[] = [];
  const absent: number[] = [];
  for (let i = 0; i < n; i++) {
    ins.push(NONE);
    outs.push(NONE);
    inPunch.push(null);
    outPunch.push(null);
    absent.push(0);
  }
  return {
    plan,
    rule,
    laid,
    ins,
    outs,
    inPunch,
    outPunch,
    firstInReal: false,
    lastRealOut: NONE,
    dueIn: NONE,
    dueOut: NONE,
    earlyUntil: NONE,
    shortfall: 0,
    cover: NO_COVER,
    leave: NO_COVER,
    covers: NO_PARTS,
    late: 0,
    lateCount: 0,
    early: 0,
    earlyCount: 0,
    absent,
    absentCount: 0,
    findings: NO_FINDINGS,
  };
}

/** Start of a segment as it counts today: only the day's first one can move. */
export const startOf = (w: Workings, segment: number): number =>
  segment === 0 ? w.dueIn : (w.laid.starts[segment] as number);

/** End of a segment as it counts today: only the day's last one can move. */
export const endOf = (w: Workings, segment: number): number =>
  segment === w.laid.ends.length - 1 ? w.dueOut : (w.laid.ends[segment] as number);

/** Work minutes of [from, to) that no leave, outing or trip covers. Rests do not count. */
export function openMinutes(w: Workings, from: number, to: number): number {
  let minutes = workMinutesBetween(w.laid.rests, from, to);
  if (minutes > 0 && w.cover.length > 0) minutes -= coveredMinutes(w, from, to);
  return minutes;
}

/** Work minutes of [from, to) that are covered; by default by leave, outing or trip. */
export function coveredMinutes(w: Workings, from: number, to: number, cover = w.cover): number {
  let minutes = 0;
  for (const part of cover)
    minutes += workMinutesBetween(w.laid.rests, Math.max(from, part.from), Math.min(to, part.to));
  return minutes;
}

/** Net minutes of a segment that no cover takes: no absence can be longer. */
export function uncovered(w: Workings, segment: number): number {
  const net = w.laid.nets[segment] as number;
  if (w.cover.length === 0) return net;
  const { starts, ends } = w.laid;
  return Math.max(0, net - coveredMinutes(w, starts[segment] as number, ends[segment] as number));
}

export const clockOrNull = (w: Workings, at: number): number | null =>
  at === NONE ? null : wallMinute(w.laid, at);

/** Writes a reason down; the caller adds what else its sentence needs. */
export function note(
  w: Workings,
  kind: FindingKind,
  minutes: number,
  segment: number | null,
  basis: Basis,
  expected: number,
  actual: number,
  measured: number | null,
  limit: number | null,
): Because {
  const finding = makeFinding(kind, minutes, segment, w.rule.id, w.rule.version, basis);
  const { because } = finding;
  because.expected = clockOrNull(w, expected);
  because.actual = clockOrNull(w, actual);
  because.measured = measured;
  because.limit = limit;
  if (w.findings === NO_FINDINGS) w.findings = [finding];
  else w.findings.push(finding);
  return because;
}
