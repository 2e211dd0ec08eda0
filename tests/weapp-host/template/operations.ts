import type { Scope } from './scope';

/** An expression, ready to be worked out. */
export type Formula = (scope: Scope) => unknown;

type Operation = (left: Formula, right: Formula) => Formula;
const both =
  (work: (left: never, right: never) => unknown): Operation =>
  (left, right) =>
  (scope) =>
    work(left(scope) as never, right(scope) as never);

// eslint-disable-next-line eqeqeq -- the template's own sign
const loosely = (a: unknown, b: unknown): boolean => a == b;

/** Between two values, from the loosest to the tightest. */
export const OPERATIONS: readonly Readonly<Record<string, Operation>>[] = [
  { '||': (left, right) => (scope) => left(scope) || right(scope) },
  { '&&': (left, right) => (scope) => left(scope) && right(scope) },
  {
    '===': both((a, b) => a === b),
    '!==': both((a, b) => a !== b),
    '==': both(loosely),
    '!=': both((a, b) => !loosely(a, b)),
  },
  {
    '<=': both((a, b) => a <= b),
    '>=': both((a, b) => a >= b),
    '<': both((a, b) => a < b),
    '>': both((a, b) => a > b),
  },
  { '+': both((a: number, b: number) => a + b), '-': both((a: number, b: number) => a - b) },
  {
    '*': both((a: number, b: number) => a * b),
    '/': both((a: number, b: number) => a / b),
    '%': both((a: number, b: number) => a % b),
  },
];
