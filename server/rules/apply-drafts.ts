import type { Rule } from '@domain/schedule/rule';
import { type CompanySettings, DEFAULT_SETTINGS } from '@domain/schedule/settings';
import type { LocalDate } from '@domain/time/local-date';
import type { SpecialDay } from '@domain/time/workday-calendar';
import type { SettingsValue } from '@contract/company-values';
import type { OrganisationDocument } from '../repositories/organisations';
import type { RuleItem } from '../repositories/rule-drafts';
import { newestOnes, withVersion } from './versions';

/** The parts of an organisation that HR's drafts change. */
export type RuleParts = Pick<
  OrganisationDocument,
  | 'rules'
  | 'shifts'
  | 'places'
  | 'overtimeRules'
  | 'settings'
  | 'specialDays'
  | 'calendarKnownUntil'
  | 'leaveTypes'
  | 'correctionLimits'
  | 'branchesKeepRules'
>;

export interface Applied {
  readonly parts: RuleParts;
  /** First day that may be judged otherwise, gone by or to come; null: no day is. */
  readonly since: LocalDate | null;
}

/** Readings that say who may do what; all others judge, and never change a day before they take effect. */
const NOT_JUDGING: ReadonlySet<keyof CompanySettings> = new Set([
  'sharePlaces',
  'showPlaceName',
  'editPastRosters',
  'recomputeReports',
  'maxPunchesPerDay',
]);

/** The organisation with the drafts in force: new versions beside the old ones, which go on judging their own days. */
export function applyDrafts(before: OrganisationDocument, items: readonly RuleItem[]): Applied {
  let parts: RuleParts = before;
  const days: LocalDate[] = [];
  for (const item of items)
    switch (item.kind) {
      case 'rule':
        parts = { ...parts, rules: withVersion(parts.rules, { ...item.value, id: item.id }) };
        days.push(item.value.effectiveFrom);
        break;
      case 'shift':
        parts = { ...parts, shifts: withVersion(parts.shifts, { ...item.value, id: item.id }) };
        days.push(item.value.effectiveFrom);
        break;
      case 'overtime':
        parts = {
          ...parts,
          overtimeRules: withVersion(parts.overtimeRules, { ...item.value, id: item.id }),
        };
        days.push(item.value.effectiveFrom);
        break;
      case 'place': {
        const others = parts.places.filter(({ id }) => id !== item.id);
        parts = { ...parts, places: [...others, { ...item.value, id: item.id }] };
        break;
      }
      case 'specialDays': {
        const { days: special, knownUntil } = item.value;
        days.push(...changedDays(parts.specialDays, special));
        parts = {
          ...parts,
          specialDays: [...special],
          ...(knownUntil !== undefined && { calendarKnownUntil: knownUntil }),
        };
        break;
      }
      case 'leaves':
        parts = { ...parts, leaveTypes: [...item.value.types] };
        break;
      case 'corrections':
        parts = { ...parts, correctionLimits: item.value };
        break;
    }
  // Last, so that the versions it makes hold what the rules say by then.
  for (const item of items)
    if (item.kind === 'settings') {
      if (judgesOtherwise(parts.settings, item.value.settings)) days.push(item.value.effectiveFrom);
      parts = withSettings(parts, item.value);
    }
  return { parts, since: days.sort()[0] ?? null };
}

function changedDays(before: readonly SpecialDay[], after: readonly SpecialDay[]): LocalDate[] {
  const kinds = (days: readonly SpecialDay[]) => new Map(days.map(({ date, kind }) => [date, kind]));
  const [had, has] = [kinds(before), kinds(after)];
  return [...new Set([...had.keys(), ...has.keys()])].filter((date) => had.get(date) !== has.get(date));
}

const judging = (settings: Partial<CompanySettings>): Partial<CompanySettings> =>
  Object.fromEntries(
    Object.entries(settings).filter(([name]) => !NOT_JUDGING.has(name as keyof CompanySettings)),
  );

/** Whether any day could come out otherwise under other readings. */
export const judgesOtherwise = (
  before: Partial<CompanySettings>,
  after: Partial<CompanySettings>,
): boolean => {
  const whole = (settings: Partial<CompanySettings>): string =>
    JSON.stringify(Object.entries({ ...DEFAULT_SETTINGS, ...judging(settings) }).sort());
  return whole(before) !== whole(after);
};

/**
 * The company's readings lie under every version of every rule. So that a new reading judges only from its day on, the
 * versions before that day keep the old readings as their own, and the one in force then gets a successor without them.
 */
function withSettings(
  parts: RuleParts,
  { effectiveFrom, settings, branchesKeepRules }: SettingsValue,
): RuleParts {
  const changed = { ...parts, settings, branchesKeepRules };
  if (!judgesOtherwise(parts.settings, settings)) return changed;
  const old = judging({ ...DEFAULT_SETTINGS, ...parts.settings });
  const rules = parts.rules.map((rule) =>
    rule.effectiveFrom > effectiveFrom ? rule : { ...rule, settings: { ...old, ...rule.settings } },
  );
  const inForce = newestOnes(parts.rules.filter((rule) => rule.effectiveFrom <= effectiveFrom));
  return {
    ...changed,
    rules: inForce.reduce<Rule[]>((all, rule) => {
      const { version: _version, ...value } = { ...rule, effectiveFrom };
      return withVersion(all, value);
    }, rules),
  };
}
