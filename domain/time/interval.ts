/** Half-open [from, to) in minutes; empty when to ≤ from. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Minutes that [a, b) and [from, to) share. */
export function overlap(a: number, b: number, from: number, to: number): number {
  const start = a > from ? a : from;
  const end = b < to ? b : to;
  return end > start ? end - start : 0;
}

/** The intervals sorted, empty ones dropped, touching and overlapping ones joined. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from || a.to - b.to);
  const result: Interval[] = [];
  for (const next of sorted) {
    const last = result[result.length - 1];
    if (last !== undefined && next.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else result.push(next);
  }
  return result;
}

/** What is left of [from, to) without the holes. `holes` need not be sorted or disjoint. */
export function without(whole: Interval, holes: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let from = whole.from;
  for (const hole of joined(holes)) {
    if (hole.to <= from) continue;
    if (hole.from >= whole.to) break;
    if (hole.from > from) left.push({ from, to: hole.from });
    from = hole.to;
  }
  if (from < whole.to) left.push({ from, to: whole.to });
  return left;
}

/** The parts two sets of intervals share, joined. */
export function shared(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const parts: Interval[] = [];
  for (const a of one)
    for (const b of other) parts.push({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });
  return joined(parts);
}

/** Sum of the lengths. */
export const totalMinutes = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
