import type { CompiledRule } from '../schedule/compiled-rule';
import type { DutyPlan } from '../schedule/day-outline';
import { workMinutesBetween } from '../schedule/laid-shift';
import type { LaidShift } from '../schedule/laid-shift';
import { MAX_SEGMENTS } from '../schedule/shift';
import type { Interval } from '../time/interval';
import type { Approval } from './approval';
import { CodeTape } from './code-tape';
import { BASES, FINDING_KINDS } from './finding';
import type { Basis, FindingKind } from './finding';
import type { Punch } from './punch';
import { NONE } from './none';
import { HEAD, NOTE, packed } from './day-codes';
import type { Carry } from './verdict';
import { dayNumber } from '../time/local-date';

const NO_COVER: readonly Interval[] = [];
const NO_PUNCHES: readonly Punch[] = [];
const NO_APPROVALS: readonly Approval[] = [];

const codes = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, code) => [name, code])) as Record<T, number>;

const KIND_CODE = codes(FINDING_KINDS);
const BASIS_CODE = codes(BASES);

/**
 * The sheet of paper a day is worked out on: the stages fill it in the order of docs/rules.md §4. One sheet is used
 * for day after day, and holds nothing but numbers, because a company's month is judged in one go. All times are
 * instant minutes, NONE where there is none; arrays have one slot a segment.
 */
export class Workings {
  plan!: DutyPlan;
  rule!: CompiledRule;
  laid!: LaidShift;
  punches: readonly Punch[] = NO_PUNCHES;
  approvals: readonly Approval[] = NO_APPROVALS;
  segments = 0;

  readonly ins = new Array<number>(MAX_SEGMENTS).fill(NONE);
  readonly outs = new Array<number>(MAX_SEGMENTS).fill(NONE);
  /** Which punch each card is, as an index into `punches`. */
  readonly inPunch = new Array<number>(MAX_SEGMENTS).fill(NONE);
  readonly outPunch = new Array<number>(MAX_SEGMENTS).fill(NONE);
  firstInReal = false;
  lastRealOut = NONE;

  /** Effective start and end of the day (S′, E′); NONE when unknown. */
  dueIn = NONE;
  dueOut = NONE;
  /** Early is measured to here: E′, or E when the shortfall counts as late. */
  earlyUntil = NONE;
  /** Minutes that join the first in card's lateness. */
  shortfall = 0;

  /** Joined cover, the part of it that is leave, and pairs [index of the approval, work minutes]. */
  cover = NO_COVER;
  leave = NO_COVER;
  readonly covers = new CodeTape(16);

  late = 0;
  lateCount = 0;
  early = 0;
  earlyCount = 0;
  readonly absent = new Array<number>(MAX_SEGMENTS).fill(0);
  absentCount = 0;
  /** Bit 2s: the in of segment s is missing; bit 2s + 1: its out. */
  missing = 0;
  pending = false;

  /** Runs of [kind of day, minutes, hundredths of the multiple, settlement]. */
  readonly overtime = new CodeTape(16);
  /** Where the day is written: its head at `start`, its findings as they are found from `notesAt` on. */
  tape!: CodeTape;
  start = 0;
  notesAt = 0;

  /** What the previous scheduled day left; carryDay is NONE when there is none. */
  carryDay = NONE;
  carryOut = NONE;
  carryEnd = NONE;
  carryOutClock = NONE;
  carryEndClock = NONE;

  /** A fresh sheet for a day with a shift; what is carried stays. */
  begin(tape: CodeTape, plan: DutyPlan, rule: CompiledRule, laid: LaidShift): void {
    const { ins, outs, inPunch, outPunch, absent } = this;
    const segments = laid.starts.length;
    this.plan = plan;
    this.rule = rule;
    this.laid = laid;
    this.segments = segments;
    this.#open(tape, 2 * segments);
    for (let i = 0; i < segments; i++) {
      ins[i] = NONE;
      outs[i] = NONE;
      inPunch[i] = NONE;
      outPunch[i] = NONE;
      absent[i] = 0;
    }
    this.firstInReal = false;
    this.lastRealOut = NONE;
    this.dueIn = NONE;
    this.dueOut = NONE;
    this.earlyUntil = NONE;
    this.shortfall = 0;
    if (this.cover !== NO_COVER) this.#dropCover();
    this.late = 0;
    this.lateCount = 0;
    this.early = 0;
    this.earlyCount = 0;
    this.absentCount = 0;
    this.missing = 0;
    this.pending = false;
    this.overtime.rewind();
  }

  /** A fresh sheet for a day without a shift. */
  beginIdle(tape: CodeTape, plan: DutyPlan, cards: number): void {
    this.plan = plan;
    this.segments = 0;
    this.#open(tape, cards);
    if (this.cover !== NO_COVER) this.#dropCover();
    this.overtime.rewind();
  }

  #open(tape: CodeTape, cards: number): void {
    this.tape = tape;
    this.start = tape.take(HEAD.size + cards);
    this.notesAt = tape.length;
  }

  #dropCover(): void {
    this.cover = NO_COVER;
    this.leave = NO_COVER;
    this.covers.rewind();
  }

  takeCarry(carry: Carry | null): void {
    this.carryDay = carry === null ? NONE : dayNumber(carry.dutyDate);
    this.carryOut = carry?.lastRealOut ?? NONE;
    this.carryEnd = carry?.effectiveEnd ?? NONE;
    this.carryOutClock = carry?.outClock ?? NONE;
    this.carryEndClock = carry?.endClock ?? NONE;
  }

  /** The wall clock of an instant, in minutes of the duty day; NONE stays NONE. */
  clock(at: number): number {
    if (at === NONE) return NONE;
    const { laid, outline } = this.plan;
    return laid !== null && laid.steady ? at - laid.midnight : outline.zone.wallAt(at) - outline.day * 1440;
  }

  /** Start of a segment as it counts today: only the day's first one can move. */
  startOf(segment: number): number {
    return segment === 0 ? this.dueIn : (this.laid.starts[segment] as number);
  }

  /** End of a segment as it counts today: only the day's last one can move. */
  endOf(segment: number): number {
    return segment === this.segments - 1 ? this.dueOut : (this.laid.ends[segment] as number);
  }

  /** Work minutes of [from, to) that no leave, outing or trip covers. Rests do not count. */
  openMinutes(from: number, to: number): number {
    const minutes = workMinutesBetween(this.laid.rests, from, to);
    return minutes > 0 && this.cover.length > 0
      ? minutes - this.coveredMinutes(from, to, this.cover)
      : minutes;
  }

  /** Work minutes of [from, to) inside a cover. */
  coveredMinutes(from: number, to: number, cover: readonly Interval[]): number {
    let minutes = 0;
    for (const part of cover)
      minutes += workMinutesBetween(this.laid.rests, Math.max(from, part.from), Math.min(to, part.to));
    return minutes;
  }

  absentMinutes(): number {
    let minutes = 0;
    for (let i = 0; i < this.segments; i++) minutes += this.absent[i] as number;
    return minutes;
  }

  /** Net minutes of a segment that no cover takes: no absence can be longer. */
  uncovered(segment: number): number {
    const net = this.laid.nets[segment] as number;
    if (this.cover.length === 0) return net;
    const { starts, ends } = this.laid;
    const covered = this.coveredMinutes(starts[segment] as number, ends[segment] as number, this.cover);
    return Math.max(0, net - covered);
  }

  /**
   * Writes a reason down: `expected` and `actual` are instants, `measured` the minutes that were compared with
   * `limit`. Returns where it stands, for `add`.
   */
  note(
    kind: FindingKind,
    minutes: number,
    segment: number,
    basis: Basis,
    expected: number,
    actual: number,
    measured: number,
    limit: number,
  ): number {
    const at = this.tape.take(NOTE.size);
    const { words } = this.tape;
    words[at + NOTE.code] = packed(KIND_CODE[kind], BASIS_CODE[basis], segment + 1);
    words[at + NOTE.minutes] = minutes;
    words[at + NOTE.expected] = this.clock(expected);
    words[at + NOTE.actual] = this.clock(actual);
    words[at + NOTE.measured] = measured;
    words[at + NOTE.limit] = limit;
    words[at + NOTE.unit] = NONE;
    words[at + NOTE.from] = NONE;
    return at;
  }

  /** Adds a number to the reason that stands at `at`. */
  add(at: number, field: 'expected' | 'actual' | 'unit' | 'from', value: number): void {
    this.tape.words[at + NOTE[field]] = value;
  }

  /** Says which row of late-out late-in the reason at `at` is about, counted from 1. */
  addRow(at: number, row: number): void {
    const { words } = this.tape;
    words[at + NOTE.code] = (words[at + NOTE.code] as number) | packed(0, 0, 0, row);
  }
}
