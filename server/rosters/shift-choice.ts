import { choicesOn } from '@domain/schedule/roster-choice';
import type { OutputOf } from '@contract/contract';
import type { PunchDesk } from '../attendance/punch-desk';
import type { JudgedDay } from '../attendance/judged-days';
import { personOf } from '../organisation';
import { rosterOnSheets } from './roster-on-sheets';
import { timesOf } from './shift-chips';

/** What the person may choose for the day in front of the button; nothing once a punch or a roster stands on it. */
export function choiceOf(
  { org, employment, months }: PunchDesk,
  { date, punches }: JudgedDay,
): Pick<OutputOf<'punch.today'>, 'choice'> {
  const roster = rosterOnSheets(months.values());
  const ids = choicesOn({ book: org.book, person: personOf(employment), roster }, date);
  const shifts = ids.flatMap((id) => org.book.shiftOn(id, date) ?? []);
  if (shifts.length === 0 || punches.length > 0) return {};
  return {
    choice: {
      shifts: shifts.map((shift) => ({ id: shift.id, name: shift.name, timeText: timesOf(shift) })),
      chosenId: roster.chosen.get(date) ?? null,
    },
  };
}
