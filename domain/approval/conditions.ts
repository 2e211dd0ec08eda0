import type { FieldPath, FieldValue } from './names';

/** A question about the forms of a case and the applicant's post, asked when a node or an edge is reached. */
export type Condition =
  | { readonly field: FieldPath; readonly is: FieldValue }
  | { readonly field: FieldPath; readonly oneOf: readonly FieldValue[] }
  | { readonly field: FieldPath; readonly atLeast: number }
  | { readonly field: FieldPath; readonly atMost: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** A field that nobody filled is `undefined`: it equals nothing and compares false. */
export type ReadField = (path: FieldPath) => FieldValue | undefined;

export function holds(condition: Condition, read: ReadField): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, read));
  if ('any' in condition) return condition.any.some((part) => holds(part, read));
  if ('not' in condition) return !holds(condition.not, read);
  const value = read(condition.field);
  if ('is' in condition) return value === condition.is;
  if ('oneOf' in condition) return value !== undefined && condition.oneOf.includes(value);
  if (typeof value !== 'number') return false;
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost;
}

/** Every field that the condition reads. */
export function fieldsOf(condition: Condition): readonly FieldPath[] {
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}
