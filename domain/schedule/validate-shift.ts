import { LAST_WORK_MINUTE } from '../time/work-minute';
import { problem, under } from './problem';
import type { Problem } from './problem';
import { MAX_RESTS, MAX_SEGMENTS, nominalSegments } from './shift';
import type { FixedShift, FlexibleShift, Rest, Segment, Shift, Window } from './shift';

const DAY = 1440;

/** Everything that keeps a shift from being saved (docs/rules.md §0, §7, §20). */
export function validateShift(shift: Shift): Problem[] {
  const shape = shift.kind === 'fixed' ? segmentProblems(shift) : flexibleProblems(shift);
  if (shape.length > 0) return shape;
  const segments = nominalSegments(shift);
  return [...restProblems(shift.rests, segments), ...cardWindowProblems(segments, shift.kind)];
}

const minuteProblems = (field: string, minute: number): Problem[] =>
  Number.isInteger(minute) && minute >= 0 && minute <= LAST_WORK_MINUTE
    ? []
    : [problem(field, 'shift.not-a-minute', { value: String(minute) })];

function segmentProblems({ segments }: FixedShift): Problem[] {
  if (segments.length === 0) return [problem('segments', 'shift.no-segments')];
  if (segments.length > MAX_SEGMENTS)
    return [problem('segments', 'shift.too-many-segments', { limit: MAX_SEGMENTS })];
  const found = segments.flatMap((segment, i) =>
    under(`segments[${i}]`, [
      ...minuteProblems('in', segment.in),
      ...minuteProblems('out', segment.out),
      ...(segment.out > segment.in ? [] : [problem('out', 'shift.ends-before-it-begins')]),
      ...((segments[i - 1]?.out ?? 0) > segment.in ? [problem('in', 'shift.segments-cross')] : []),
    ]),
  );
  const first = segments[0] as Segment;
  const last = segments[segments.length - 1] as Segment;
  if (first.in >= DAY) found.push(problem('segments[0].in', 'shift.starts-next-day'));
  if (last.out - first.in > DAY)
    found.push(problem(`segments[${segments.length - 1}].out`, 'shift.longer-than-a-day'));
  return found;
}

function flexibleProblems(shift: FlexibleShift): Problem[] {
  const { earliestIn, latestIn, requiredMinutes } = shift;
  const found = [...minuteProblems('earliestIn', earliestIn), ...minuteProblems('latestIn', latestIn)];
  if (!Number.isInteger(requiredMinutes) || requiredMinutes < 1 || requiredMinutes > DAY)
    found.push(problem('requiredMinutes', 'shift.required-minutes'));
  if (latestIn < earliestIn) found.push(problem('latestIn', 'shift.latest-before-earliest'));
  if (earliestIn >= DAY) found.push(problem('earliestIn', 'shift.starts-next-day'));
  const out = nominalSegments(shift)[0]?.out ?? 0;
  if (out > LAST_WORK_MINUTE || out - earliestIn > DAY)
    found.push(problem('requiredMinutes', 'shift.longer-than-a-day'));
  return found;
}

function restProblems(rests: readonly Rest[], segments: readonly Segment[]): Problem[] {
  if (rests.length > MAX_RESTS) return [problem('rests', 'shift.too-many-rests', { limit: MAX_RESTS })];
  const found: Problem[] = [];
  rests.forEach((rest, i) => {
    const field = `rests[${i}]`;
    found.push(...under(field, [...minuteProblems('from', rest.from), ...minuteProblems('to', rest.to)]));
    if (rest.to <= rest.from) found.push(problem(`${field}.to`, 'shift.ends-before-it-begins'));
    else if (!segments.some((segment) => rest.from >= segment.in && rest.to <= segment.out))
      found.push(problem(field, 'shift.rest-outside-segment'));
    if (rests.slice(0, i).some((other) => rest.from < other.to && other.from < rest.to))
      found.push(problem(field, 'shift.rests-cross'));
  });
  return found;
}

interface CardWindow {
  readonly field: string;
  readonly edge: number;
  readonly window: Window | undefined;
}

/** A whole minute between the day before the duty date and the day after its next: windows may reach so far. */
const isNearby = (minute: number): boolean => Number.isInteger(minute) && minute >= -DAY && minute < 3 * DAY;

function cardWindowProblems(segments: readonly Segment[], kind: Shift['kind']): Problem[] {
  const cards = segments.flatMap((segment, i): CardWindow[] => {
    const prefix = kind === 'fixed' ? `segments[${i}].` : '';
    return [
      ...(segment.freeIn === true
        ? []
        : [{ field: `${prefix}inWindow`, edge: segment.in, window: segment.inWindow }]),
      ...(segment.freeOut === true
        ? []
        : [{ field: `${prefix}outWindow`, edge: segment.out, window: segment.outWindow }]),
    ];
  });
  if (cards.every(({ window }) => window === undefined)) return [];
  const found: Problem[] = [];
  let previous = -Infinity;
  for (const { field, edge, window } of cards) {
    if (window === undefined) {
      found.push(problem(field, 'shift.windows-incomplete'));
      continue;
    }
    if (!isNearby(window.from) || !isNearby(window.to) || window.to < window.from)
      found.push(problem(field, 'shift.ends-before-it-begins'));
    else if (kind === 'fixed' && (edge < window.from || edge > window.to))
      found.push(problem(field, 'shift.window-misses-its-card'));
    if (window.from <= previous) found.push(problem(field, 'shift.windows-cross'));
    previous = window.to;
  }
  const first = cards[0]?.window;
  const last = cards[cards.length - 1];
  if (first && last?.window && last.window.to >= first.from + DAY)
    found.push(problem(last.field, 'shift.windows-cross'));
  return found;
}
