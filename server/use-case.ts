import type { InputOf, OutputOf, ProcedureKey } from '@contract/contract';
import type { Result } from '@domain/result';
import type { Contract } from '@contract/contract';
import type { RefusalCode, RefusalFacts } from '@contract/refusals';
import type { Caller } from './caller';
import type { Ports } from './ports';

/** The refusals that a procedure declares, as its handler returns them. */
type Declared<Key extends ProcedureKey> = Contract[Key]['refusals'][number];
export type RefusalOf<Code extends RefusalCode> = {
  [C in Code]: { readonly code: C; readonly facts: RefusalFacts[C] };
}[Code];
export type Answer<Key extends ProcedureKey> = Result<OutputOf<Key>, RefusalOf<Declared<Key>>>;

/** Who asks: the platform's OPENID, and the person behind it once that is known. */
type CallerOf<Key extends ProcedureKey> = Contract[Key]['callers'] extends 'anyone'
  ? { readonly openid: string; readonly bound: Caller | null }
  : Caller;

/**
 * One use case. `gather` starts reads that need only the OPENID and the parsed input: they run beside the read of
 * the person, so that a punch has two sequential waits. What it gathered is seen only after authorisation.
 */
export interface UseCase<Key extends ProcedureKey, Gathered = unknown> {
  gather?(ports: Ports, openid: string, input: InputOf<Key>): Promise<Gathered>;
  run(ports: Ports, caller: CallerOf<Key>, input: InputOf<Key>, gathered: Gathered): Promise<Answer<Key>>;
}

/**
 * All of the contract: a procedure without a use case does not compile. Each is loaded with the first call of it: a cold
 * start pays for what is asked, not for everything that could be.
 */
export type UseCases = { readonly [Key in ProcedureKey]: () => Promise<UseCase<Key>> };

/** Keeps the type of what is gathered between the two halves of a use case. */
export const useCase = <Key extends ProcedureKey, Gathered = undefined>(
  _key: Key,
  implementation: UseCase<Key, Gathered>,
): UseCase<Key> => implementation as UseCase<Key>;
