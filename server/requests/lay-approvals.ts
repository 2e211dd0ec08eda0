import type { Approval } from '@domain/attendance/approval';
import { addDays, monthOf } from '@domain/time/local-date';
import { freshSheet } from '../attendance/fresh-sheet';
import {
  type JudgedDay,
  judgeDays,
  type SheetsByMonth,
  sheetsByMonth,
  storedDayFrom,
} from '../attendance/judged-days';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { type Sheet, sheets, type StoredApproval, type StoredDay } from '../repositories/sheets';
import { monthAfter, monthsFrom } from '../attendance/months-from';

const ATTEMPTS_AT_A_RACE = 6;

export type Laid = 'laid' | { readonly locked: string };

/**
 * Puts what a case was granted on the sheets of these months, in place of what it had there before, and judges their
 * stored days anew, with what follows from them in the months after. Running it again changes nothing. A locked month
 * is not broken: nothing is written, and its name is the answer.
 *
 * @param granted month → stretches; a month of `months` without any loses the case's
 */
export async function layApprovals(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  caseId: string,
  months: readonly string[],
  granted: ReadonlyMap<string, readonly Approval[]>,
): Promise<Laid> {
  if (months.length === 0) return 'laid';
  const today = todayIn(org.zone, ports.clock.now());
  const read = around(months, monthOf(today));
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const before = sheetsByMonth(await sheets.ofMonths(ports.database, employment._id, read));
    const locked = months.find((month) => (before.get(month)?.lock ?? 'open') !== 'open');
    if (locked !== undefined) return { locked };
    if (await write(ports, org, employment, { caseId, months, granted, before, read })) return 'laid';
  }
  throw new Error(`the sheets of case ${caseId} were too busy`);
}

/** From the month before the first to the one after the last, or to the present one: evenings move mornings. */
function around(months: readonly string[], present: string): readonly string[] {
  const sorted = [...months].sort();
  const [first = present, last = present] = [sorted[0], sorted.at(-1)];
  return monthsFrom(previousMonth(first), [monthAfter(last), present].sort().at(-1) as string);
}

interface Laying {
  readonly caseId: string;
  readonly months: readonly string[];
  readonly granted: ReadonlyMap<string, readonly Approval[]>;
  readonly before: SheetsByMonth;
  readonly read: readonly string[];
}

/** Resolves to whether nobody else wrote meanwhile. */
async function write(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  { caseId, months, granted, before, read }: Laying,
): Promise<boolean> {
  const approvalsOf = (month: string): readonly StoredApproval[] => [
    ...(before.get(month)?.approvals ?? []).filter(([owner]) => owner !== caseId),
    ...(granted.get(month) ?? []).map(({ kind, type, from, to }): StoredApproval => [
      caseId,
      kind,
      type,
      from,
      to,
    ]),
  ];
  const after = new Map<string, Sheet>(before);
  for (const month of months) {
    const sheet = before.get(month) ?? freshSheet(org, employment, month, null);
    after.set(month, { ...sheet, approvals: [...approvalsOf(month)] });
  }
  const last = addDays(firstOf(monthAfter(read.at(-1) as string)), -1);
  const judged = judgeDays(org, employment, after, firstOf(read[0] as string), last, ports.clock.now());
  const writes = [...after].flatMap(([month, sheet]) => {
    const was = before.get(month);
    if (!was) {
      const carryIn = judged.find(({ date }) => date === firstOf(month))?.carryIn ?? null;
      const isEmpty = (sheet.approvals ?? []).length === 0;
      return isEmpty ? [] : [sheets.add(ports.database, { ...sheet, carryIn })];
    }
    // What was signed stays as it was; only months that the request itself touches are refused for a lock.
    if (was.lock !== 'open') return [];
    const days = changedDays(was, judged);
    const isSame = JSON.stringify(was.approvals ?? []) === JSON.stringify(sheet.approvals ?? []);
    if (isSame && Object.keys(days).length === 0) return [];
    return [sheets.writeDays(ports.database, was, days, isSame ? {} : { approvals: sheet.approvals })];
  });
  return (await Promise.all(writes)).every(Boolean);
}

/** The stored days that come out otherwise. */
function changedDays(sheet: Sheet, judged: readonly JudgedDay[]): Readonly<Record<string, StoredDay>> {
  const days: Record<string, StoredDay> = {};
  for (const day of judged) {
    if (monthOf(day.date) !== sheet.month) continue;
    const key = sheets.keyOf(day.date);
    const had = sheet.days[key];
    const is = storedDayFrom(day);
    if (had && JSON.stringify(had) !== JSON.stringify(is)) days[key] = is;
  }
  return days;
}
