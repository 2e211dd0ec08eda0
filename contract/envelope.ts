import type { RefusalCode, RefusalFacts } from './refusals';

/** An expected "no", as it travels: the code and the facts that its Chinese sentence needs. */
export type WireRefusal = {
  [Code in RefusalCode]: { readonly code: Code; readonly facts: RefusalFacts[Code] };
}[RefusalCode];

/** Every answer of every procedure, on every transport. A fault is a bug: the id finds it in the log. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: WireRefusal }
  | { readonly ok: false; readonly fault: { readonly id: string } };

/** What the phone sends. There is no identity, time or status in it: those are the server's. */
export interface Call {
  readonly procedure: string;
  readonly input: unknown;
}
