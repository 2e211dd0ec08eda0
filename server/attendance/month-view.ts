import type { DayView, MonthView, Tone } from '@contract/contract';
import { explain, STATUS_WORDS } from '@domain/attendance/explain';
import { type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';
import type { Instant } from '@domain/time/instant';
import { addDays, dayNumber, type LocalDate, monthOf, weekdayOf } from '@domain/time/local-date';
import { dayKindOn } from '@domain/time/workday-calendar';
import { type Organisation, todayIn } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type Sheet, sheets } from '../repositories/sheets';
import { durationText, monthText } from '../wall-text';
import { cardViews } from './card-views';
import { effectiveText, planText, toneOf, wordOf } from './day-words';
import { type JudgedDay, judgeDays, type SheetsByMonth } from './judged-days';
import { outsideViews } from './outside-presses';
import { firstOf, previousMonth } from './punch-desk';

/** One person's month, every day with its verdict and reasons; days to come show their plan only. */
export function monthView(
  org: Organisation,
  employment: Employment,
  months: SheetsByMonth,
  month: string,
  now: Instant,
): MonthView {
  const today = todayIn(org.zone, now);
  const first = firstOf(month);
  const next = monthOf(addDays(first, 31));
  // Last month is judged too: its last evening may move the first morning.
  const judged = judgeDays(
    org,
    employment,
    months,
    firstOf(previousMonth(month)),
    addDays(firstOf(next), -1),
    now,
  );
  const days = judged.filter(({ date }) => date >= first);
  const past = days.filter(({ date, verdict }) => date <= today && !verdict.provisional);
  return {
    month,
    title: monthText(month),
    today,
    firstWeekday: weekdayOf(first),
    days: days.map((day) => {
      const view = dayView(org, day, today);
      return { ...view, ...outsideViews(months, day.date), why: [...view.why, ...changeWords(months, day)] };
    }),
    totals: totals(summariseMonth(past.map(({ verdict }) => verdict))),
    previousMonth: employment.hireDate < first ? previousMonth(month) : null,
    nextMonth: month < monthOf(today) ? next : null,
  };
}

/** What a published rule or a changed roster made of a day that was judged already: told on the day itself. */
function changeWords(months: SheetsByMonth, day: JudgedDay): string[] {
  const sheet = months.get(monthOf(day.date));
  const rejudged = sheet?.rejudged?.[sheets.keyOf(day.date)];
  if (rejudged === undefined) return signedWords(sheet, day);
  const [before, after] = rejudged.words;
  const why = `${rejudged.because === 'roster' ? '排班' : '规则'}调整后由 ${before} 改为 ${after}。`;
  return [why, ...signedWords(sheet, day)];
}

/** That the month was locked once and said something else then. */
function signedWords(sheet: Sheet | undefined, { date, verdict }: JudgedDay): string[] {
  const key = sheets.keyOf(date);
  const signed = sheet?.signed;
  const then =
    sheet?.lock === 'locked' ? signed?.changed.find(([day]) => day === key)?.[1] : signed?.days[key];
  if (then === undefined || then[0] === '' || then[0] === wordOf(verdict)) return [];
  return [`这个月结账后又打开过，当时是 ${then[0]}。`];
}

function dayView(org: Organisation, day: JudgedDay, today: LocalDate): DayView {
  const { date, plan, verdict } = day;
  const calendar = org.book.source.calendar;
  const open = date > today || (verdict.provisional && day.punches.length === 0);
  const [cover] = verdict.covers;
  const head: { tone: Tone; word: string; why: string[] } = !open
    ? { tone: toneOf(verdict), word: wordOf(verdict), why: explain(verdict) }
    : cover
      ? { tone: 'leave', word: STATUS_WORDS[cover.kind], why: explain(verdict) }
      : {
          tone: plan.laid === null ? toneOf(verdict) : 'none',
          word: plan.laid === null ? wordOf(verdict) : '',
          why: [],
        };
  return {
    date,
    dayKind: dayKindOn(date, calendar),
    holidayName: calendar.special.get(dayNumber(date))?.name ?? null,
    ...head,
    planText: planText(plan, '当天'),
    effectiveText: open ? null : effectiveText(plan, verdict, '当日'),
    cards: open ? [] : cardViews(day),
    workedMinutes: verdict.workedMinutes,
  };
}

function totals(sum: MonthSummary): MonthView['totals'] {
  const counted = (
    label: string,
    count: number,
    minutes: number,
    tone: Tone,
  ): MonthView['totals'][number] => ({
    label,
    value: count === 0 ? '0 次' : `${count} 次 ${minutes} 分钟`,
    tone: count === 0 ? 'none' : tone,
  });
  return [
    { label: '出勤', value: `${sum.attendedDays} / ${sum.scheduledDays} 天`, tone: 'ok' },
    { label: '工作', value: durationText(sum.workedMinutes), tone: 'ok' },
    counted('迟到', sum.lateCount, sum.lateMinutes, 'late'),
    counted('早退', sum.earlyCount, sum.earlyMinutes, 'early'),
    { label: '少卡', value: `${sum.missingCount} 次`, tone: sum.missingCount === 0 ? 'none' : 'missing' },
  ];
}
