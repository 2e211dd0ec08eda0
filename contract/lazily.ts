/**
 * A value that is made when it is first asked for, and only once. Building every schema at load would be a tenth of a
 * function's cold start, and one call needs a few of them.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
