import * as z from 'zod/mini';
import { procedure } from './procedure';
import { outsidePresses } from './punch';
import { cardKind, localDate, month, tone } from './values';

export const dayView = () =>
  z.object({
    date: localDate,
    dayKind: z.enum(['workday', 'restday', 'holiday']),
    /** '元旦' and the like; null on ordinary days. */
    holidayName: z.nullable(z.string()),
    tone,
    /** The verdict in a word or two: '正常', '迟到 7 分钟', '缺下班卡', '休息', '今天', ''. */
    word: z.string(),
    planText: z.string(),
    effectiveText: z.nullable(z.string()),
    cards: z.array(
      z.object({
        kind: cardKind,
        title: z.string(),
        expected: z.nullable(z.string()),
        actual: z.nullable(z.string()),
        tone,
        note: z.string(),
      }),
    ),
    /** The steps and numbers behind the verdict, in sentences. */
    why: z.array(z.string()),
    workedMinutes: z.number(),
    /** 外勤打卡 of this day; absent: none. */
    outside: outsidePresses(),
  });

export const monthView = () =>
  z.object({
    month,
    title: z.string(),
    today: localDate,
    /** Monday = 1: where the first of the month stands in the grid. */
    firstWeekday: z.number(),
    days: z.array(dayView()),
    totals: z.array(z.object({ label: z.string(), value: z.string(), tone })),
    previousMonth: z.nullable(month),
    nextMonth: z.nullable(month),
  });

/** The caller's own month: each day's verdict and its why. */
export const myMonth = procedure({
  callers: 'bound',
  afterLeaving: true,
  /** null: the current month, by the server's clock. */
  input: () => z.strictObject({ month: z.nullable(month) }),
  output: monthView,
  refusals: [],
});
