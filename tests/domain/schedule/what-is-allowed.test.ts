import { validateRule } from '@domain/schedule/validate-rule';
import { d, flexibleOf, ruleOf, shiftOf } from './company';
import { around, rule, shift } from './surroundings';

test('the plainest rule and shift', () => {
  expect(rule({})).toEqual([]);
  expect(shift(shiftOf())).toEqual([]);
  expect(shift(flexibleOf())).toEqual([]);
});

test('segments that touch, a rest as long as its segment allows, a night', () => {
  expect(shift(shiftOf({}, { in: 540, out: 720 }, { in: 720, out: 1080 }))).toEqual([]);
  expect(shift(shiftOf({ rests: [{ from: 540, to: 1080 }] }))).toEqual([]);
  expect(shift(shiftOf({}, { in: 1320, out: 1800 }))).toEqual([]);
});

test('moves that end on the last minute of their part: 13:29 on 09–18', () => {
  expect(rule({ lateInLateOut: { mode: 'elastic', capMinutes: 269 } })).toEqual([]);
  expect(rule({ earlyInEarlyOut: { mode: 'elastic', capMinutes: 270 } })).toEqual([]);
});

test('allowances of 120 minutes, and a whole week off in an alternating rule', () => {
  expect(rule({ allowedLateMinutes: 120, allowedEarlyMinutes: 120 })).toEqual([]);
  const odd = [{ weekdays: [1, 2, 3, 4, 5] as const, shiftId: 'day' }];
  expect(
    rule({ timetable: { system: 'alternating', anchorMonday: d('2026-03-09'), odd, even: [] } }),
  ).toEqual([]);
});

test('what has no effect on a roster is told, not refused', () => {
  const found = rule({ timetable: { system: 'roster', shiftIds: ['day'] }, allowedLateMinutes: 5 });
  expect(found.map(({ severity }) => severity)).toEqual(['ignored']);
});

test('with rosterGrace the allowance has an effect', () => {
  const roster = { timetable: { system: 'roster', shiftIds: ['day'] }, allowedLateMinutes: 5 } as const;
  expect(validateRule(ruleOf(roster), around({ settings: { rosterGrace: true } }))).toEqual([]);
});
