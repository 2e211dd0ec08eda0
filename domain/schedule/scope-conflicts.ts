import { addDays } from '../time/local-date';
import { problem } from './problem';
import type { Problem } from './problem';
import type { Rule } from './rule';
import { scopeKey } from './scope';
import type { DateRange, ScopeEntry } from './scope';
import { validitiesMeet } from './validate-validity';

/** An object that a draft names and another rule names already. */
export interface ScopeConflict {
  /** The draft's entry; for a dated person only the ranges that collide. */
  readonly entry: ScopeEntry;
  /** The rule it is under now. */
  readonly presentRuleId: string;
  readonly presentRuleName: string;
}

const rangesOf = (entry: ScopeEntry): readonly DateRange[] =>
  entry.type === 'person' ? (entry.ranges ?? []) : [];

const meet = (a: DateRange, b: DateRange): boolean => a.from <= b.to && b.from <= a.to;

/** The ranges of one person within one rule: in order, and not crossing. */
export function ownScopeProblems(scope: readonly ScopeEntry[]): Problem[] {
  return scope.flatMap((entry, i) => {
    const found: Problem[] = [];
    const earlier = scope.slice(0, i).filter((other) => scopeKey(other) === scopeKey(entry));
    const ranges = rangesOf(entry);
    ranges.forEach((range, j) => {
      const field = `[${i}].ranges[${j}]`;
      if (range.to < range.from) found.push(problem(field, 'scope.range-ends-before-it-begins'));
      const others = [...ranges.slice(0, j), ...earlier.flatMap(rangesOf)];
      const crossed = others.find((other) => meet(range, other));
      if (crossed)
        found.push(
          problem(field, 'scope.ranges-cross', {
            date: crossed.from > range.from ? crossed.from : range.from,
          }),
        );
    });
    const dated = ranges.length > 0;
    if (earlier.some((other) => rangesOf(other).length === 0 && !dated))
      found.push(problem(`[${i}]`, 'scope.named-twice'));
    return found;
  });
}

/**
 * The conflicts of a draft with the other rules (docs/rules.md §11), each with its present rule: an undated person,
 * a department, post or tag named twice, or ranges of one person that share a day. A dated naming may stand beside
 * an undated one. Rules whose validities never meet do not conflict.
 */
export function scopeConflicts(draft: Rule, others: readonly Rule[]): ScopeConflict[] {
  const rivals = others.filter(
    ({ id, validity }) => id !== draft.id && validitiesMeet(draft.validity, validity),
  );
  return draft.scope.flatMap((entry) =>
    rivals.flatMap((rule) =>
      rule.scope.flatMap((held): ScopeConflict[] => {
        const clash = clashOf(entry, held);
        return clash === null ? [] : [{ entry: clash, presentRuleId: rule.id, presentRuleName: rule.name }];
      }),
    ),
  );
}

function clashOf(entry: ScopeEntry, held: ScopeEntry): ScopeEntry | null {
  if (scopeKey(entry) !== scopeKey(held)) return null;
  const mine = rangesOf(entry);
  const theirs = rangesOf(held);
  if (mine.length === 0 && theirs.length === 0) return entry;
  const crossing = mine.filter((range) => theirs.some((other) => meet(range, other)));
  return crossing.length === 0 || entry.type !== 'person' ? null : { ...entry, ranges: crossing };
}

/** 批量调整: the draft keeps everything, the conflicting objects leave their present rules. */
export function moveAllHere(
  draft: Rule,
  others: readonly Rule[],
): { readonly draft: Rule; readonly changed: Rule[] } {
  const conflicts = scopeConflicts(draft, others);
  return { draft, changed: others.flatMap((rule) => released(rule, conflicts)) };
}

/** 不调整: only what does not conflict is added; nobody else changes. */
export function addWithoutConflicts(draft: Rule, others: readonly Rule[]): Rule {
  return { ...draft, scope: withoutConflicts(draft.scope, scopeConflicts(draft, others)) };
}

/** Row by row: the chosen conflicts move here, the rest are left out of the draft. */
export function adjustRows(
  draft: Rule,
  others: readonly Rule[],
  movesHere: (conflict: ScopeConflict) => boolean,
): { readonly draft: Rule; readonly changed: Rule[] } {
  const conflicts = scopeConflicts(draft, others);
  const moved = conflicts.filter(movesHere);
  const stayed = conflicts.filter((conflict) => !moved.includes(conflict));
  return {
    draft: { ...draft, scope: withoutConflicts(draft.scope, stayed) },
    changed: others.flatMap((rule) => released(rule, moved)),
  };
}

function withoutConflicts(scope: readonly ScopeEntry[], conflicts: readonly ScopeConflict[]): ScopeEntry[] {
  return scope.flatMap((entry): ScopeEntry[] => {
    const own = conflicts.filter((conflict) => scopeKey(conflict.entry) === scopeKey(entry));
    const ranges = rangesOf(entry);
    if (own.length === 0) return [entry];
    if (ranges.length === 0 || entry.type !== 'person') return [];
    const colliding = own.flatMap((conflict) => rangesOf(conflict.entry));
    const left = ranges.filter((range) => !colliding.some((other) => meet(range, other)));
    return left.length === 0 ? [] : [{ ...entry, ranges: left }];
  });
}

/** The rule without what moved away, or nothing when it loses nothing. */
function released(rule: Rule, moved: readonly ScopeConflict[]): Rule[] {
  const leaving = moved.filter(({ presentRuleId }) => presentRuleId === rule.id);
  if (leaving.length === 0) return [];
  const scope = rule.scope.flatMap((held): ScopeEntry[] => {
    const gone = leaving.filter(({ entry }) => clashOf(entry, held) !== null);
    if (gone.length === 0) return [held];
    const ranges = rangesOf(held);
    if (ranges.length === 0 || held.type !== 'person') return [];
    const left = gone.reduce((rest, { entry }) => rangesOf(entry).reduce(cut, rest), ranges);
    return left.length === 0 ? [] : [{ ...held, ranges: left }];
  });
  return [{ ...rule, scope }];
}

/** The days of the ranges that the taken range leaves. */
const cut = (ranges: readonly DateRange[], taken: DateRange): DateRange[] =>
  ranges.flatMap((range) =>
    meet(range, taken)
      ? [
          ...(range.from < taken.from ? [{ from: range.from, to: addDays(taken.from, -1) }] : []),
          ...(range.to > taken.to ? [{ from: addDays(taken.to, 1), to: range.to }] : []),
        ]
      : [range],
  );
