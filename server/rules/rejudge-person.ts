import type { Instant } from '@domain/time/instant';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { changedWords } from '../attendance/changed-words';
import { type JudgedDay, judgeDays, sheetsByMonth, storedDayFrom } from '../attendance/judged-days';
import { firstOf } from '../attendance/punch-desk';
import type { Organisation } from '../organisation';
import type { PlannedPerson } from '../repositories/employments';
import { type RejudgedDay, type Sheet, sheets, type StoredDay } from '../repositories/sheets';

export interface SheetRewrite {
  readonly sheet: Sheet;
  readonly days: Readonly<Record<string, StoredDay>>;
  readonly rejudged: Readonly<Record<string, RejudgedDay>>;
  readonly carryIn: Sheet['carryIn'];
}

export interface RejudgedPerson {
  /** One for each sheet that changes. */
  readonly rewrites: readonly SheetRewrite[];
  /** Days that read otherwise since, those of an earlier try of the same job included. */
  readonly changedDays: number;
  /** Some of the days lie in a locked month and stay as they were signed. */
  readonly locked: boolean;
}

/**
 * Judges somebody's stored days in [since, until] under the organisation as it is now. The days as they were follow from
 * the versions that they name, which every later organisation still holds.
 *
 * @param found the sheets of the months from that of `since` on
 */
export function rejudgePerson(
  org: Organisation,
  employment: PlannedPerson,
  found: readonly Sheet[],
  since: LocalDate,
  until: LocalDate,
  now: Instant,
): RejudgedPerson {
  const months = sheetsByMonth(found);
  const isLocked = (date: LocalDate): boolean => (months.get(monthOf(date))?.lock ?? 'open') !== 'open';
  const begin = firstOf(monthOf(since));
  const before = judgeDays(org, employment, months, begin, until, now);
  const after = judgeDays(
    org,
    employment,
    months,
    begin,
    until,
    now,
    (date) => date >= since && !isLocked(date),
  );
  const rewrites = found
    .filter(({ lock }) => lock === 'open')
    .map((sheet) => rewriteOf(sheet, since, before, after, { orgRevision: org.revision, at: now }))
    .filter((rewrite) => rewrite !== null);
  return {
    rewrites,
    changedDays:
      rewrites.reduce((sum, { rejudged }) => sum + Object.keys(rejudged).length, 0) +
      found.reduce((sum, sheet) => sum + earlier(sheet, org.revision), 0),
    locked: found.some(({ lock, month }) => lock !== 'open' && monthHas(month, since, until)),
  };
}

/**
 * What a sheet's stored days from `since` on become; null when it says all that already.
 *
 * @param by who or what judges them again, and when
 */
export function rewriteOf(
  sheet: Sheet,
  since: LocalDate,
  before: readonly JudgedDay[],
  after: readonly JudgedDay[],
  by: Pick<RejudgedDay, 'orgRevision' | 'at' | 'because'>,
): SheetRewrite | null {
  const days: Record<string, StoredDay> = {};
  const rejudged: Record<string, RejudgedDay> = {};
  after.forEach((day, i) => {
    const key = sheets.keyOf(day.date);
    const had = monthOf(day.date) === sheet.month ? sheet.days[key] : undefined;
    const stored = storedDayFrom(day);
    if (had === undefined || day.date < since || JSON.stringify(had) === JSON.stringify(stored)) return;
    days[key] = stored;
    const old = before[i] as JudgedDay;
    const words = changedWords(old.verdict, day.verdict);
    if (words[0] === words[1] || old.verdict.provisional) return;
    const { plan, verdict } = storedDayFrom(old);
    rejudged[key] = { ...by, before: { plan, verdict }, words };
  });
  const first = after.find(({ date }) => date === firstOf(sheet.month));
  const carryIn = first === undefined ? sheet.carryIn : first.carryIn;
  const same = JSON.stringify(carryIn) === JSON.stringify(sheet.carryIn);
  return same && Object.keys(days).length === 0 ? null : { sheet, days, rejudged, carryIn };
}

const earlier = ({ rejudged = {} }: Sheet, revision: number): number =>
  Object.values(rejudged).filter(
    ({ orgRevision, because }) => orgRevision === revision && because === undefined,
  ).length;

const monthHas = (month: string, since: LocalDate, until: LocalDate): boolean =>
  firstOf(month) <= until && addDays(firstOf(monthOf(addDays(firstOf(month), 31))), -1) >= since;
