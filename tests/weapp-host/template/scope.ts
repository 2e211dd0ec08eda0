/** The names that an expression may use; a name that is not there is undefined, as in WeChat. */
export interface Scope {
  readonly names: Readonly<Record<string, unknown>>;
  /** The names around a loop. */
  readonly outer: Scope | null;
}

export const scopeOf = (names: Readonly<Record<string, unknown>>, outer: Scope | null = null): Scope => ({
  names,
  outer,
});

export function lookUp(scope: Scope | null, name: string): unknown {
  for (let one = scope; one !== null; one = one.outer)
    if (Object.prototype.hasOwnProperty.call(one.names, name)) return one.names[name];
  return undefined;
}
