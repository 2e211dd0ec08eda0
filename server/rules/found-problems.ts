import { type Problem, problemText } from '@domain/schedule/problem';
import { addDays, type LocalDate } from '@domain/time/local-date';
import type { OrganisationDocument } from '../repositories/organisations';
import { dayText } from '../wall-text';
import type { RuleParts } from './apply-drafts';
import { newestOf } from './versions';

/** No edit takes effect longer ago: a job reads the sheets of thirteen months at most. */
export const DAYS_BACK = 365;

/** What an edit is checked against. */
export interface DraftContext {
  /** What is published. */
  readonly published: OrganisationDocument;
  /** The same with all drafts over it. */
  readonly parts: RuleParts;
  readonly today: LocalDate;
  readonly zoneExists: (name: string) => boolean;
}

/** One thing wrong with an edit, in words. */
export interface Found {
  readonly field: string;
  readonly text: string;
  readonly severity: Problem['severity'];
}

export const refusedAt = (field: string, text: string): Found => ({ field, text, severity: 'refused' });
export const toldAt = (field: string, text: string): Found => ({ field, text, severity: 'ignored' });

export const worded = (problems: readonly Problem[], { parts }: Pick<DraftContext, 'parts'>): Found[] =>
  problems.map((one) => ({ field: one.field, text: textOf(one, parts), severity: one.severity }));

/** The domain's sentence, with the name of what it is about in the place of its id. */
export function textOf(one: Problem, { shifts, places, overtimeRules }: RuleParts): string {
  const { shiftId, placeId, overtimeRuleId } = one.facts;
  const shift = newestOf(shifts, String(shiftId))?.name;
  const place = places.find(({ id }) => id === placeId)?.name;
  const overtime = newestOf(overtimeRules, String(overtimeRuleId))?.name;
  const names = {
    ...(shift !== undefined && { shiftId: `“${shift}”` }),
    ...(place !== undefined && { placeId: `“${place}”` }),
    ...(overtime !== undefined && { overtimeRuleId: `“${overtime}”` }),
  };
  return problemText({ ...one, facts: { ...one.facts, ...names } });
}

/** What has versions begins within a year back, and never before a version that is planned already. */
export function beginningProblems(
  from: LocalDate,
  before: { readonly effectiveFrom?: LocalDate } | null,
  today: LocalDate,
): Found[] {
  const earliest = addDays(today, -DAYS_BACK);
  const latest = before?.effectiveFrom;
  return [
    ...(from < earliest
      ? [refusedAt('effectiveFrom', `最早可以从 ${dayText(earliest)}（一年内）起生效`)]
      : []),
    // Days that a planned version judges already would silently fall back to it.
    ...(latest !== undefined && latest > from
      ? [refusedAt('effectiveFrom', `已有 ${dayText(latest)} 起生效的版本，不能早于它`)]
      : []),
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export const nameProblems = ({ id, name }: Named, others: readonly Named[]): Found[] =>
  others.some((other) => other.id !== id && other.name === name)
    ? [refusedAt('name', `已经有一个叫“${name}”的，换个名字好区分`)]
    : [];
