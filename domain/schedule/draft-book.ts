import { localDateOf } from '../time/local-date';
import type { OvertimeRule } from './overtime-rule';
import type { Rule } from './rule';
import type { RuleBookSource } from './rule-book';
import type { Shift } from './shift';

/** Rules, shifts and overtime rules that are not published yet. */
export interface Draft {
  readonly rules: readonly Rule[];
  readonly shifts: readonly Shift[];
  readonly overtimeRules?: readonly OvertimeRule[];
}

const SINCE_EVER = localDateOf('0001-01-01');

/**
 * The book as if the draft had always been in force: it takes the place of every version of its ids, so that past
 * days can be judged under it.
 */
export const draftSource = (source: RuleBookSource, draft: Draft): RuleBookSource => ({
  ...source,
  rules: withDrafts(source.rules, draft.rules),
  shifts: withDrafts(source.shifts, draft.shifts),
  overtimeRules: withDrafts(source.overtimeRules ?? [], draft.overtimeRules ?? []),
});

const withDrafts = <T extends { readonly id: string }>(present: readonly T[], drafts: readonly T[]): T[] => [
  ...present.filter(({ id }) => !drafts.some((draft) => draft.id === id)),
  ...drafts.map((draft) => ({ ...draft, effectiveFrom: SINCE_EVER })),
];
