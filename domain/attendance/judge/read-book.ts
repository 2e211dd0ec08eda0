import type { Department } from '../../people/department';
import type { OvertimeRule } from '../../schedule/overtime-rule';
import { isRefused, joinFields, problemText } from '../../schedule/problem';
import type { Problem } from '../../schedule/problem';
import type { Rule } from '../../schedule/rule';
import { createRuleBook } from '../../schedule/rule-book';
import type { RuleBook } from '../../schedule/rule-book';
import { scopeConflicts } from '../../schedule/scope-conflicts';
import { scopeKey } from '../../schedule/scope';
import type { Shift } from '../../schedule/shift';
import { validateRule } from '../../schedule/validate-rule';
import { validateOvertimeRule } from '../../schedule/validate-overtime';
import { validatePlace } from '../../schedule/places-for';
import { validateShift } from '../../schedule/validate-shift';
import { CHINA_PUBLIC_DAYS, createWorkdayCalendar } from '../../time/workday-calendar';
import type { WorkdayCalendar } from '../../time/workday-calendar';
import type { Zone } from '../../time/zone';
import type { FileRule, JudgeFile } from './judge-file';
import { SINCE_EVER, readShift } from './read-shift';
import type { Reading } from './read-text';

export const HOME_ZONE = 'Asia/Shanghai';

export interface ReadBook {
  readonly book: RuleBook | null;
  /** What has no effect; what is refused is in the reading. */
  readonly ignored: readonly Problem[];
}

/** The rules, shifts, calendar and departments of a file, checked. `draft` replaces rules and shifts of its ids. */
export function readBook(
  reading: Reading,
  file: JudgeFile,
  zones: (name: string) => Zone | null,
  draft: JudgeFile['draft'] = {},
): ReadBook {
  const home = file.zone ?? HOME_ZONE;
  const shifts = replaced('shifts', file.shifts ?? [], draft.shifts ?? []).map(([field, shift]) => {
    const read = readShift(reading, field, shift);
    tell(reading, field, validateShift(read));
    return read;
  });
  const rules = replaced('rules', file.rules, draft.rules ?? []).map(
    ([field, rule]) => [field, readRule(reading, field, rule, home)] as const,
  );
  const overtimeRules = (file.overtimeRules ?? []).map((rule, i): OvertimeRule => {
    tell(reading, `overtimeRules[${i}]`, validateOvertimeRule({ name: rule.id, ...rule }));
    return { name: rule.id, ...rule };
  });
  (file.places ?? []).forEach((place, i) => tell(reading, `places[${i}]`, validatePlace(place)));
  if (reading.wrong.length > 0) return { book: null, ignored: [] };
  const made = createRuleBook({
    zone: home,
    zones,
    calendar: readCalendar(reading, file),
    rules: rules.map(([, rule]) => rule),
    shifts,
    overtimeRules,
    departments: (file.departments ?? []).map((one): Department => ({
      name: one.id,
      parentId: null,
      ...one,
    })),
    excluded: file.excluded ?? [],
    places: file.places ?? [],
    settings: file.settings ?? {},
  });
  if (!made.ok) {
    reading.say(String(made.refusal.facts['field']), `时区 ${String(made.refusal.facts['zone'])} 不存在`);
    return { book: null, ignored: [] };
  }
  return { book: made.value, ignored: checkRules(reading, made.value, rules, zones) };
}

/** A draft's shift or rule takes the place of every version of its id. */
const replaced = <T extends { readonly id: string }>(
  list: 'rules' | 'shifts',
  present: readonly T[],
  drafts: readonly T[],
): (readonly [field: string, one: T])[] => [
  ...present.flatMap((one, i) =>
    drafts.some(({ id }) => id === one.id) ? [] : [[`${list}[${i}]`, one] as const],
  ),
  ...drafts.map((one, i) => [`draft.${list}[${i}]`, one] as const),
];

function readRule(reading: Reading, field: string, rule: FileRule, home: string): Rule {
  return {
    version: 1,
    name: rule.id,
    zone: home,
    mode: 'fixed',
    scope: [{ type: 'everyone' }],
    ...rule,
    effectiveFrom: reading.date(`${field}.effectiveFrom`, rule.effectiveFrom ?? SINCE_EVER),
  };
}

function readCalendar(reading: Reading, { calendar = {} }: JudgeFile): WorkdayCalendar {
  return createWorkdayCalendar({
    publicDays: calendar.public === 'none' ? [] : CHINA_PUBLIC_DAYS,
    ...(calendar.knownUntil !== undefined && {
      knownUntil: reading.date('calendar.knownUntil', calendar.knownUntil),
    }),
    ...(calendar.weekend !== undefined && { weekend: calendar.weekend }),
    ownDays: (calendar.days ?? []).map((day, i) => ({
      date: reading.date(`calendar.days[${i}].date`, day.date),
      kind: day.kind,
      name: day.name ?? '',
    })),
  });
}

function checkRules(
  reading: Reading,
  book: RuleBook,
  rules: readonly (readonly [string, Rule])[],
  zones: (name: string) => Zone | null,
): Problem[] {
  const surroundings = {
    shiftOn: (id: string, date: Rule['effectiveFrom']): Shift | null => book.shiftOn(id, date),
    zoneExists: (name: string): boolean => zones(name) !== null,
    overtimeRuleExists: (id: string): boolean => book.overtimeRules.has(id),
    placeExists: (id: string): boolean => book.places.has(id),
    settings: book.source.settings ?? {},
  };
  const current = latestVersions(rules.map(([, rule]) => rule));
  return rules.flatMap(([field, rule]) => {
    const problems = validateRule(rule, surroundings);
    tell(reading, field, problems);
    if (current.includes(rule))
      for (const { entry, presentRuleName } of scopeConflicts(rule, current))
        reading.say(`${field}.scope`, `${scopeKey(entry)} 已在规则“${presentRuleName}”中`);
    return problems.filter(({ severity }) => severity === 'ignored');
  });
}

/** The last version of every rule: earlier ones no longer compete with other rules. */
const latestVersions = (rules: readonly Rule[]): Rule[] => [
  ...rules
    .reduce((last, rule) => {
      const known = last.get(rule.id);
      return known === undefined || rule.effectiveFrom >= known.effectiveFrom
        ? last.set(rule.id, rule)
        : last;
    }, new Map<string, Rule>())
    .values(),
];

function tell(reading: Reading, field: string, problems: readonly Problem[]): void {
  if (!isRefused(problems)) return;
  for (const one of problems)
    if (one.severity === 'refused') reading.say(joinFields(field, one.field), problemText(one));
}
