import { validatePlace } from '@domain/schedule/places-for';
import { type Problem, problemText, under } from '@domain/schedule/problem';
import type { Rule } from '@domain/schedule/rule';
import type { Shift } from '@domain/schedule/shift';
import {
  effectiveFromProblems,
  type RuleSurroundings,
  shiftIdsOf,
  validateRule,
} from '@domain/schedule/validate-rule';
import { validateSettings } from '@domain/schedule/validate-settings';
import { validateShift } from '@domain/schedule/validate-shift';
import { addDays, type LocalDate } from '@domain/time/local-date';
import type { ItemProblem } from '@contract/refusals';
import type { OrganisationDocument } from '../repositories/organisations';
import { draftKey, type RuleItem } from '../repositories/rule-drafts';
import { dayText } from '../wall-text';
import { newestOf, newestOnes, type RuleParts } from './apply-drafts';

/** No edit takes effect longer ago: a job reads the sheets of thirteen months at most. */
export const DAYS_BACK = 365;

export interface Checked {
  /** What must be mended before it is kept. */
  readonly refused: readonly ItemProblem[];
  /** What has no effect and is only told. */
  readonly told: readonly ItemProblem[];
}

export interface DraftContext {
  /** What is published. */
  readonly published: OrganisationDocument;
  /** The same with all drafts over it. */
  readonly parts: RuleParts;
  readonly today: LocalDate;
  readonly zoneExists: (name: string) => boolean;
}

/** Everything wrong with one edit among the others, field by field. */
export function checkItem(item: RuleItem, context: DraftContext): Checked {
  const key = draftKey(item);
  const found = problemsOf(item, context).map(({ severity, field, text }) => ({
    severity,
    problem: { item: key, field, text },
  }));
  return {
    refused: found.filter(({ severity }) => severity === 'refused').map(({ problem }) => problem),
    told: found.filter(({ severity }) => severity === 'ignored').map(({ problem }) => problem),
  };
}

interface Found {
  readonly field: string;
  readonly text: string;
  readonly severity: Problem['severity'];
}

const worded = (problems: readonly Problem[], { parts }: DraftContext): Found[] =>
  problems.map((one) => ({ field: one.field, text: textOf(one, parts), severity: one.severity }));

/** The domain's sentence, with the name of what it is about in the place of its id. */
function textOf(one: Problem, { shifts, places }: RuleParts): string {
  const { shiftId, placeId } = one.facts;
  const shift = newestOf(shifts, String(shiftId))?.name;
  const place = places.find(({ id }) => id === placeId)?.name;
  const names = {
    ...(shift !== undefined && { shiftId: `“${shift}”` }),
    ...(place !== undefined && { placeId: `“${place}”` }),
  };
  return problemText({ ...one, facts: { ...one.facts, ...names } });
}

const refusedAt = (field: string, text: string): Found => ({ field, text, severity: 'refused' });

function problemsOf(item: RuleItem, context: DraftContext): Found[] {
  const { parts } = context;
  switch (item.kind) {
    case 'rule':
      return ruleProblems({ ...item.value, id: item.id, version: 0 }, context);
    case 'shift':
      return shiftProblems({ ...item.value, id: item.id, version: 0 }, context);
    case 'place':
      return [
        ...worded(validatePlace({ ...item.value, id: item.id }), context),
        ...nameProblems(item, parts.places),
      ];
    case 'settings':
      return [
        ...worded(under('settings', validateSettings(item.value.settings)), context),
        ...tooEarly(item.value.effectiveFrom, context.today),
      ];
    case 'specialDays':
      return repeatedDays(item.value.days.map(({ date }) => date));
  }
}

function ruleProblems(rule: Rule, context: DraftContext): Found[] {
  const { published, parts, today } = context;
  const before = newestOf(published.rules, rule.id);
  return [
    ...worded(validateRule(rule, surroundings(context)), context),
    ...worded(effectiveFromProblems(before, rule, today), context),
    ...tooEarly(rule.effectiveFrom, today),
    ...(before === null ? [] : laterVersions(rule.effectiveFrom, [before])),
    ...nameProblems({ id: rule.id, value: rule }, newestOnes(parts.rules)),
    ...unknownDepartments(rule, published),
  ];
}

function shiftProblems(shift: Shift, context: DraftContext): Found[] {
  const { published, parts, today } = context;
  const before = newestOf(published.shifts, shift.id);
  const own = [
    ...worded(validateShift(shift), context),
    ...tooEarly(shift.effectiveFrom, today),
    ...(before === null ? [] : laterVersions(shift.effectiveFrom, [before])),
    ...nameProblems({ id: shift.id, value: shift }, newestOnes(parts.shifts)),
  ];
  if (own.length > 0) return own;
  // A rule that uses it was right with the shift as it was; it must be right with the shift as it becomes.
  const users = newestOnes(parts.rules).filter(({ timetable }) => shiftIdsOf(timetable).includes(shift.id));
  return users.flatMap((rule) =>
    validateRule(onDayOf(shift, rule), surroundings(context))
      .filter(({ severity, facts }) => severity === 'refused' && facts.shiftId === shift.id)
      .map((one) => refusedAt('segments', `用到它的规则“${rule.name}”：${textOf(one, parts)}`)),
  );
}

/** As the rule stands on the day from which the shift is another. */
const onDayOf = ({ effectiveFrom }: Shift, rule: Rule): Rule =>
  rule.effectiveFrom < effectiveFrom ? { ...rule, effectiveFrom } : rule;

const surroundings = ({ parts, published, zoneExists }: DraftContext): RuleSurroundings => ({
  shiftOn: (id, date) =>
    newestOf(
      parts.shifts.filter(({ effectiveFrom }) => effectiveFrom <= date),
      id,
    ),
  zoneExists,
  overtimeRuleExists: (id) => published.overtimeRules.some((rule) => rule.id === id),
  placeExists: (id) => parts.places.some((place) => place.id === id),
  settings: parts.settings,
});

const tooEarly = (from: LocalDate, today: LocalDate): Found[] => {
  const earliest = addDays(today, -DAYS_BACK);
  return from < earliest
    ? [refusedAt('effectiveFrom', `最早可以从 ${dayText(earliest)}（一年内）起生效`)]
    : [];
};

/** Days that a planned version judges already would silently fall back to it. */
function laterVersions(from: LocalDate, versions: readonly (Rule | Shift)[]): Found[] {
  const latest = versions
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()
    .at(-1);
  return latest !== undefined && latest > from
    ? [refusedAt('effectiveFrom', `已有 ${dayText(latest)} 起生效的版本，不能早于它`)]
    : [];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const nameProblems = (
  { id, value }: { readonly id: string; readonly value: { readonly name: string } },
  others: readonly Named[],
): Found[] =>
  others.some((other) => other.id !== id && other.name === value.name)
    ? [refusedAt('name', `已经有一个叫“${value.name}”的，换个名字好区分`)]
    : [];

const unknownDepartments = (rule: Rule, { departments }: OrganisationDocument): Found[] =>
  rule.scope.flatMap((entry, i) =>
    entry.type === 'department' && !departments.some(({ id }) => id === entry.id)
      ? [refusedAt(`scope[${i}]`, '这个部门已经不在了')]
      : [],
  );

const repeatedDays = (dates: readonly LocalDate[]): Found[] =>
  dates.flatMap((date, i) =>
    dates.indexOf(date) === i ? [] : [refusedAt(`days[${i}]`, `${dayText(date)} 设了两次`)],
  );
