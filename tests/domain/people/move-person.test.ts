import fc from 'fast-check';
import { movedFrom } from '@domain/people/move-person';
import { type Assignment, assignmentsOn, type Person } from '@domain/people/person';
import { addDays, localDateOf } from '@domain/time/local-date';

const day = (n: number) => addDays(localDateOf('2026-01-01'), n);
const held = (assignments: readonly Assignment[], n: number) =>
  assignmentsOn({ assignments } as Person, day(n)).map(({ main, departmentIds, postId }) => ({
    main,
    departmentIds,
    postId,
  }));
const joined: readonly Assignment[] = [
  { from: day(0), to: null, main: true, departmentIds: ['sales'], postId: 'clerk' },
];

it('a move on the 10th leaves the 9th alone, and a move back to the same place is one stretch again', () => {
  const moved = movedFrom(joined, day(10), { departmentIds: ['service'], postId: 'clerk' }, []);
  expect(moved).toEqual([
    { ...joined[0], to: day(9) },
    { from: day(10), to: null, main: true, departmentIds: ['service'], postId: 'clerk' },
  ]);
  expect(movedFrom(moved, day(10), { departmentIds: ['sales'], postId: 'clerk' }, [])).toEqual(joined);
});

it('a concurrent post stands beside the main one for its days, and does not cut it', () => {
  const more = movedFrom(joined, day(5), { departmentIds: ['sales'], postId: 'clerk' }, [
    { departmentIds: ['service'], postId: 'helper', to: day(8) },
  ]);
  expect(more).toHaveLength(2);
  expect(held(more, 4)).toHaveLength(1);
  expect(held(more, 5).map(({ postId }) => postId)).toEqual(['clerk', 'helper']);
  expect(held(more, 9)).toHaveLength(1);
});

const place = fc.record({
  departmentIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
  postId: fc.constantFrom('p', 'q', null),
});
const move = fc.record({
  from: fc.integer({ min: 0, max: 40 }),
  main: place,
  concurrent: fc.array(fc.record({ place, days: fc.option(fc.integer({ min: 0, max: 20 })) }), {
    maxLength: 2,
  }),
});

it('whatever moves come: the days before stay, from then on exactly the new ones hold, one of them main', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
      let assignments = joined;
      for (const { from, main, concurrent } of moves) {
        const places = concurrent.map(({ place: one, days }) => ({
          ...one,
          to: days === null ? null : day(from + days),
        }));
        const after = movedFrom(assignments, day(from), main, places);
        for (let n = 0; n < from; n += 1) expect(held(after, n)).toEqual(held(assignments, n));
        const wanted = (n: number) => [
          { ...main, main: true },
          ...places
            .filter(({ to }) => to === null || to >= day(n))
            .map(({ departmentIds, postId }) => ({ departmentIds, postId, main: false })),
        ];
        const sorted = (list: readonly object[]) =>
          list.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
        for (let n = from; n < 70; n += 3) expect(sorted(held(after, n))).toEqual(sorted(wanted(n)));
        assignments = after;
      }
    }),
  );
});
