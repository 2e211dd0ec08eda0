import type { InputOf, OutputOf, ProcedureKey } from '@contract/contract';
import { postponeForBinding } from '@/navigation/destination';
import { call } from './call';
import type { Outcome } from './outcome';

/** A call by a page that needs to know the person: without a binding it leads to the invitation code first. */
export async function ask<Key extends ProcedureKey>(
  key: Key,
  input: InputOf<Key>,
): Promise<Outcome<OutputOf<Key>>> {
  const outcome = await call(key, input);
  if (outcome.kind === 'refused' && outcome.refusal.code === 'session.not-bound') await postponeForBinding();
  return outcome;
}
