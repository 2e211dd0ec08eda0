import { placesFor } from '../../schedule/places-for';
import { planDays } from '../../schedule/plan-day';
import { instantOfMinute, minuteOf } from '../../time/instant';
import type { Instant, InstantMinute } from '../../time/instant';
import { addDays, dateOfDayNumber } from '../../time/local-date';
import { clockText } from '../../time/work-minute';
import type { Zone } from '../../time/zone';
import { buttonAt } from '../accept-punch';
import type { ButtonAnswer } from '../accept-punch';
import { approvalsOf } from '../request-duration';
import type { Ask, JudgeInput } from './read-judge-file';

/** '2026-03-09 09:30' on a zone's wall clock. */
function wallText(at: Instant, zone: Zone): string {
  const wall = zone.wallAt(minuteOf(at));
  const day = Math.floor(wall / 1440);
  return `${dateOfDayNumber(day)} ${clockText(wall - day * 1440)}`;
}

/** What the button would say to everybody who asks, knowing only what was punched before. */
export const answerAsks = (input: JudgeInput): Record<string, unknown>[] =>
  input.asks.map((ask) => printAnswer(ask, answer(input, ask), input.book.zone));

function answer(input: JudgeInput, { judged, minute, distances, accuracyMeters }: Ask): ButtonAnswer {
  const { book, from } = input;
  const today = book.zone.dateAt(minute);
  const plans = planDays(
    book,
    judged.person,
    judged.roster,
    from < today ? from : addDays(today, -1),
    addDays(today, 2),
  );
  const claims = placesFor(book, judged.person, today).map(({ id, name, radiusMeters }) => ({
    placeId: id,
    name,
    radiusMeters,
    distanceMeters: distances[id] ?? null,
  }));
  return buttonAt({
    plans,
    punches: judged.punches.filter((punch) => punch.minute < minute),
    approvals: judged.requests.flatMap(({ kind, type, span }) => approvalsOf(kind, type.id, span, plans)),
    carryIn: null,
    now: instantOfMinute(minute),
    claims,
    accuracyMeters,
  });
}

function printAnswer({ judged, minute }: Ask, given: ButtonAnswer, zone: Zone): Record<string, unknown> {
  const { forecast } = given;
  return {
    person: judged.person.id,
    at: wallText(instantOfMinute(minute as InstantMinute), zone),
    word: given.word,
    kind: given.kind,
    dutyDate: given.dutyDate,
    segment: given.segment === null ? null : given.segment + 1,
    refusal: given.refusal,
    place: given.place?.placeId ?? null,
    shiftChoices: given.shiftChoices,
    forecast:
      forecast === null
        ? null
        : {
            outcome: forecast.outcome,
            minutes: forecast.minutes,
            dueIn: forecast.dueIn === null ? null : clockText(forecast.dueIn),
            dueOut: forecast.dueOut === null ? null : clockText(forecast.dueOut),
          },
    nextChangeAt: wallText(given.nextChangeAt, zone),
  };
}
