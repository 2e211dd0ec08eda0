import { refuse } from '../result';
import type { Refusal } from '../result';
import type { LocalDate } from '../time/local-date';
import type { CellChange, PlannedDays } from './roster-cells';
import { changeCells, markOn, UNPLANNED } from './roster-cells';
import type { RosterRefusal, RosterSurroundings } from './roster-edit';

/** Two people exchange what is planned for them on one day, or on two: 我的那天给你，你的那天给我. */
export interface Swap {
  /** The day of whoever asks. */
  readonly mine: LocalDate;
  /** The colleague's day; the same day is allowed. */
  readonly theirs: LocalDate;
}

export interface SwapSides<Value> {
  readonly asking: Value;
  readonly colleague: Value;
}

export type SwapRefusal =
  | Refusal<'swap.unscheduled', { readonly who: keyof SwapSides<unknown>; readonly date: LocalDate }>
  | Refusal<'swap.same', { readonly date: LocalDate }>
  | Refusal<'swap.on-leave', { readonly who: keyof SwapSides<unknown>; readonly date: LocalDate }>
  | Refusal<'swap.cannot', { readonly who: keyof SwapSides<unknown>; readonly because: RosterRefusal }>;

const daysOf = ({ mine, theirs }: Swap): readonly LocalDate[] =>
  mine === theirs ? [mine] : [mine, theirs].sort();

/** What each of the two rosters becomes. The same swap again puts both back. */
export function swapChanges(swap: Swap, planned: SwapSides<PlannedDays>): SwapSides<readonly CellChange[]> {
  const exchange = (own: PlannedDays, other: PlannedDays): CellChange[] =>
    daysOf(swap)
      .map((date) => ({ date, from: markOn(own, date), to: markOn(other, date) }))
      .filter(({ from, to }) => from !== to);
  return {
    asking: exchange(planned.asking, planned.colleague),
    colleague: exchange(planned.colleague, planned.asking),
  };
}

/** One of the two, as the conflict check needs him. */
export interface SwapParty extends RosterSurroundings {
  /** Whether leave, an outing or a trip lies on the day, asked for or granted. */
  isAway(date: LocalDate): boolean;
}

/**
 * Why two people cannot swap (docs/rosters.md); null when they can: both are planned on the days, something changes by
 * it, nobody is away, and either roster may be planned so afterwards.
 */
export function refuseSwap(swap: Swap, parties: SwapSides<SwapParty>): SwapRefusal | null {
  const sides = ['asking', 'colleague'] as const;
  for (const date of daysOf(swap))
    for (const who of sides) {
      if (markOn(parties[who].roster.planned, date) === UNPLANNED)
        return refuse('swap.unscheduled', { who, date }).refusal;
      if (parties[who].isAway(date)) return refuse('swap.on-leave', { who, date }).refusal;
    }
  const changes = swapChanges(swap, {
    asking: parties.asking.roster.planned,
    colleague: parties.colleague.roster.planned,
  });
  if (changes.asking.length === 0) return refuse('swap.same', { date: swap.mine }).refusal;
  for (const who of sides)
    for (const outcome of changeCells(parties[who], changes[who]).outcomes)
      if (outcome.kind === 'refused') return refuse('swap.cannot', { who, because: outcome.refusal }).refusal;
  return null;
}
