import type { Punch } from '@domain/attendance/punch';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import type { DeskView } from '@contract/contract';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { sheets, type StoredOutside } from '../repositories/sheets';
import { freshSheet } from './fresh-sheet';
import type { SheetsByMonth } from './judged-days';

const ATTEMPTS_AT_A_RACE = 6;

/** What waits for a yes: no verdict knows of it, but the button does, so that the evening's press is 签退. */
export const pendingPunches = (months: SheetsByMonth): readonly Punch[] =>
  [...months.values()].flatMap(({ outside = [] }) => waiting(outside));

/** Those of one day. */
export const pendingOn = (months: SheetsByMonth, date: LocalDate): readonly Punch[] =>
  waiting((months.get(monthOf(date))?.outside ?? []).filter((one) => one.date === date));

const waiting = (outside: readonly StoredOutside[]): readonly Punch[] =>
  outside
    .filter(({ state }) => state === 'pending')
    .map(({ punchId, minute, kind }) => ({ id: punchId, minute, kind, source: 'button' }));

/** The day's presses outside; nothing where there are none. */
export function outsideViews(months: SheetsByMonth, date: LocalDate): Pick<DeskView, 'outside'> {
  const ofDay = (months.get(monthOf(date))?.outside ?? []).filter((one) => one.date === date);
  if (ofDay.length === 0) return {};
  return {
    outside: ofDay.map(({ punchId, text, remark, state, caseId }) => ({
      punchId,
      text,
      remark,
      state,
      caseId,
    })),
  };
}

/**
 * Puts the press on the sheet of its day as it now stands; as often as it runs, it stands there once. A locked month
 * keeps what it shows: it was signed.
 */
export async function markOutside(
  { database }: Ports,
  org: Organisation,
  employment: Employment,
  press: StoredOutside,
): Promise<void> {
  const month = monthOf(press.date);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const before = await sheets.read(database, employment._id, month);
    if (before !== null && before.lock !== 'open') return;
    const others = (before?.outside ?? []).filter(({ caseId }) => caseId !== press.caseId);
    const outside = [...others, press].sort((a, b) => a.minute - b.minute);
    if (before && JSON.stringify(before.outside) === JSON.stringify(outside)) return;
    const done = before
      ? await sheets.writeDays(database, before, {}, { outside })
      : await sheets.add(database, { ...freshSheet(org, employment, month, null), outside });
    if (done) return;
  }
  throw new Error(`the sheet of case ${press.caseId} was too busy`);
}
