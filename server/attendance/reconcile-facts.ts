import { instantOf, minuteOf } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import { type PunchFact, punches } from '../repositories/punches';
import { type Sheet, sheets, type StoredDay } from '../repositories/sheets';

export interface Reconciled {
  /** The sheet with exactly the punches that its facts say; those from elsewhere (a correction) stay. */
  readonly sheet: Sheet;
  /** Facts that were never written though their card was: made again from the card, without place and device. */
  readonly lost: readonly PunchFact[];
}

/**
 * Makes both halves of every press agree on the days up to `until`: a fact without its card is put in, a card of a
 * refused press goes, a card that differs from its fact follows the fact, a card without a fact gets one again.
 * `facts` are the person's from the month's beginning on, refused ones too.
 */
export function reconcileFacts(
  sheet: Sheet,
  facts: readonly PunchFact[],
  until: LocalDate,
  emptyDay: (date: LocalDate) => StoredDay,
): Reconciled {
  const known = new Map(facts.map((fact) => [pressOf(fact), fact]));
  const days: Record<string, StoredDay> = {};
  const lost: PunchFact[] = [];
  for (const [key, day] of Object.entries(sheet.days)) {
    const date = `${sheet.month}-${key}` as LocalDate;
    const kept = day.punches.filter(([id, , , source]) => {
      const fact = known.get(id);
      return date > until || source !== 'button' || !fact || (!fact.refused && fact.dutyDate === date);
    });
    days[key] = { ...day, punches: kept };
    if (date <= until)
      lost.push(
        ...kept
          .filter(([id, , , source]) => source === 'button' && !known.has(id))
          .map(factAgain(sheet, date)),
      );
  }
  for (const fact of facts) {
    const date = fact.dutyDate as LocalDate;
    if (fact.refused || date > until || monthOf(date) !== sheet.month) continue;
    const key = sheets.keyOf(date);
    const day = days[key] ?? emptyDay(date);
    days[key] = { ...day, punches: withCard(day.punches, fact) };
  }
  return { sheet: { ...sheet, days }, lost };
}

const pressOf = ({ _id, employmentId }: PunchFact): string => _id.slice(employmentId.length + 1);

function withCard(cards: StoredDay['punches'], fact: PunchFact): StoredDay['punches'] {
  const id = pressOf(fact);
  const card: StoredDay['punches'][number] = [
    id,
    minuteOf(instantOf(fact.at)),
    fact.kind,
    fact.source ?? 'button',
  ];
  return cards.some(([known]) => known === id)
    ? cards.map((one) => (one[0] === id ? card : one))
    : [...cards, card];
}

const factAgain =
  ({ employmentId }: Sheet, dutyDate: LocalDate) =>
  ([id, minute, kind]: StoredDay['punches'][number]): PunchFact => ({
    _id: punches.idOf(employmentId, id),
    employmentId,
    at: minute * 60_000,
    kind,
    dutyDate,
    refused: null,
    position: null,
    placeId: null,
    distanceMeters: null,
    claimedAt: null,
    device: null,
  });
