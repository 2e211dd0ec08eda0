import { whatIf } from '@domain/attendance/what-if';
import type { JudgedPerson } from '@domain/attendance/judged-person';
import { draftSource } from '@domain/schedule/draft-book';
import { EMPTY_ROSTER } from '@domain/schedule/plan-day';
import type { Rule } from '@domain/schedule/rule';
import { createRuleBook } from '@domain/schedule/rule-book';
import { dayNumber } from '@domain/time/local-date';
import { SHANGHAI, bookOf, d, personOf, ruleOf } from '../schedule/company';

const at = (date: string, minute: number) => SHANGHAI.instantAt(dayNumber(d(date)), minute);

const judged = (id: string, ...minutes: readonly number[]): JudgedPerson => ({
  person: personOf({ id, name: id }),
  roster: EMPTY_ROSTER,
  requests: [],
  punches: minutes.map((minute, i) => ({
    id: `${id}${i}`,
    minute: at('2026-03-09', minute),
    kind: null,
    source: 'machine',
  })),
});

const PEOPLE = [judged('late', 550, 1090), judged('punctual', 540, 1080), judged('early', 540, 1070)];

function ask(draft: Rule) {
  const book = bookOf();
  const other = createRuleBook(draftSource(book.source, { rules: [draft], shifts: [] }));
  if (!other.ok) throw new Error('refused');
  return whatIf(
    { people: PEOPLE, from: d('2026-03-09'), to: d('2026-03-09'), asOf: null },
    book,
    other.value,
  );
}

test('a draft that forgives ten minutes changes one person, one day, from late to normal', () => {
  // It would be published next month; past days are judged as if it had always been in force.
  const answer = ask(
    ruleOf({
      version: 2,
      effectiveFrom: d('2026-04-01'),
      lateInLateOut: { mode: 'elastic', capMinutes: 30 },
    }),
  );
  expect(answer).toMatchObject({ judgedPeople: 3, judgedDays: 3, changedPeople: ['late'] });
  const [day] = answer.days;
  expect([day?.before.status, day?.after.status]).toEqual(['late', 'normal']);
  expect(day?.fields).toEqual(['status', 'dueIn', 'dueOut', 'lateMinutes', 'workedMinutes']);
  expect([answer.before.lateMinutes, answer.after.lateMinutes]).toEqual([10, 0]);
  expect([answer.before.earlyMinutes, answer.after.earlyMinutes]).toEqual([10, 10]);
});

test('a draft that says the same changes nobody', () => {
  expect(ask(ruleOf({ version: 2, allowedLateMinutes: 9 })).changedPeople).toEqual([]);
});

test('a draft for somebody else leaves them without a rule', () => {
  const answer = ask(ruleOf({ version: 2, scope: [{ type: 'person', id: 'late' }] }));
  expect(answer.changedPeople).toEqual(['punctual', 'early']);
  expect(answer.days.map(({ after }) => after.status)).toEqual(['no-rule', 'no-rule']);
});
