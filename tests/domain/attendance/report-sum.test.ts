import fc from 'fast-check';
import {
  cellOf,
  DEFAULT_COLUMNS,
  hasSome,
  isOdd,
  layoutOf,
  REPORT_COLUMNS,
  valuesOf,
} from '@domain/attendance/report-columns';
import { addReportSums, NO_SUM, type ReportSum } from '@domain/attendance/report-sum';
import { type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';

const minutes = fc.nat({ max: 20_000 });
const fields = Object.keys(summariseMonth([])).filter(
  (field) => !field.endsWith('timeMinutes') && field !== 'leaveMinutes',
);

const summary: fc.Arbitrary<MonthSummary> = fc
  .record({
    counted: fc.record(Object.fromEntries(fields.map((field) => [field, minutes]))),
    overtimeMinutes: fc.record({ workday: minutes, restday: minutes, holiday: minutes }),
    leaveMinutes: fc.dictionary(fc.constantFrom('annual', 'sick', 'personal'), minutes),
  })
  .map(({ counted, ...rest }) => ({ ...counted, ...rest }) as unknown as MonthSummary);

const person: fc.Arbitrary<ReportSum> = fc
  .record({
    sum: summary,
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 5 }),
    tone: fc.constantFrom('ok', 'late', 'absent', 'leave'),
    workedMinutes: minutes,
  })
  .map(({ sum, days, tone, workedMinutes }) => ({
    people: 1,
    sum,
    days: [...days]
      .sort((a, b) => a - b)
      .map((day) => ({
        date: `2026-03-${String(day).padStart(2, '0')}`,
        people: { [tone]: 1 },
        workedMinutes,
      })),
  }));

const whole = (parts: readonly ReportSum[]): ReportSum => parts.reduce(addReportSums, NO_SUM);

test('the sum over pages is the sum over people, however the pages are cut and in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 20 }), fc.array(fc.nat({ max: 20 })), (people, cuts) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, people.length)).sort((a, b) => a - b), people.length];
      const pages = at.slice(1).map((end, i) => whole(people.slice(at[i], end)));
      expect(whole(pages)).toEqual(whole(people));
      expect(whole([...pages].reverse())).toEqual(whole(people));
      expect(whole(people).people).toBe(people.length);
    }),
  );
});

test('a number is shown as none exactly when nothing is behind it, and its values are those of the sum', () => {
  fc.assert(
    fc.property(summary, (sum) => {
      for (const column of REPORT_COLUMNS) {
        expect(cellOf(column, sum).tone === 'none').toBe(!hasSome(column, sum));
        for (const { value } of valuesOf(column)) expect(Number.isInteger(value(sum))).toBe(true);
      }
      expect(isOdd(sum)).toBe(sum.lateCount + sum.earlyCount + sum.missingCount + sum.absentCount > 0);
    }),
  );
});

test('a number reads as it is: how often and how long', () => {
  const sum = {
    ...summariseMonth([]),
    lateCount: 2,
    lateMinutes: 67,
    attendedDays: 3,
    scheduledDays: 4,
    workedMinutes: 1450,
  };
  const text = (column: (typeof REPORT_COLUMNS)[number]) => cellOf(column, sum).text;
  expect(text('late')).toBe('2 次 1 小时 7 分');
  expect(text('attended')).toBe('3 / 4 天');
  expect(text('average')).toBe('8 小时 3 分');
  expect(text('night')).toBe('0');
});

test('own columns keep their order, without those that are no more and without doubles; none are the usual ones', () => {
  expect(layoutOf('hours', ['night', 'gone', 'worked', 'night'])).toEqual(['night', 'worked']);
  expect(layoutOf('hours', [])).toBe(DEFAULT_COLUMNS.hours);
  expect(layoutOf('odd', undefined)).toBe(DEFAULT_COLUMNS.odd);
});
