import { ok, refuse, type Result } from '@domain/result';
import type { Swap, SwapSides } from '@domain/schedule/roster-swap';
import { parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import type { RefusalOf } from '../use-case';

/** Who swaps with whom, and which days. */
export interface AskedSwap {
  readonly people: SwapSides<Employment>;
  readonly swap: Swap;
}

export async function swapOfInput(
  { database }: Ports,
  { employment }: Caller,
  { colleagueId, mine, theirs }: InputOf<'swap.draft'>,
): Promise<Result<AskedSwap, RefusalOf<'swap.dates-invalid' | 'person.unknown' | 'person.is-oneself'>>> {
  const [own, other] = [parseLocalDate(mine), parseLocalDate(theirs)];
  if (own === null || other === null) return refuse('swap.dates-invalid', {});
  if (colleagueId === employment._id) return refuse('person.is-oneself', {});
  const colleague = await employments.read(database, colleagueId);
  if (!colleague) return refuse('person.unknown', {});
  return ok({ people: { asking: employment, colleague }, swap: { mine: own, theirs: other } });
}
