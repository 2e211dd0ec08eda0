import { ok, refuse } from '@domain/result';
import { refuseChoice } from '@domain/schedule/roster-choice';
import { daysBetween, type LocalDate, monthOf, parseLocalDate } from '@domain/time/local-date';
import { freshSheet } from '../attendance/fresh-sheet';
import { sheetsByMonth } from '../attendance/judged-days';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Ports, Transaction } from '../ports';
import type { Employment } from '../repositories/employments';
import { rosterChanges } from '../repositories/rosters';
import { sheets } from '../repositories/sheets';
import { surroundingsOf } from '../rosters/change-roster';
import { type Answer, useCase } from '../use-case';
import { dayText } from '../wall-text';

const ATTEMPTS_AT_A_RACE = 6;

type Chosen = Answer<'roster.choose'>;

/** 自选班次: the person picks the shift of an unscheduled day before the first punch. */
export const chooseShift = useCase('roster.choose', {
  async run(ports, { employment }, { commandId, date, shiftId }): Promise<Chosen> {
    const org = await organisation(ports);
    const day = parseLocalDate(date);
    const today = todayIn(org.zone, ports.clock.now());
    // The duty date in front of the button: last night's, today's or, where zones differ, tomorrow's.
    if (day === null || Math.abs(daysBetween(today, day)) > 1) return refuse('choice.not-offered', {});
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const done = await ports.database.transaction((transaction) =>
        choose(transaction, ports, org, employment, commandId, day, shiftId),
      );
      if (done !== null) return done;
    }
    return refuse('conflict.busy', {});
  },
});

async function choose(
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  employment: Employment,
  commandId: string,
  date: LocalDate,
  shiftId: string,
): Promise<Chosen> {
  const month = monthOf(date);
  const sheet = await sheets.readInside(transaction, employment._id, month);
  const around = surroundingsOf(ports, org, employment, sheetsByMonth(sheet ? [sheet] : []), []);
  const before = around.roster.chosen.get(date) ?? '';
  const name = org.book.shiftOn(shiftId, date)?.name ?? '';
  const answer = ok({ text: `${dayText(date)}按${name}上班` });
  if (before === shiftId) return answer;
  const punched = (sheet?.days[sheets.keyOf(date)]?.punches.length ?? 0) > 0;
  const refusal = refuseChoice(around, date, shiftId, punched);
  if (refusal !== null) return wire(org, refusal);
  const chosenShifts = { ...sheet?.chosenShifts, [date]: shiftId };
  if (sheet === null)
    await sheets.addInside(transaction, { ...freshSheet(org, employment, month, null), chosenShifts });
  else await sheets.writeInside(transaction, sheet, { chosenShifts });
  await rosterChanges.addInside(transaction, {
    _id: rosterChanges.idOf(employment._id, commandId),
    employmentId: employment._id,
    months: [month],
    at: ports.clock.now(),
    by: employment._id,
    byName: employment.name,
    means: 'chosen',
    cells: [{ date, from: before, to: shiftId }],
  });
  return answer;
}

function wire(org: Organisation, refusal: NonNullable<ReturnType<typeof refuseChoice>>): Chosen {
  switch (refusal.code) {
    case 'roster.locked':
      return refuse('month.locked', { month: refusal.facts.month });
    case 'roster.overlap': {
      const { otherDate, otherShiftId } = refusal.facts;
      const name = org.book.shiftOn(otherShiftId, otherDate)?.name ?? '';
      return refuse('choice.overlaps', { other: `${dayText(otherDate)} ${name}` });
    }
    case 'choice.already-punched':
      return refuse('choice.already-punched', {});
    default:
      return refuse('choice.not-offered', {});
  }
}
