import * as fc from 'fast-check';
import type { CellChange, PlannedDays, RosterMark } from '@domain/schedule/roster-cells';
import { changeCells, markOn, UNPLANNED, withMarks } from '@domain/schedule/roster-cells';
import { copySpan, daysIn, layCycle, repeatEarlier } from '@domain/schedule/roster-copy';
import type { RosterSurroundings } from '@domain/schedule/roster-edit';
import { refuseRosterEdit } from '@domain/schedule/roster-edit';
import { refuseSwap, type Swap, swapChanges, type SwapParty } from '@domain/schedule/roster-swap';
import { EMPTY_ROSTER, planDays } from '@domain/schedule/plan-day';
import type { LocalDate } from '@domain/time/local-date';
import { addDays } from '@domain/time/local-date';
import { bookOf, d, personOf, ruleOf, shiftOf } from './company';

const FIRST = d('2026-03-02');
const SPAN = { from: FIRST, to: addDays(FIRST, 9) };
const DAYS = daysIn(SPAN);
const SHIFTS = [
  shiftOf(),
  shiftOf({ id: 'night', name: '夜班' }, { in: 1320, out: 1860 }),
  shiftOf({ id: 'early', name: '早班' }, { in: 360, out: 840 }),
];
const RULE = ruleOf({ timetable: { system: 'roster', shiftIds: ['day', 'night', 'early'] } });
const BOOK = bookOf({ rules: [RULE], shifts: SHIFTS });

const around = (planned: PlannedDays, today = d('2026-03-01')): RosterSurroundings => ({
  book: BOOK,
  person: personOf(),
  roster: { ...EMPTY_ROSTER, planned },
  today,
  lockedMonths: new Set(),
});

const marks = fc.constantFrom<RosterMark>('day', 'night', 'early', null, UNPLANNED);
const days = fc.constantFrom(...DAYS);
const wishes = fc.uniqueArray(fc.record({ date: days, to: marks }), {
  selector: ({ date }) => date,
  maxLength: 10,
});
/** What somebody planned before, by the same rules: no two neighbours overlap. */
const rosters = wishes.map((wished) => painted(new Map(), wished));

function painted(
  planned: PlannedDays,
  wished: readonly { readonly date: LocalDate; readonly to: RosterMark }[],
): PlannedDays {
  return changeCells(around(planned), seen(planned, wished)).planned;
}

const seen = (
  planned: PlannedDays,
  wished: readonly { readonly date: LocalDate; readonly to: RosterMark }[],
): CellChange[] => wished.map(({ date, to }) => ({ date, from: markOn(planned, date), to }));

/** Two neighbouring duty days whose work overlaps. */
function overlapping(planned: PlannedDays): readonly LocalDate[] {
  const plans = planDays(
    BOOK,
    personOf(),
    { ...EMPTY_ROSTER, planned },
    addDays(FIRST, -2),
    addDays(FIRST, 12),
  );
  return plans.flatMap(({ laid, date }, i) => {
    const next = plans[i + 1]?.laid;
    const end = laid?.ends.at(-1) ?? -Infinity;
    return end > (next?.starts[0] ?? Infinity) ? [date] : [];
  });
}

const asObject = (planned: PlannedDays) => Object.fromEntries([...planned].sort());

test('whatever is painted, copied or laid as a cycle: no two days overlap, and each cell says what it was told', () => {
  fc.assert(
    fc.property(
      rosters,
      rosters,
      wishes,
      fc.array(marks, { maxLength: 5 }),
      (planned, other, wished, cycle) => {
        const edits = [
          seen(planned, wished),
          copySpan(other, planned, SPAN),
          repeatEarlier(planned, { from: addDays(FIRST, 7), to: SPAN.to }, 7),
          layCycle(cycle, planned, SPAN),
        ];
        for (const changes of edits) {
          const { planned: after, outcomes } = changeCells(around(planned), changes);
          expect(overlapping(after)).toEqual([]);
          expect(outcomes.map(({ change }) => change)).toEqual(changes);
          for (const { kind, change } of outcomes)
            expect(markOn(after, change.date)).toBe(
              kind === 'kept' ? change.to : markOn(planned, change.date),
            );
        }
      },
    ),
  );
});

test('a copy is the source: laid where nothing is in the way it leaves no difference', () => {
  fc.assert(
    fc.property(rosters, rosters, (source, target) => {
      expect(asObject(withMarks(target, copySpan(source, target, SPAN)))).toEqual(asObject(source));
      // A whole roster that holds takes the place of another without a refusal.
      expect(asObject(changeCells(around(target), copySpan(source, target, SPAN)).planned)).toEqual(
        asObject(source),
      );
    }),
  );
});

test('of two who paint side by side nobody loses a cell that was acknowledged', () => {
  fc.assert(
    fc.property(rosters, wishes, wishes, (planned, first, second) => {
      const one = changeCells(around(planned), seen(planned, first));
      // The second still sees the roster as it was before the first.
      const two = changeCells(around(one.planned), seen(planned, second));
      for (const { kind, change } of one.outcomes) {
        const rival = two.outcomes.find((outcome) => outcome.change.date === change.date);
        const now = markOn(two.planned, change.date);
        if (kind !== 'kept' || markOn(planned, change.date) === change.to) continue;
        expect(now).toBe(change.to);
        if (rival !== undefined && rival.change.to !== change.to)
          expect(rival).toMatchObject({ kind: expect.stringMatching(/taken|refused/) as string });
      }
    }),
  );
});

test('the same changes again change nothing', () => {
  fc.assert(
    fc.property(rosters, wishes, (planned, wished) => {
      const changes = seen(planned, wished);
      const once = changeCells(around(planned), changes);
      const kept = once.outcomes.filter(({ kind }) => kind === 'kept').map(({ change }) => change);
      const twice = changeCells(around(once.planned), kept);
      expect(asObject(twice.planned)).toEqual(asObject(once.planned));
      expect(twice.outcomes.every((outcome) => outcome.kind === 'kept' && !outcome.written)).toBe(true);
    }),
  );
});

describe('a swap', () => {
  const party = (planned: PlannedDays): SwapParty => ({ ...around(planned), isAway: () => false });
  const swaps = fc.record({ mine: days, theirs: days });
  const sides = fc.record({ asking: rosters, colleague: rosters });
  const applied = (swap: Swap, { asking, colleague }: { asking: PlannedDays; colleague: PlannedDays }) => {
    const changes = swapChanges(swap, { asking, colleague });
    return {
      asking: withMarks(asking, changes.asking),
      colleague: withMarks(colleague, changes.colleague),
    };
  };

  test('is its own inverse', () => {
    fc.assert(
      fc.property(swaps, sides, (swap, both) => {
        const back = applied(swap, applied(swap, both));
        expect(asObject(back.asking)).toEqual(asObject(both.asking));
        expect(asObject(back.colleague)).toEqual(asObject(both.colleague));
      }),
    );
  });

  test('that is not refused leaves two rosters that hold, with as many shifts as before', () => {
    fc.assert(
      fc.property(swaps, sides, (swap, both) => {
        if (refuseSwap(swap, { asking: party(both.asking), colleague: party(both.colleague) }) !== null)
          return;
        const after = applied(swap, both);
        for (const planned of [after.asking, after.colleague]) expect(overlapping(planned)).toEqual([]);
        const all = (one: typeof both) => [...one.asking.values(), ...one.colleague.values()].sort();
        expect(all(after)).toEqual(all(both));
      }),
    );
  });

  const early = new Map([[d('2026-03-05'), 'early' as string | null]]);
  const rest = new Map([[d('2026-03-05'), null as string | null]]);
  const night = new Map([
    [d('2026-03-04'), 'night' as string | null],
    [d('2026-03-05'), null],
  ]);
  const swap = { mine: d('2026-03-05'), theirs: d('2026-03-05') };
  const refusalOf = (asking: SwapParty, colleague: SwapParty) => refuseSwap(swap, { asking, colleague });

  test('says why it cannot be', () => {
    expect(refusalOf(party(early), party(rest))).toBeNull();
    expect(refusalOf(party(early), party(new Map()))).toMatchObject({
      code: 'swap.unscheduled',
      facts: { who: 'colleague', date: '2026-03-05' },
    });
    expect(refusalOf(party(early), party(early))).toMatchObject({ code: 'swap.same' });
    expect(refusalOf({ ...party(early), isAway: () => true }, party(rest))).toMatchObject({
      code: 'swap.on-leave',
      facts: { who: 'asking' },
    });
    expect(refusalOf(party(early), party(night))).toMatchObject({
      code: 'swap.cannot',
      facts: { who: 'colleague', because: { code: 'roster.overlap' } },
    });
    expect(refusalOf(party(early), { ...party(rest), today: d('2026-03-05') })).toMatchObject({
      code: 'swap.cannot',
      facts: { because: { code: 'roster.past' } },
    });
  });
});

test('what changeCells keeps, refuseRosterEdit would let pass too', () => {
  fc.assert(
    fc.property(rosters, wishes, (planned, wished) => {
      const { planned: after, outcomes } = changeCells(around(planned), seen(planned, wished));
      for (const outcome of outcomes)
        if (outcome.kind === 'kept' && outcome.written) {
          const { date, to } = outcome.change;
          const edit = { date, shiftId: to === UNPLANNED ? undefined : to };
          expect(refuseRosterEdit(around(after), edit)).toBeNull();
        }
    }),
  );
});
