import type { Envelope, WireRefusal } from '@contract/envelope';
import type { Unreachable } from './transport';

/** A call that did not give its value: the four screens of bad news differ, so the type does. */
export type Trouble =
  | { readonly kind: 'refused'; readonly refusal: WireRefusal }
  | { readonly kind: 'fault'; readonly faultId: string }
  | { readonly kind: 'unreachable'; readonly reason: Unreachable };

/** The end of a call: its value, or why there is none. */
export type Outcome<Value> = { readonly kind: 'done'; readonly value: Value } | Trouble;

/** Reads an envelope off the wire. The server has checked the value against the contract before sending it. */
export function outcomeOf<Value>(envelope: unknown): Outcome<Value> {
  if (typeof envelope !== 'object' || envelope === null || !('ok' in envelope))
    return { kind: 'unreachable', reason: 'service' };
  const answer = envelope as Envelope<Value>;
  if (answer.ok) return { kind: 'done', value: answer.value };
  if ('refusal' in answer) return { kind: 'refused', refusal: answer.refusal };
  return { kind: 'fault', faultId: answer.fault.id };
}
