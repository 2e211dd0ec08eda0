import { isEmployedOn } from '@domain/people/person';
import { monthOf } from '@domain/time/local-date';
import { wordOf } from '../attendance/day-words';
import type { JudgedDay } from '../attendance/judged-days';
import { personOf } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type Sheet, sheets, type SignedDay, type SignedMonth } from '../repositories/sheets';
import { durationText } from '../wall-text';

/** What each day of a month says: what is signed when the month is locked. */
export function signedDaysOf(
  judged: readonly JudgedDay[],
  employment: Employment,
  month: string,
): SignedMonth['days'] {
  const person = personOf(employment);
  const days: Record<string, SignedDay> = {};
  for (const { date, verdict } of judged)
    if (monthOf(date) === month && isEmployedOn(person, date))
      days[sheets.keyOf(date)] = [
        wordOf(verdict),
        verdict.workedMinutes,
        verdict.overtime.reduce((sum, { minutes }) => sum + minutes, 0),
      ];
  return days;
}

const NO_DAY: SignedDay = ['', 0, 0];

/** The days that read otherwise than they were signed. */
export function changedDays(
  signed: SignedMonth['days'] | undefined,
  now: SignedMonth['days'],
): SignedMonth['changed'] {
  if (signed === undefined) return [];
  return [...new Set([...Object.keys(signed), ...Object.keys(now)])]
    .sort()
    .map((key): SignedMonth['changed'][number] => [key, signed[key] ?? NO_DAY, now[key] ?? NO_DAY])
    .filter(([, before, after]) => before.join() !== after.join());
}

/** What changed since the lock before: of a locked month as it was written down, of an open one as it stands. */
export const changedSince = (sheet: Sheet, now: SignedMonth['days']): SignedMonth['changed'] =>
  sheet.lock === 'locked' ? (sheet.signed?.changed ?? []) : changedDays(sheet.signed?.days, now);

/** '迟到 7 分钟，工作 7 小时 53 分', '正常，工作 8 小时，加班 1 小时' */
export const signedText = ([word, worked, overtime]: SignedDay): string =>
  [
    word === '' ? '不在职' : word,
    ...(worked > 0 ? [`工作 ${durationText(worked)}`] : []),
    ...(overtime > 0 ? [`加班 ${durationText(overtime)}`] : []),
  ].join('，');
