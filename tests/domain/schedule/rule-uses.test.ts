import { partsOf, rulesReached, usersOf } from '@domain/schedule/rule-uses';
import { d, ruleOf, shiftOf } from './company';

const own = ruleOf({ id: 'own', overtime: { by: 'rule', overtimeRuleId: 'ot' }, placeIds: ['hq'] });
const byShift = ruleOf({ id: 'by-shift', overtime: { by: 'shift' } });
const without = ruleOf({ id: 'without' });
const stopped = ruleOf({ id: 'stopped', stopped: true, placeIds: ['hq'] });
const shift = shiftOf({ overtimeRuleId: 'ot' });
const book = { rules: [own, byShift, without, stopped], shifts: [shift] };
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

test('a rule uses its shifts, those of its own days too, its places and its overtime rule', () => {
  const day = { date: d('2026-03-14'), kind: 'workday', shiftId: 'short', name: '' } as const;
  const rule = { ...own, ownDays: [day, { ...day, shiftId: null }] };
  expect(partsOf(rule, 'shift')).toEqual([shift.id, 'short']);
  expect(partsOf(rule, 'place')).toEqual(['hq']);
  expect(partsOf(rule, 'overtime')).toEqual(['ot']);
});

test('who uses a part: rules and shifts that name it, and nothing that is stopped', () => {
  expect(ids(usersOf('place', 'hq', book).rules)).toEqual(['own']);
  const { rules, shifts } = usersOf('overtime', 'ot', book);
  expect([ids(rules), ids(shifts)]).toEqual([['own'], [shift.id]]);
});

test('a change of an overtime rule reaches rules through their shifts, only where they go by shift', () => {
  expect(ids(rulesReached('overtime', 'ot', book))).toEqual(['own', 'by-shift']);
  expect(ids(rulesReached('overtime', 'ot', { ...book, shifts: [{ ...shift, stopped: true }] }))).toEqual([
    'own',
  ]);
});
