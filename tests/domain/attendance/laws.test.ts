import fc from 'fast-check';
import { CodeTape } from '@domain/attendance/code-tape';
import { evaluateDay } from '@domain/attendance/evaluate-day';
import { PeopleJudge, verdictsOf } from '@domain/attendance/judge-people';
import { restoreVerdict, storeVerdict } from '@domain/attendance/stored-verdict';
import type { StoredVerdict } from '@domain/attendance/stored-verdict';
import { addSummaries, summariseMonth } from '@domain/attendance/summarise-month';
import type { Carry, Verdict } from '@domain/attendance/verdict';
import { belongsTo } from '@domain/attendance/stages/place-punches';
import { referenceOf } from '@domain/schedule/plan-day';
import { workMinutesBetween } from '@domain/schedule/laid-shift';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { InstantMinute } from '@domain/time/instant';
import { addDays, localDateOf } from '@domain/time/local-date';
import type { LocalDate } from '@domain/time/local-date';
import { judgeDays, plansOf } from './judge-days';
import { setCompany, wildCompany } from './wild-company';
import type { WildCompany } from './wild-company';

const MONDAY = localDateOf('2026-03-02');
const HOME = 'Asia/Shanghai';
const RUNS = { numRuns: 150 };

/** Without allowances, thresholds and joined shortfalls minutes are what they measure. */
const plainly = (company: WildCompany): WildCompany => ({
  ...company,
  rule: { ...company.rule, allowedLateMinutes: 0, allowedEarlyMinutes: 0 },
  settings: { ...company.settings, absenceOn: false, shortfallAs: 'early', leaveOutOfWorked: false },
});

describe('laws of judging', () => {
  test('the order of punches does not matter', () => {
    fc.assert(
      fc.property(wildCompany, fc.infiniteStream(fc.nat()), (company, dice) => {
        const set = setCompany(company, MONDAY, HOME);
        const mixed = set.punches
          .map((punch) => ({ punch, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ punch }) => punch);
        expect(judgeDays(set, mixed).map(withoutIds)).toEqual(judgeDays(set).map(withoutIds));
      }),
      RUNS,
    );
  });

  test('late, worked, early and covered minutes partition the plan, minute by minute', () => {
    fc.assert(
      fc.property(wildCompany, (company) => {
        const set = setCompany(plainly(company), MONDAY, HOME);
        const verdicts = judgeDays(set);
        plansOf(set).forEach((plan, i) => {
          const verdict = verdicts[i] as Verdict;
          if (plan.laid === null || verdict.missing.length > 0 || verdict.dueIn === null) return;
          if (verdict.cards.every((card) => card === null)) return;
          const counted = countMinutes(plan, verdict, set.approvals);
          expect({
            late: verdict.lateMinutes,
            early: verdict.earlyMinutes,
            worked: verdict.workedMinutes,
          }).toEqual(counted);
        });
      }),
      RUNS,
    );
  });

  test('fourteen days later everything is the same but the dates', () => {
    fc.assert(
      fc.property(wildCompany, (company) => {
        const later = judgeDays(setCompany(company, addDays(MONDAY, 14), HOME));
        const moved = judgeDays(setCompany(company, MONDAY, HOME)).map((verdict) => movedBy(verdict, 14));
        expect(later).toEqual(moved);
      }),
      RUNS,
    );
  });

  test('the same wall clock gives the same verdict in every zone without a transition', () => {
    fc.assert(
      fc.property(
        wildCompany,
        fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Honolulu', 'Pacific/Kiritimati'),
        (company, zone) => {
          const there = judgeDays(setCompany(company, MONDAY, zone)).map(withoutZone);
          expect(there).toEqual(judgeDays(setCompany(company, MONDAY, HOME)).map(withoutZone));
        },
      ),
      RUNS,
    );
  });

  test('more elastic flex never means more late plus early minutes', () => {
    const caps = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(wildCompany, caps, fc.integer({ min: 0, max: 120 }), (company, [cap, more], lateOut) => {
        const withCap = (capMinutes: number) =>
          setCompany(
            {
              ...plainly(company),
              rule: elasticRule(company, capMinutes),
              settings: { shortfallAs: 'early' },
            },
            MONDAY,
            HOME,
          );
        const [less, most] = [withCap(cap), withCap(cap + more)].map((set) =>
          plansOf(set).map((plan) => {
            const { lateMinutes, earlyMinutes } = evaluateDay(plan, set.punches, [], carryOf(plan, lateOut));
            return lateMinutes + earlyMinutes;
          }),
        ) as [number[], number[]];
        plansOf(withCap(cap)).forEach((plan, i) => {
          // A rest at the very start makes a minute of flex worth less than a minute of lateness.
          const rests = plan.laid?.rests.length ?? 0;
          if (rests === 0 && plan.laid?.starts.length === 1)
            expect(most[i] as number).toBeLessThanOrEqual(less[i] as number);
        });
      }),
      RUNS,
    );
  });

  test('a month is the sum of its days, wherever it is cut', () => {
    fc.assert(
      fc.property(wildCompany, fc.nat({ max: 10 }), (company, cut) => {
        const days = judgeDays(setCompany(company, MONDAY, HOME));
        const whole = summariseMonth(days);
        expect(addSummaries(summariseMonth(days.slice(0, cut)), summariseMonth(days.slice(cut)))).toEqual(
          whole,
        );
        const oneByOne = days.map((day) => summariseMonth([day])).reduce(addSummaries, summariseMonth([]));
        expect(oneByOne).toEqual(whole);
      }),
      RUNS,
    );
  });

  test('judging twice gives the same, whatever was judged in between', () => {
    fc.assert(
      fc.property(wildCompany, wildCompany, (company, other) => {
        const set = setCompany(company, MONDAY, HOME);
        const once = judgeDays(set);
        judgeDays(setCompany(other, MONDAY, 'America/New_York'));
        expect(judgeDays(set)).toEqual(once);
      }),
      RUNS,
    );
  });

  test('a whole month on the tape reads as the days judged one by one', () => {
    fc.assert(
      fc.property(wildCompany, (company) => {
        const set = setCompany(company, MONDAY, HOME);
        const punches = [...set.punches].sort((a, b) => a.minute - b.minute);
        const requests = set.approvals.map(({ kind, type, from, to }) => ({
          kind,
          type: {
            id: type,
            name: type,
            unit: 'minute',
            minimumUnits: 0,
            days: 'working',
            hasBalance: false,
          } as const,
          span: { kind: 'time', from, to } as const,
        }));
        const judge = new PeopleJudge(set.book, set.from, set.to, null);
        const month = judge.judge(
          { person: set.person, roster: set.roster, requests, punches },
          new CodeTape(8),
        );
        expect(verdictsOf(month)).toEqual(judgeDays(set, punches));
      }),
      RUNS,
    );
  });

  test('a stored verdict comes back as it was', () => {
    fc.assert(
      fc.property(wildCompany, (company) => {
        const set = setCompany(company, MONDAY, HOME);
        let carryIn: Carry | null = null;
        for (const plan of plansOf(set)) {
          const verdict = evaluateDay(plan, set.punches, set.approvals, carryIn);
          const kept = JSON.parse(JSON.stringify(storeVerdict(verdict, set.punches))) as StoredVerdict;
          const beside = { plan: referenceOf(plan), zone: HOME, punches: set.punches, carryIn };
          expect(restoreVerdict(kept, beside)).toEqual(verdict);
          carryIn = verdict.carryOut;
        }
      }),
      RUNS,
    );
  });

  test('no minute belongs to two duty dates', () => {
    fc.assert(
      fc.property(wildCompany, fc.constantFrom(HOME, 'America/New_York'), (company, zone) => {
        const plans = plansOf(setCompany(company, localDateOf('2026-03-02'), zone));
        for (let i = 1; i < plans.length; i++) {
          const [before, after] = [plans[i - 1], plans[i]] as [DutyPlan, DutyPlan];
          expect(before.close2).toBeLessThanOrEqual(after.open2);
          expect(belongsTo(before, Math.ceil(after.open2 / 2))).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

/** Which of several punches in one minute is named plays no part in the verdict. */
const withoutIds = (verdict: Verdict): Verdict => ({
  ...verdict,
  findings: verdict.findings
    .map((finding) => ({ ...finding, because: { ...finding.because, punch: null } }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

const withoutZone = (verdict: Verdict): unknown => ({
  ...verdict,
  zone: '',
  carryOut: verdict.carryOut && { ...verdict.carryOut, lastRealOut: null, effectiveEnd: null },
});

function movedBy(verdict: Verdict, days: number): Verdict {
  const move = <T extends LocalDate | null>(date: T): T =>
    date === null ? date : (addDays(date, days) as T);
  const later = (minute: InstantMinute | null): InstantMinute | null =>
    minute === null ? null : ((minute + days * 1440) as InstantMinute);
  const { carryOut: carry } = verdict;
  return {
    ...verdict,
    date: move(verdict.date),
    night: verdict.night.map((part) => ({ ...part, date: move(part.date) })),
    findings: verdict.findings.map((finding) => ({
      ...finding,
      because: { ...finding.because, date: move(finding.because.date) },
    })),
    carryOut: carry && {
      ...carry,
      dutyDate: move(carry.dutyDate),
      lastRealOut: later(carry.lastRealOut),
      effectiveEnd: later(carry.effectiveEnd),
    },
  };
}

/** An oracle that knows nothing of the engine's sums: it looks at every work minute of [S′, E′] in turn. */
function countMinutes(
  plan: DutyPlan,
  verdict: Verdict,
  approvals: readonly { kind: string; from: number; to: number }[],
) {
  const laid = plan.laid as NonNullable<DutyPlan['laid']>;
  const counted = { late: 0, early: 0, worked: 0 };
  const isCovered = (at: number): boolean =>
    approvals.some(({ kind, from, to }) => kind !== 'overtime' && at >= from && at < to);
  laid.starts.forEach((nominalStart, segment) => {
    const start = segment === 0 ? laid.midnight + (verdict.dueIn ?? 0) : nominalStart;
    const isLast = segment === laid.starts.length - 1;
    const end = isLast ? laid.midnight + (verdict.dueOut ?? 0) : (laid.ends[segment] ?? 0);
    const cardIn = verdict.cards[2 * segment] ?? null;
    const cardOut = verdict.cards[2 * segment + 1] ?? null;
    const from = laid.freeIn[segment] === true ? start : cardIn === null ? null : laid.midnight + cardIn;
    const to = laid.freeOut[segment] === true ? end : cardOut === null ? null : laid.midnight + cardOut;
    for (let at = start; at < end; at++) {
      if (workMinutesBetween(laid.rests, at, at + 1) === 0) continue;
      if (from !== null && at < from) counted.late += isCovered(at) ? 0 : 1;
      if (to !== null && at >= to) counted.early += isCovered(at) ? 0 : 1;
      if (from !== null && to !== null && at >= from && at < to) counted.worked += 1;
    }
  });
  return counted;
}

const elasticRule = (company: WildCompany, capMinutes: number): WildCompany['rule'] => ({
  ...plainly(company).rule,
  earlyInEarlyOut: { mode: 'elastic', capMinutes },
  lateInLateOut: { mode: 'elastic', capMinutes, overCap: 'partial' },
  lateOutLateIn: { makeUp: true, rows: [{ mode: 'elastic', capMinutes }] },
});

/** The same evening before every day. */
const carryOf = (plan: DutyPlan, lateOut: number) => ({
  dutyDate: addDays(plan.date, -1),
  lastRealOut: (plan.outline.midnight - 360 + lateOut) as InstantMinute,
  effectiveEnd: (plan.outline.midnight - 360) as InstantMinute,
  outClock: 1080 + lateOut,
  endClock: 1080,
});
