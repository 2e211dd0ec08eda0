/** The outcome of a domain function that may say an expected "no": a value, or a refusal with facts. */
export type Result<Value, Refused extends Refusal = Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refused };

/** An expected "no": a stable code and the facts that a sentence about it needs. Wording lives on the phone. */
export interface Refusal<Code extends string = string, Facts = Readonly<Record<string, unknown>>> {
  readonly code: Code;
  readonly facts: Facts;
}

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <Code extends string, Facts>(
  code: Code,
  facts: Facts,
): { readonly ok: false; readonly refusal: Refusal<Code, Facts> } => ({
  ok: false,
  refusal: { code, facts },
});
