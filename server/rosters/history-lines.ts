import { instantOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import type { Organisation } from '../organisation';
import type { RosterChange } from '../repositories/rosters';
import { dayText, momentText } from '../wall-text';

/** '刘静 · 3月9日 周一 09:30' */
export const whoText = (org: Organisation, { byName, at }: RosterChange): string =>
  `${byName} · ${momentText(org.zone, instantOf(at))}`;

/** '早班', '休', '未排' */
export function markText({ book }: Organisation, mark: RosterMark, date: LocalDate): string {
  if (mark === null) return '休';
  return mark === UNPLANNED ? '未排' : (book.shiftOn(mark, date)?.name ?? '已停用的班次');
}

/** '3月10日 周二 早班 → 休' */
export const cellTexts = (org: Organisation, { cells }: RosterChange): string[] =>
  cells.map(({ date, from, to }) => {
    const day = date as LocalDate;
    return `${dayText(day)} ${markText(org, from, day)} → ${markText(org, to, day)}`;
  });
