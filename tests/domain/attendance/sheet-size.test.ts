import { evaluateDay } from '@domain/attendance/evaluate-day';
import type { Punch } from '@domain/attendance/punch';
import { storeVerdict } from '@domain/attendance/stored-verdict';
import type { Carry } from '@domain/attendance/verdict';
import { EMPTY_ROSTER, planDays, plansFromReferences, referenceOf } from '@domain/schedule/plan-day';
import { addDays, dayNumber } from '@domain/time/local-date';
import { SHANGHAI, bookOf, d, personOf, ruleOf, shiftOf } from '../schedule/company';

const SHOP = shiftOf({ id: 'shop' }, { in: 540, out: 720 }, { in: 780, out: 1080 });
const RULE = ruleOf({
  timetable: { system: 'standard', shiftId: 'shop', workdays: [1, 2, 3, 4, 5, 6] },
  lateInLateOut: { mode: 'elastic', capMinutes: 30 },
  lateOutLateIn: { rows: [{ mode: 'fixed', afterMinutes: 30, lateMinutes: 30 }] },
  allowedLateMinutes: 5,
});

/** Late every morning and from every lunch, six days a week, each evening long: more findings than anybody has. */
function busyMonth() {
  const book = bookOf({ rules: [RULE], shifts: [SHOP] });
  const plans = planDays(book, personOf(), EMPTY_ROSTER, d('2026-03-01'), d('2026-03-31'));
  const punches = plans.flatMap(({ laid, day }): Punch[] =>
    laid === null
      ? []
      : [615, 715, 790, 1140].map((minute, i) => ({
          id: `${day.toString(36)}${i}7f3kq2`,
          minute: SHANGHAI.instantAt(day, minute),
          kind: i % 2 === 0 ? 'in' : 'out',
          source: 'button',
        })),
  );
  let carry: Carry | null = null;
  const days = plans.map((plan) => {
    const verdict = evaluateDay(plan, punches, [], carry);
    carry = verdict.carryOut;
    const own = punches.filter(({ minute }) => SHANGHAI.dayAt(minute) === plan.day);
    return {
      plan: referenceOf(plan),
      punches: own,
      findings: verdict.findings,
      verdict: storeVerdict(verdict, own),
    };
  });
  return { book, plans, days };
}

test('a month of the busiest person, with plans, punches and verdicts, fits in 16 KB when its days are packed', () => {
  const { days } = busyMonth();
  expect(days.filter(({ findings }) => findings.length >= 4).length).toBeGreaterThan(20);
  // What a sheet's day holds, under whatever names: the plan as references, the punches, the verdict as codes.
  const packed = days.map(({ plan, punches, verdict }) => [
    Object.values(plan),
    punches.map(({ id, minute, kind, source }) => [id, minute, kind, source]),
    verdict,
  ]);
  const bytes = Buffer.byteLength(JSON.stringify(packed));
  expect(bytes).toBeLessThanOrEqual(16 * 1024);
});

test('plans made again from their references are the plans', () => {
  const { book, plans } = busyMonth();
  const wide = planDays(
    book,
    personOf(),
    EMPTY_ROSTER,
    addDays(d('2026-03-01'), -2),
    addDays(d('2026-03-31'), 2),
  );
  const again = plansFromReferences(book, wide.map(referenceOf));
  expect(again.map(({ date, open2, close2 }) => [date, open2, close2])).toEqual(
    plans.map(({ date, open2, close2 }) => [date, open2, close2]),
  );
});

test('a past day keeps the versions that judged it, whatever came later', () => {
  const { plans } = busyMonth();
  const later = ruleOf({ ...RULE, version: 2, effectiveFrom: d('2026-03-01'), allowedLateMinutes: 120 });
  const book = bookOf({ rules: [RULE, later], shifts: [SHOP] });
  const before = plansFromReferences(book, plans.map(referenceOf));
  expect(new Set(before.map(({ rule }) => rule?.version))).toEqual(new Set([1]));
  expect(dayNumber(before[0]?.date ?? d('2026-03-01'))).toBe(plans[2]?.day);
});

test('a reference to a version nobody has is judged by nothing', () => {
  const { book, plans } = busyMonth();
  const lost = plans.map((plan) => ({ ...referenceOf(plan), ruleVersion: 9 }));
  expect(new Set(plansFromReferences(book, lost).map(({ state }) => state))).toEqual(new Set(['no-rule']));
});
