import type { OfferedLeave } from '@domain/attendance/request-types';
import { correctionLimitProblems, leaveTypeProblems } from '@domain/attendance/validate-requests';
import { PROBLEM_CODES, problemText } from '@domain/schedule/problem';
import type { Problem, ProblemCode } from '@domain/schedule/problem';
import { validateWifi } from '@domain/schedule/wifi';
import { validatePlace } from '@domain/schedule/places-for';
import { validateOvertimeRule } from '@domain/schedule/validate-overtime';
import { effectiveFromProblems } from '@domain/schedule/validate-rule';
import { d, flexibleOf, ruleOf, shiftOf } from './company';
import { fixed, rule, shift } from './surroundings';

const ownDay = { date: d('2026-03-14'), kind: 'restday', shiftId: null, name: '' } as const;

const leave = (id: string, more: Partial<OfferedLeave> = {}): OfferedLeave => ({
  id,
  name: id,
  unit: 'day',
  minimumUnits: 1,
  days: 'working',
  hasBalance: false,
  paid: true,
  ...more,
});

/** One case for every problem there is: what is wrong, and where it is said to be. */
const CASES: Readonly<Record<ProblemCode, readonly [says: () => readonly Problem[], field: string]>> = {
  'shift.no-segments': [() => shift({ ...shiftOf(), segments: [] }), 'segments'],
  'shift.too-many-segments': [
    () => shift(shiftOf({}, ...[1, 2, 3, 4, 5].map((hour) => ({ in: hour * 60, out: hour * 60 + 30 })))),
    'segments',
  ],
  'shift.too-many-rests': [
    () =>
      shift(shiftOf({ rests: [1, 2, 3, 4, 5, 6].map((i) => ({ from: 540 + 20 * i, to: 550 + 20 * i })) })),
    'rests',
  ],
  'shift.not-a-minute': [() => shift(shiftOf({}, { in: 540, out: 2880 })), 'segments[0].out'],
  'shift.starts-next-day': [() => shift(shiftOf({}, { in: 1440, out: 1500 })), 'segments[0].in'],
  'shift.ends-before-it-begins': [() => shift(shiftOf({}, { in: 540, out: 540 })), 'segments[0].out'],
  'shift.segments-cross': [
    () => shift(shiftOf({}, { in: 540, out: 720 }, { in: 719, out: 1080 })),
    'segments[1].in',
  ],
  'shift.longer-than-a-day': [() => shift(shiftOf({}, { in: 540, out: 1981 })), 'segments[0].out'],
  'shift.rest-outside-segment': [() => shift(shiftOf({ rests: [{ from: 530, to: 550 }] })), 'rests[0]'],
  'shift.rests-cross': [
    () =>
      shift(
        shiftOf({
          rests: [
            { from: 600, to: 660 },
            { from: 650, to: 700 },
          ],
        }),
      ),
    'rests[1]',
  ],
  'shift.windows-incomplete': [
    () => shift(shiftOf({}, { in: 540, out: 1080, inWindow: { from: 500, to: 600 } })),
    'segments[0].outWindow',
  ],
  'shift.window-misses-its-card': [
    () =>
      shift(
        shiftOf(
          {},
          { in: 540, out: 1080, inWindow: { from: 541, to: 600 }, outWindow: { from: 1000, to: 1100 } },
        ),
      ),
    'segments[0].inWindow',
  ],
  'shift.windows-cross': [
    () =>
      shift(
        shiftOf(
          {},
          { in: 540, out: 1080, inWindow: { from: 500, to: 800 }, outWindow: { from: 800, to: 1100 } },
        ),
      ),
    'segments[0].outWindow',
  ],
  'shift.required-minutes': [() => shift(flexibleOf({ requiredMinutes: 0 })), 'requiredMinutes'],
  'shift.latest-before-earliest': [() => shift(flexibleOf({ latestIn: 479 })), 'latestIn'],
  'rule.over-limit': [() => rule({ allowedLateMinutes: 121 }), 'allowedLateMinutes'],
  'rule.not-whole-minutes': [
    () => rule({ earlyInEarlyOut: { mode: 'fixed', earlyMinutes: 0, leaveMinutes: 30 } }),
    'earlyInEarlyOut.earlyMinutes',
  ],
  'rule.unknown-shift': [
    () => rule({ timetable: { system: 'standard', shiftId: 'gone', workdays: [1] } }),
    'timetable',
  ],
  'rule.mode-mismatch': [() => rule({ mode: 'flexible' }), 'mode'],
  'rule.no-shift': [() => rule({ timetable: { system: 'roster', shiftIds: [] } }), 'timetable.shiftIds'],
  'rule.no-workday': [
    () => rule({ timetable: { system: 'standard', shiftId: 'day', workdays: [] } }),
    'timetable.workdays',
  ],
  'rule.weekday-twice': [
    () => rule({ timetable: { system: 'standard', shiftId: 'day', workdays: [1, 1] } }),
    'timetable.workdays',
  ],
  'rule.two-rest-day-defaults': [
    () =>
      rule({
        timetable: {
          system: 'alternating',
          anchorMonday: d('2026-03-09'),
          odd: [{ weekdays: [1], shiftId: 'day', restDayDefault: true }],
          even: [{ weekdays: [1], shiftId: 'day', restDayDefault: true }],
        },
      }),
    'timetable.odd',
  ],
  'rule.anchor-not-monday': [
    () =>
      rule({
        timetable: {
          system: 'alternating',
          anchorMonday: d('2026-03-10'),
          odd: [{ weekdays: [1], shiftId: 'day' }],
          even: [],
        },
      }),
    'timetable.anchorMonday',
  ],
  'rule.too-many-late-out-rows': [
    () => rule({ lateOutLateIn: fixed([1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6]) }),
    'lateOutLateIn.rows',
  ],
  'rule.no-late-out-rows': [() => rule({ lateOutLateIn: { rows: [] } }), 'lateOutLateIn.rows'],
  'rule.late-out-not-ascending': [
    () => rule({ lateOutLateIn: fixed([30, 30], [30, 40]) }),
    'lateOutLateIn.rows[1].afterMinutes',
  ],
  'rule.late-out-descending-grant': [
    () => rule({ lateOutLateIn: fixed([30, 30], [60, 20]) }),
    'lateOutLateIn.rows[1].lateMinutes',
  ],
  'rule.allowance-not-below-threshold': [
    () => rule({ allowedEarlyMinutes: 60, absence: { earlyOver: { on: true, thresholdMinutes: 60 } } }),
    'absence.earlyOver.thresholdMinutes',
  ],
  'rule.unit-without-threshold': [
    () => rule({ absence: { lateOver: { on: false, thresholdMinutes: 60, unitMinutes: 30 } } }),
    'absence.lateOver.unitMinutes',
  ],
  'rule.start-moves-out-of-its-part': [
    () => rule({ lateInLateOut: { mode: 'elastic', capMinutes: 270 } }),
    'lateInLateOut',
  ],
  'rule.end-moves-out-of-its-part': [
    () => rule({ earlyInEarlyOut: { mode: 'fixed', earlyMinutes: 30, leaveMinutes: 271 } }),
    'earlyInEarlyOut',
  ],
  'rule.not-on-rosters': [
    () => rule({ timetable: { system: 'roster', shiftIds: ['day'] }, allowedLateMinutes: 5 }),
    'allowedLateMinutes',
  ],
  'rule.fixed-time-only': [
    () =>
      rule({
        mode: 'flexible',
        timetable: { system: 'standard', shiftId: 'flex', workdays: [1] },
        allowedLateMinutes: 5,
      }),
    'allowedLateMinutes',
  ],
  'rule.workdays-change-tomorrow': [
    () =>
      effectiveFromProblems(
        ruleOf(),
        ruleOf({
          version: 2,
          effectiveFrom: d('2026-03-09'),
          timetable: { system: 'standard', shiftId: 'day', workdays: [1, 2] },
        }),
        d('2026-03-09'),
      ),
    'effectiveFrom',
  ],
  'rule.unknown-zone': [() => rule({ zone: 'Asia/Atlantis' }), 'zone'],
  'rule.unknown-overtime-rule': [
    () => rule({ overtime: { by: 'rule', overtimeRuleId: 'gone' } }),
    'overtime',
  ],
  'rule.unknown-place': [() => rule({ placeIds: ['gone'] }), 'placeIds[0]'],
  'validity.ends-before-it-begins': [
    () => rule({ validity: { kind: 'fixed', from: d('2026-03-09'), to: d('2026-03-09') } }),
    'validity.to',
  ],
  'validity.not-a-month-day': [
    () => rule({ validity: { kind: 'yearly', periods: [{ from: '02-30', to: '03-01' }] } }),
    'validity.periods[0].from',
  ],
  'validity.no-periods': [() => rule({ validity: { kind: 'yearly', periods: [] } }), 'validity.periods'],
  'validity.next-year-too-long': [
    () => rule({ validity: { kind: 'yearly', periods: [{ from: '03-01', to: '03-01', nextYear: true }] } }),
    'validity.periods[0].to',
  ],
  'validity.periods-cross': [
    () =>
      rule({
        validity: {
          kind: 'yearly',
          periods: [
            { from: '01-01', to: '03-31' },
            { from: '03-31', to: '06-30' },
          ],
        },
      }),
    'validity.periods[1]',
  ],
  'scope.range-ends-before-it-begins': [
    () =>
      rule({
        scope: [{ type: 'person', id: 'p', ranges: [{ from: d('2026-03-10'), to: d('2026-03-09') }] }],
      }),
    'scope[0].ranges[0]',
  ],
  'scope.ranges-cross': [
    () =>
      rule({
        scope: [
          { type: 'person', id: 'p', ranges: [{ from: d('2026-03-01'), to: d('2026-03-10') }] },
          { type: 'person', id: 'p', ranges: [{ from: d('2026-03-10'), to: d('2026-03-11') }] },
        ],
      }),
    'scope[1].ranges[0]',
  ],
  'scope.named-twice': [
    () =>
      rule({
        scope: [
          { type: 'department', id: 'x' },
          { type: 'department', id: 'x' },
        ],
      }),
    'scope[1]',
  ],
  'own-day.twice': [() => rule({ ownDays: [ownDay, ownDay] }), 'ownDays[1].date'],
  'leave.gone': [() => leaveTypeProblems([leave('b')], [leave('a')]), 'types'],
  'leave.none-left': [() => leaveTypeProblems([leave('a', { stopped: true })], []), 'types'],
  'leave.named-twice': [
    () => leaveTypeProblems([leave('a'), leave('b', { name: 'a' })], []),
    'types[1].name',
  ],
  'leave.unit-is-fixed': [
    () => leaveTypeProblems([leave('a', { unit: 'hour' })], [leave('a')]),
    'types[0].unit',
  ],
  'count.between': [
    () => correctionLimitProblems({ perMonth: 3, daysBack: 366, deadlineDay: null, kinds: [] }),
    'daysBack',
  ],
  'settings.window': [
    () => rule({ settings: { nightWindow: { from: 1800, to: 1320 } } }),
    'settings.nightWindow',
  ],
  'settings.at-least-one': [() => rule({ settings: { maxPunchesPerDay: 0 } }), 'settings.maxPunchesPerDay'],
  'overtime.multiple': [
    () =>
      validateOvertimeRule({
        id: 'o',
        name: 'o',
        days: { workday: { recognise: 'punches', settle: 'pay', multiple: 0 } },
      }),
    'days.workday.multiple',
  ],
  'overtime.no-days': [() => validateOvertimeRule({ id: 'o', name: 'o', days: {} }), 'days'],
  'place.wifi-without-name': [() => validateWifi([{ ssid: '', bssid: null }]), 'wifi[0].ssid'],
  'place.wifi-bssid': [() => validateWifi([{ ssid: 'ZD', bssid: 'A:1' }]), 'wifi[0].bssid'],
  'place.wifi-twice': [() => validateWifi(['ZD', 'ZD'].map((ssid) => ({ ssid, bssid: null }))), 'wifi[1]'],
  'place.radius': [
    () => validatePlace({ id: 'hq', name: '总部', latitude: 0, longitude: 0, radiusMeters: 0 }),
    'radiusMeters',
  ],
};

describe('what keeps a rule or a shift from being saved is named with its field and a reason', () => {
  test.each(PROBLEM_CODES)('%s', (code) => {
    const [says, field] = CASES[code];
    const found = says();
    expect(found.map((problem) => ({ code: problem.code, field: problem.field }))).toContainEqual({
      code,
      field,
    });
    for (const problem of found) expect(problemText(problem)).not.toMatch(/undefined|NaN/);
  });
});
