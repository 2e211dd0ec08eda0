import * as z from 'zod/mini';
import { dayView } from './calendar';
import { procedure } from './procedure';
import { localDate, month, tone } from './values';

/** What a number counts; the days that make it carry the same key. */
const column = () =>
  z.enum(['attended', 'late', 'early', 'missing', 'absent', 'leave', 'outing', 'trip', 'overtime', 'worked']);

const cell = () => z.object({ column: column(), text: z.string(), tone });

/** The last row that was shown; null for the first page. */
const after = () => z.nullable(z.string().check(z.maxLength(64)));

const scopeText = () => z.string();

/** 出勤汇总: a month of everybody whom the caller may see. HR sees the company or the branch, a head the own departments. */
export const monthReport = procedure({
  callers: 'bound',
  input: () => z.strictObject({ month: z.nullable(month), after: after() }),
  output: () =>
    z.object({
      month,
      title: z.string(),
      /** '全公司', '上海', '研发部、测试组' */
      scopeText: scopeText(),
      /** '截至 11月21日 周六' */
      untilText: z.string(),
      columns: z.array(z.object({ column: column(), title: z.string() })),
      rows: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          cells: z.array(cell()),
        }),
      ),
      /** The sums of these rows. */
      totals: z.array(cell()),
      previousMonth: month,
      nextMonth: z.nullable(month),
      /** What `after` to ask for the rest with; null when this is all. */
      next: z.nullable(z.string()),
    }),
  refusals: ['report.not-yours'],
});

/** 出勤情况: one day, person by person. */
export const dayReport = procedure({
  callers: 'bound',
  input: () => z.strictObject({ date: z.nullable(localDate), after: after() }),
  output: () =>
    z.object({
      date: localDate,
      dateText: z.string(),
      scopeText: scopeText(),
      /** How many of each: '迟到 2'. */
      counts: z.array(z.object({ tone, word: z.string(), people: z.number() })),
      rows: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          tone,
          word: z.string(),
          /** '09:07 – 18:02', '08:55 –' */
          cardsText: z.string(),
        }),
      ),
      previousDate: localDate,
      nextDate: z.nullable(localDate),
      next: z.nullable(z.string()),
    }),
  refusals: ['report.not-yours'],
});

/** One person's month behind the numbers: each day with its cards, its reasons and the numbers it counts in. */
export const personReport = procedure({
  callers: 'bound',
  input: () => z.strictObject({ employmentId: z.string().check(z.maxLength(64)), month }),
  output: () =>
    z.object({
      month,
      title: z.string(),
      name: z.string(),
      departmentName: z.string(),
      /** HR: balances may be looked at and given. */
      mayGrant: z.boolean(),
      cells: z.array(z.object({ ...cell().shape, title: z.string() })),
      days: z.array(z.object({ ...dayView().shape, counts: z.array(column()) })),
    }),
  refusals: ['report.not-yours', 'person.unknown'],
});
