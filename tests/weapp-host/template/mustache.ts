import { formulaOf } from './expression';
import type { Formula } from './operations';

/** Text with `{{ }}` in it. One expression alone keeps its kind; among text it becomes text. */
export function mustacheOf(source: string): Formula {
  const pieces = source.split(/\{\{([\s\S]*?)\}\}/);
  if (pieces.length === 1) return () => source;
  if (pieces.length === 3 && pieces[0] === '' && pieces[2] === '') return formulaOf(pieces[1] ?? '');
  const formulas = pieces.map((piece, place) => (place % 2 === 0 ? () => piece : formulaOf(piece)));
  return (scope) => formulas.map((formula) => textOf(formula(scope))).join('');
}

/** What is not there is shown as nothing. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

/** The expression of an attribute that must be one: `{{ … }}`. */
export const insideOf = (source: string): string | undefined =>
  /^\{\{([\s\S]*)\}\}$/.exec(source.trim())?.[1];
