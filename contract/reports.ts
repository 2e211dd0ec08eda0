import { COLUMN_REPORTS, REPORT_COLUMNS } from '@domain/attendance/report-columns';
import * as z from 'zod/mini';
import { dayView } from './calendar';
import { procedure } from './procedure';
import { localDate, month, tone } from './values';

/** What a number counts; the days that make it carry the same key. */
const column = () => z.enum(REPORT_COLUMNS);

const cell = () => z.object({ column: column(), text: z.string(), tone });

/** The last row that was shown; null for the first page. */
const after = () => z.nullable(z.string().check(z.maxLength(64)));

const scopeText = () => z.string();

/** Every column there is: which ones are shown, and in which order, is the reader's (report.layouts). */
const columns = () => z.array(z.object({ column: column(), title: z.string() }));

const who = () => ({ employmentId: z.string(), name: z.string(), departmentName: z.string() });

/** A month of everybody whom the caller may see. HR sees the company or the branch, a head the own departments. */
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
      columns: columns(),
      rows: z.array(
        z.object({
          ...who(),
          cells: z.array(cell()),
          /** How each day stood, from the 1st to the last day of the month; 'none' where nothing is over. */
          days: z.array(tone),
        }),
      ),
      /** The sums of these rows. */
      totals: z.array(cell()),
      previousMonth: month,
      nextMonth: z.nullable(month),
      /** What `after` to ask for the rest with; null when this is all. */
      next: after(),
    }),
  refusals: ['report.not-yours'],
});

/** One day, person by person; whoever needs looking at stands first. */
export const dayReport = procedure({
  callers: 'bound',
  input: () => z.strictObject({ date: z.nullable(localDate), after: after() }),
  output: () =>
    z.object({
      date: localDate,
      dateText: z.string(),
      scopeText: scopeText(),
      columns: columns(),
      /** How many of each: '迟到 2'. */
      counts: z.array(z.object({ tone, word: z.string(), people: z.number() })),
      rows: z.array(
        z.object({
          ...who(),
          tone,
          word: z.string(),
          /** '09:07 – 18:02', '08:55 –' */
          cardsText: z.string(),
          cells: z.array(cell()),
        }),
      ),
      /** The sums of these rows. */
      totals: z.array(cell()),
      previousDate: localDate,
      nextDate: z.nullable(localDate),
      next: after(),
    }),
  refusals: ['report.not-yours'],
});

const minutes = () => z.record(z.string(), z.int());

/** The numbers of some people added up (domain/attendance/report-sum.ts): the phone adds the parts to the whole. */
export const reportSum = procedure({
  callers: 'bound',
  /** A month, or a day of it. */
  input: () => z.strictObject({ month, date: z.nullable(localDate), after: after() }),
  output: () =>
    z.object({
      people: z.int(),
      sum: z.object({
        lateCount: z.int(),
        lateMinutes: z.int(),
        earlyCount: z.int(),
        earlyMinutes: z.int(),
        missingCount: z.int(),
        absentCount: z.int(),
        absentMinutes: z.int(),
        workedMinutes: z.int(),
        requiredMinutes: z.int(),
        scheduledDays: z.int(),
        attendedDays: z.int(),
        outingMinutes: z.int(),
        tripMinutes: z.int(),
        nightMinutes: z.int(),
        overtimeMinutes: z.object({ workday: z.int(), restday: z.int(), holiday: z.int() }),
        leaveMinutes: minutes(),
      }),
      /** People by tone on each day that is over, and what they worked. */
      days: z.array(z.object({ date: localDate, people: minutes(), workedMinutes: z.int() })),
      next: after(),
    }),
  refusals: ['report.not-yours'],
});

const layouts = () =>
  z.object({ summary: z.array(column()), hours: z.array(column()), odd: z.array(column()) });

/** The columns that the caller chose for each report, in the caller's order. */
export const reportLayouts = procedure({
  callers: 'bound',
  input: () => z.strictObject({}),
  output: layouts,
  refusals: ['report.not-yours'],
});

/** Keeps the columns of one report; as often as it is sent, the last one stands. None: the usual ones again. */
export const keepLayout = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      report: z.enum(COLUMN_REPORTS),
      columns: z.array(column()).check(z.maxLength(REPORT_COLUMNS.length)),
    }),
  output: layouts,
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
