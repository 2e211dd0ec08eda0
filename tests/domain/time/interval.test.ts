import fc from 'fast-check';
import { joined, overlap, shared, totalMinutes, without } from '@domain/time/interval';
import type { Interval } from '@domain/time/interval';

const LENGTH = 40;
const interval = fc
  .tuple(fc.nat({ max: LENGTH }), fc.nat({ max: LENGTH }))
  .map(([from, to]): Interval => ({ from, to }));
const intervals = fc.array(interval, { maxLength: 6 });

/** The minutes of a set of intervals, one by one. */
const minutesOf = (set: readonly Interval[]): number[] =>
  Array.from({ length: LENGTH + 1 }, (_, at) => at).filter((at) =>
    set.some(({ from, to }) => at >= from && at < to),
  );

test('joined intervals hold the same minutes, in order and apart', () => {
  fc.assert(
    fc.property(intervals, (set) => {
      const result = joined(set);
      expect(minutesOf(result)).toEqual(minutesOf(set));
      expect(totalMinutes(result)).toBe(minutesOf(set).length);
      result.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThan(result[i]?.to ?? Infinity));
    }),
  );
});

test('what is left without holes, and what is shared, are the minutes one would count', () => {
  fc.assert(
    fc.property(interval, intervals, (whole, others) => {
      const holes = new Set(minutesOf(others));
      expect(minutesOf(without(whole, others))).toEqual(minutesOf([whole]).filter((at) => !holes.has(at)));
      expect(minutesOf(shared([whole], others))).toEqual(minutesOf([whole]).filter((at) => holes.has(at)));
      expect(totalMinutes(without(whole, others)) + totalMinutes(shared([whole], others))).toBe(
        totalMinutes([whole]),
      );
    }),
  );
});

test('an overlap is the number of minutes two intervals share', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      expect(overlap(a.from, a.to, b.from, b.to)).toBe(totalMinutes(shared([a], [b])));
    }),
  );
});
