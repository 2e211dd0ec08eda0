import { overlap } from '@domain/time/interval';
import {
  refuseSwap,
  type Swap,
  type SwapParty,
  type SwapRefusal,
  swapChanges,
} from '@domain/schedule/roster-swap';
import type { CellChange } from '@domain/schedule/roster-cells';
import type { SwapSides } from '@domain/schedule/roster-swap';
import { dayNumber, type LocalDate } from '@domain/time/local-date';
import { sheetsByMonth } from '../attendance/judged-days';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { requestBooks, type StoredBook } from '../repositories/request-books';
import { sheets } from '../repositories/sheets';
import type { RefusalOf } from '../use-case';
import { dayText } from '../wall-text';
import { monthsAroundCells, surroundingsOf } from './change-roster';

export type SwapNo = RefusalOf<'swap.cannot'>;

/** A swap as it would be, and why it would not be taken. */
export interface SwapDesk {
  readonly changes: SwapSides<readonly CellChange[]>;
  readonly refusal: SwapNo | null;
}

/** Lays the swap on both rosters. Four reads side by side: two people's sheets and requests. */
export async function openSwapDesk(
  ports: Ports,
  org: Organisation,
  people: SwapSides<Employment>,
  swap: Swap,
): Promise<SwapDesk> {
  const [asking, colleague] = await Promise.all([
    partyOf(ports, org, people.asking, swap),
    partyOf(ports, org, people.colleague, swap),
  ]);
  const refusal = refuseSwap(swap, { asking, colleague });
  return {
    changes: swapChanges(swap, { asking: asking.roster.planned, colleague: colleague.roster.planned }),
    refusal: refusal === null ? null : wireSwapRefusal(refusal, people),
  };
}

async function partyOf(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  { mine, theirs }: Swap,
): Promise<SwapParty> {
  const months = monthsAroundCells([{ date: mine }, { date: theirs }]);
  const [found, book] = await Promise.all([
    sheets.ofMonths(ports.database, employment._id, months),
    requestBooks.read(ports.database, employment._id),
  ]);
  return {
    ...surroundingsOf(ports, org, employment, sheetsByMonth(found), []),
    isAway: (date) => isAway(org, book, date),
  };
}

/** Asked for or granted: either would have to be settled first. */
function isAway({ zone }: Organisation, { requests }: StoredBook, date: LocalDate): boolean {
  const day = dayNumber(date);
  const [begins, ends] = [zone.instantAt(day, 0), zone.instantAt(day + 1, 0)];
  return requests.some(({ kind, from, to }) => kind !== 'overtime' && overlap(from, to, begins, ends) > 0);
}

const WHY = {
  'roster.past': 'past',
  'roster.locked': 'locked',
  'roster.outside-validity': 'outside-validity',
  'roster.not-on-roster': 'not-on-roster',
  'roster.unknown-shift': 'other-shifts',
  'roster.overlap': 'overlap',
} as const;

function wireSwapRefusal(refusal: SwapRefusal, people: SwapSides<Employment>): SwapNo {
  if (refusal.code === 'swap.same')
    return {
      code: 'swap.cannot',
      facts: { name: people.asking.name, dateText: dayText(refusal.facts.date), why: 'same' },
    };
  const { name } = people[refusal.facts.who];
  if (refusal.code === 'swap.cannot') {
    const { because } = refusal.facts;
    return {
      code: 'swap.cannot',
      facts: { name, dateText: dayText(because.facts.date), why: WHY[because.code] },
    };
  }
  const why = refusal.code === 'swap.unscheduled' ? 'unscheduled' : 'away';
  return { code: 'swap.cannot', facts: { name, dateText: dayText(refusal.facts.date), why } };
}
