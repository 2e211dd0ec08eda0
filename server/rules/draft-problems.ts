import { USUAL_LEAVES } from '@domain/attendance/request-types';
import { correctionLimitProblems, leaveTypeProblems } from '@domain/attendance/validate-requests';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import { validatePlace } from '@domain/schedule/places-for';
import { under } from '@domain/schedule/problem';
import type { Rule } from '@domain/schedule/rule';
import { partsOf } from '@domain/schedule/rule-uses';
import type { Shift } from '@domain/schedule/shift';
import { validateOvertimeRule } from '@domain/schedule/validate-overtime';
import { effectiveFromProblems, type RuleSurroundings, validateRule } from '@domain/schedule/validate-rule';
import { validateSettings } from '@domain/schedule/validate-settings';
import { validateShift } from '@domain/schedule/validate-shift';
import type { LocalDate } from '@domain/time/local-date';
import type { ItemProblem } from '@contract/keeping-refusals';
import type { OrganisationDocument } from '../repositories/organisations';
import { draftKey, type RuleItem } from '../repositories/rule-drafts';
import { dayText } from '../wall-text';
import {
  beginningProblems,
  type DraftContext,
  type Found,
  nameProblems,
  refusedAt,
  textOf,
  worded,
} from './found-problems';
import { overtimeOfShift, stoppedInRule, stopProblems } from './stop-problems';
import { newestOf, newestOnes } from './versions';

export interface Checked {
  /** What must be mended before it is kept. */
  readonly refused: readonly ItemProblem[];
  /** What has no effect, or an effect that is easily missed, and is only told. */
  readonly told: readonly ItemProblem[];
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

function problemsOf(item: RuleItem, context: DraftContext): Found[] {
  const { parts, published, today } = context;
  switch (item.kind) {
    case 'rule':
      return ruleProblems({ ...item.value, id: item.id, version: 0 }, context);
    case 'shift':
      return shiftProblems({ ...item.value, id: item.id, version: 0 }, context);
    case 'overtime':
      return overtimeProblems({ ...item.value, id: item.id }, context);
    case 'place': {
      const place = { ...item.value, id: item.id };
      return [
        ...worded(validatePlace(place), context),
        ...nameProblems(place, parts.places),
        ...stopProblems('place', place, parts),
      ];
    }
    case 'settings':
      return [
        ...worded(under('settings', validateSettings(item.value.settings)), context),
        ...beginningProblems(item.value.effectiveFrom, null, today),
      ];
    case 'specialDays':
      return repeatedDays(item.value.days.map(({ date }) => date));
    case 'leaves':
      return worded(leaveTypeProblems(item.value.types, published.leaveTypes ?? USUAL_LEAVES), context);
    case 'corrections':
      return worded(correctionLimitProblems(item.value), context);
  }
}

function ruleProblems(rule: Rule, context: DraftContext): Found[] {
  const { published, parts, today } = context;
  const before = newestOf(published.rules, rule.id);
  return [
    ...worded(validateRule(rule, surroundings(context)), context),
    ...worded(effectiveFromProblems(before, rule, today), context),
    ...beginningProblems(rule.effectiveFrom, before, today),
    ...nameProblems(rule, newestOnes(parts.rules)),
    ...unknownUnits(rule, published),
    ...stoppedInRule(rule, parts),
  ];
}

function shiftProblems(shift: Shift, context: DraftContext): Found[] {
  const { published, parts, today } = context;
  const own = [
    ...worded(validateShift(shift), context),
    ...beginningProblems(shift.effectiveFrom, newestOf(published.shifts, shift.id), today),
    ...nameProblems(shift, newestOnes(parts.shifts)),
    ...overtimeOfShift(shift, parts),
    ...stopProblems('shift', shift, parts),
  ];
  if (own.length > 0) return own;
  // A rule that uses it was right with the shift as it was; it must be right with the shift as it becomes.
  const users = newestOnes(parts.rules).filter((rule) => partsOf(rule, 'shift').includes(shift.id));
  return users.flatMap((rule) =>
    validateRule(onDayOf(shift, rule), surroundings(context))
      .filter(({ severity, facts }) => severity === 'refused' && facts.shiftId === shift.id)
      .map((one) => refusedAt('segments', `用到它的规则“${rule.name}”：${textOf(one, parts)}`)),
  );
}

function overtimeProblems(
  rule: OvertimeRule & { readonly effectiveFrom: LocalDate },
  context: DraftContext,
): Found[] {
  const { published, parts, today } = context;
  return [
    ...worded(validateOvertimeRule(rule), context),
    ...beginningProblems(rule.effectiveFrom, newestOf(published.overtimeRules, rule.id), today),
    ...nameProblems(rule, newestOnes(parts.overtimeRules)),
    ...stopProblems('overtime', rule, parts),
  ];
}

/** As the rule stands on the day from which the shift is another. */
const onDayOf = ({ effectiveFrom }: Shift, rule: Rule): Rule =>
  rule.effectiveFrom < effectiveFrom ? { ...rule, effectiveFrom } : rule;

const surroundings = ({ parts, zoneExists }: DraftContext): RuleSurroundings => ({
  shiftOn: (id, date) =>
    newestOf(
      parts.shifts.filter(({ effectiveFrom }) => effectiveFrom <= date),
      id,
    ),
  zoneExists,
  overtimeRuleExists: (id) => parts.overtimeRules.some((rule) => rule.id === id),
  placeExists: (id) => parts.places.some((place) => place.id === id),
  settings: parts.settings,
});

/** Departments and posts that are gone. Tags are free words, and people may come back. */
const unknownUnits = (rule: Rule, { departments, posts = [] }: OrganisationDocument): Found[] =>
  rule.scope.flatMap((entry, i) => {
    const known = entry.type === 'department' ? departments : entry.type === 'post' ? posts : null;
    if (known === null || entry.type === 'everyone' || known.some(({ id }) => id === entry.id)) return [];
    return [refusedAt(`scope[${i}]`, `这个${entry.type === 'post' ? '岗位' : '部门'}已经不在了`)];
  });

const repeatedDays = (dates: readonly LocalDate[]): Found[] =>
  dates.flatMap((date, i) =>
    dates.indexOf(date) === i ? [] : [refusedAt(`days[${i}]`, `${dayText(date)} 设了两次`)],
  );
