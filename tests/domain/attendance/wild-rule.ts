import fc from 'fast-check';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import type { CompanySettings } from '@domain/schedule/settings';
import type { WildCompany } from './wild-company';

type WildRule = WildCompany['rule'];

const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

const orNone = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });

const amount = fc.constantFrom('wholeDay', 'halfDay', 'segment', 'actual', 'step');

const threshold = fc.record({
  on: fc.boolean(),
  thresholdMinutes: fc.integer({ min: 121, max: 240 }),
  unitMinutes: orNone(minutes(120)),
  amount,
});

const overCap = fc.constantFrom('void', 'partial');

export const wildRule: fc.Arbitrary<WildRule> = fc.record({
  id: fc.constant('rule'),
  version: fc.constant(1),
  name: fc.constant('rule'),
  mode: fc.constant('fixed'),
  scope: fc.constant([{ type: 'everyone' }]),
  checkoutSetting: fc.boolean(),
  allowedLateMinutes: fc.constantFrom(0, 5, 120),
  allowedEarlyMinutes: fc.constantFrom(0, 5, 120),
  earlyInEarlyOut: orNone(
    fc.oneof(
      fc.record({ mode: fc.constant('fixed'), earlyMinutes: minutes(90), leaveMinutes: minutes(90) }),
      fc.record({ mode: fc.constant('elastic'), capMinutes: minutes(90) }),
    ),
  ),
  lateInLateOut: orNone(
    fc.oneof(
      fc.record({ mode: fc.constant('fixed'), lateMinutes: minutes(60), stayMinutes: minutes(60), overCap }),
      fc.record({ mode: fc.constant('elastic'), capMinutes: minutes(60), overCap }),
    ),
  ),
  lateOutLateIn: orNone(
    fc.record({
      makeUp: fc.boolean(),
      rows: fc.constantFrom(
        [{ mode: 'fixed', afterMinutes: 30, lateMinutes: 30 }],
        [{ mode: 'elastic', capMinutes: 45 }],
        [
          { mode: 'elastic', afterMinutes: 10, capMinutes: 30 },
          { mode: 'fixed', afterMinutes: 60, lateMinutes: 60 },
        ],
      ),
    }),
  ),
  absence: orNone(
    fc.record({
      noInNoOut: fc.record({ on: fc.boolean(), amount }),
      noIn: fc.record({ on: fc.boolean(), amount }),
      noOut: fc.record({ on: fc.boolean(), amount }),
      lateOver: threshold,
      earlyOver: threshold,
    }),
  ),
  overtime: fc.constantFrom({ by: 'rule', overtimeRuleId: 'overtime' }, { by: 'shift' }, { by: 'none' }),
}) as fc.Arbitrary<WildRule>;

export const wildSettings: fc.Arbitrary<Partial<CompanySettings>> = fc.record(
  {
    absenceOn: fc.boolean(),
    shortfallAs: fc.constantFrom('early', 'late'),
    lookback: fc.constantFrom('previousWorkday', 'previousCalendarDay'),
    flexFirst: fc.boolean(),
    excludeGrace: fc.boolean(),
    absenceInclusive: fc.boolean(),
    rosterGrace: fc.boolean(),
    leaveOutOfWorked: fc.boolean(),
    nightWindow: fc.constantFrom(null, { from: 1320, to: 1800 }),
  },
  { requiredKeys: [] },
);

const overtimeDay = fc.record({
  recognise: fc.constantFrom('approval', 'punches', 'approvedWithinPunches', 'punchesUpToApproved'),
  startAfterMinutes: fc.constantFrom(0, 30),
  minimumMinutes: fc.constantFrom(1, 30),
  stepMinutes: fc.constantFrom(1, 30),
  dailyMaximumMinutes: fc.constantFrom(null, 120),
  restWindows: fc.constantFrom([], [{ from: 1080, to: 1140 }]),
  restByLength: fc.constantFrom(null, { overMinutes: 60, deductMinutes: 30 }),
  settle: fc.constantFrom('compLeave', 'pay', 'choice'),
  multiple: fc.constantFrom(1.5, 2, 3),
});

export const wildOvertime = fc.record({
  id: fc.constant('overtime'),
  name: fc.constant('overtime'),
  earlyArrival: fc.boolean(),
  days: fc.record({ workday: overtimeDay, restday: overtimeDay, holiday: overtimeDay }),
}) as fc.Arbitrary<OvertimeRule>;
