import { overlap } from '../time/interval';
import { dateOfDayNumber } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { Zone } from '../time/zone';
import { nominalSegments, restMinutesOf } from './shift';
import type { Shift } from './shift';

/**
 * A shift laid on a date in a zone: every edge an instant minute (docs/rules.md §9). Flat arrays, because one of
 * these serves everybody who works the shift that day.
 */
export interface LaidShift {
  readonly shift: Shift;
  readonly flexible: boolean;
  readonly date: LocalDate;
  readonly day: number;
  readonly zone: Zone;
  /** Instant of wall clock 00:00; valid as a base for wall clocks only while `steady`. */
  readonly midnight: number;
  /** No clock change anywhere near this day. */
  readonly steady: boolean;
  /** Elapsed minutes less what the wall clock shows between start and end: -60 on a spring night. */
  readonly clockChange: number;
  /** Segment edges. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Flat pairs [from, to, from, to …], ascending, none empty. */
  readonly rests: readonly number[];
  /** Work minutes of each segment, and of the day. */
  readonly nets: readonly number[];
  readonly net: number;
  /** The cards the day needs, in order: segment, and in or out. Free cards are left out. */
  readonly cardSegment: readonly number[];
  readonly cardIsOut: readonly boolean[];
  readonly edges: readonly number[];
  /** Twice the exact midpoint between each two neighbouring cards: a punch on it belongs to the later. */
  readonly cuts2: readonly number[];
  /** Flat pairs [first minute, last minute], one a card; null when midpoints decide. */
  readonly windows: readonly number[] | null;
  readonly freeIn: readonly boolean[];
  readonly freeOut: readonly boolean[];
  /** Flexible time only: latest sign-in, and required + rest minutes. */
  readonly latestIn: number;
  readonly span: number;
}

/** Lays a shift on a local date. Edges become instants first; every later sum is on instants. */
export function layShift(shift: Shift, zone: Zone, day: number): LaidShift {
  const at = (minute: number): number => zone.instantAt(day, minute);
  const segments = nominalSegments(shift);
  const starts = segments.map((segment) => at(segment.in));
  const ends = segments.map((segment) => at(segment.out));
  const rests = shift.rests
    .map((rest) => [at(rest.from), at(rest.to)] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0])
    .flat();
  const flexible = shift.kind === 'flexible';
  const nets = flexible
    ? [shift.requiredMinutes]
    : starts.map((start, i) => workMinutesBetween(rests, start, ends[i] ?? start));
  const cards = segments.flatMap((segment, i) => [
    ...(segment.freeIn === true
      ? []
      : [{ segment: i, out: false, edge: starts[i] ?? 0, window: segment.inWindow }]),
    ...(segment.freeOut === true
      ? []
      : [{ segment: i, out: true, edge: ends[i] ?? 0, window: segment.outWindow }]),
  ]);
  const edges = cards.map(({ edge }) => edge);
  const windows = cards.flatMap(({ window }) => (window ? [at(window.from), at(window.to)] : []));
  const midnight = at(0);
  const first = segments[0];
  const last = segments[segments.length - 1];
  const elapsed = (ends[ends.length - 1] ?? 0) - (starts[0] ?? 0);
  return {
    shift,
    flexible,
    date: dateOfDayNumber(day),
    day,
    zone,
    midnight,
    steady: zone.offsetAt(midnight - 1440) === zone.offsetAt(midnight + 4 * 1440),
    clockChange: first && last ? elapsed - (last.out - first.in) : 0,
    starts,
    ends,
    rests,
    nets,
    net: nets.reduce((sum, minutes) => sum + minutes, 0),
    cardSegment: cards.map(({ segment }) => segment),
    cardIsOut: cards.map(({ out }) => out),
    edges,
    cuts2: edges.slice(1).map((edge, i) => edge + (edges[i] ?? edge)),
    windows: windows.length === 2 * cards.length && cards.length > 0 ? windows : null,
    freeIn: segments.map((segment) => segment.freeIn === true),
    freeOut: segments.map((segment) => segment.freeOut === true),
    latestIn: flexible ? at(shift.latestIn) : 0,
    span: flexible ? shift.requiredMinutes + restMinutesOf(shift) : 0,
  };
}

/** Minutes of [from, to) outside the rests. */
export function workMinutesBetween(rests: readonly number[], from: number, to: number): number {
  if (to <= from) return 0;
  let minutes = to - from;
  for (let i = 0; i < rests.length; i += 2)
    minutes -= overlap(from, to, rests[i] as number, rests[i + 1] as number);
  return minutes;
}

/** Wall-clock minutes from the duty date's midnight, for showing: 09:30 is 570, 次日06:00 is 1800. */
export const wallMinute = (laid: LaidShift, at: number): number =>
  laid.steady ? at - laid.midnight : laid.zone.wallAt(at) - laid.day * 1440;
