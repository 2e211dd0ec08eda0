import type { Department } from '../../people/department';
import { draftSource } from '../../schedule/draft-book';
import type { OvertimeRule } from '../../schedule/overtime-rule';
import { isRefused, joinFields, problemText } from '../../schedule/problem';
import type { Problem } from '../../schedule/problem';
import type { Rule } from '../../schedule/rule';
import { createRuleBook } from '../../schedule/rule-book';
import type { RuleBook, RuleBookSource } from '../../schedule/rule-book';
import { scopeConflicts } from '../../schedule/scope-conflicts';
import { scopeKey } from '../../schedule/scope';
import type { Shift } from '../../schedule/shift';
import { validateRule } from '../../schedule/validate-rule';
import { validateOvertimeRule } from '../../schedule/validate-overtime';
import { validatePlace } from '../../schedule/places-for';
import { validateSettings } from '../../schedule/validate-settings';
import { validateShift } from '../../schedule/validate-shift';
import { CHINA_PUBLIC_DAYS, createWorkdayCalendar } from '../../time/workday-calendar';
import type { WorkdayCalendar } from '../../time/workday-calendar';
import type { Zone } from '../../time/zone';
import type { FileRule, FileShift, JudgeFile } from './judge-file';
import { SINCE_EVER, readShift } from './read-shift';
import type { Reading } from './read-text';

export const HOME_ZONE = 'Asia/Shanghai';

export interface ReadBooks {
  readonly book: RuleBook;
  /** The book with the file's draft in it, as if it had always been in force; null without a draft. */
  readonly draft: RuleBook | null;
  /** What has no effect; what is refused is in the reading. */
  readonly ignored: readonly Problem[];
}

/** A rule and the field it was read from. */
type FieldRule = readonly [field: string, rule: Rule];

/** The rules, shifts, calendar and departments of a file, checked; null when something in them is refused. */
export function readBooks(
  reading: Reading,
  file: JudgeFile,
  zones: (name: string) => Zone | null,
): ReadBooks | null {
  const home = file.zone ?? HOME_ZONE;
  const rules = readRules(reading, 'rules', file.rules, home);
  const drafts = readRules(reading, 'draft.rules', file.draft?.rules ?? [], home);
  const source = readSource(reading, file, zones, rules);
  const draftShifts = readShifts(reading, 'draft.shifts', file.draft?.shifts ?? []);
  const book = makeBook(reading, source);
  if (book === null) return null;
  const ignored = checkRules(reading, book, rules);
  if (file.draft === undefined) return { book, draft: null, ignored };
  const draft = makeBook(
    reading,
    draftSource(source, { rules: drafts.map(([, rule]) => rule), shifts: draftShifts }),
  );
  return draft === null
    ? null
    : { book, draft, ignored: [...ignored, ...checkRules(reading, draft, drafts)] };
}

function readSource(
  reading: Reading,
  file: JudgeFile,
  zones: (name: string) => Zone | null,
  rules: readonly FieldRule[],
): RuleBookSource {
  tell(reading, 'settings', validateSettings(file.settings ?? {}));
  (file.places ?? []).forEach((place, i) => tell(reading, `places[${i}]`, validatePlace(place)));
  return {
    zone: file.zone ?? HOME_ZONE,
    zones,
    calendar: readCalendar(reading, file),
    rules: rules.map(([, rule]) => rule),
    shifts: readShifts(reading, 'shifts', file.shifts ?? []),
    overtimeRules: (file.overtimeRules ?? []).map((rule, i): OvertimeRule => {
      const field = `overtimeRules[${i}]`;
      const { effectiveFrom, ...rest } = rule;
      const named: OvertimeRule = {
        name: rule.id,
        ...rest,
        ...(effectiveFrom !== undefined && {
          effectiveFrom: reading.date(`${field}.effectiveFrom`, effectiveFrom),
        }),
      };
      tell(reading, field, validateOvertimeRule(named));
      return named;
    }),
    departments: (file.departments ?? []).map((one): Department => ({
      name: one.id,
      parentId: null,
      ...one,
    })),
    excluded: file.excluded ?? [],
    places: file.places ?? [],
    settings: file.settings ?? {},
  };
}

const readShifts = (reading: Reading, list: string, shifts: readonly FileShift[]): Shift[] =>
  shifts.map((shift, i) => {
    const read = readShift(reading, `${list}[${i}]`, shift);
    tell(reading, `${list}[${i}]`, validateShift(read));
    return read;
  });

/** Ids, or ids with versions, that stand twice in a list. */
function tellTwice(reading: Reading, list: string, names: readonly string[]): void {
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i) reading.say(`${list}[${i}]`, `“${name}” 出现了两次`);
  });
}

const readRules = (reading: Reading, list: string, rules: readonly FileRule[], home: string): FieldRule[] =>
  rules.map((rule, i) => [`${list}[${i}]`, readRule(reading, `${list}[${i}]`, rule, home)]);

function makeBook(reading: Reading, source: RuleBookSource): RuleBook | null {
  const versions = (list: readonly { id: string; version: number }[]): string[] =>
    list.map(({ id, version }) => `${id}@${version}`);
  tellTwice(reading, 'rules', versions(source.rules));
  tellTwice(reading, 'shifts', versions(source.shifts));
  tellTwice(
    reading,
    'departments',
    (source.departments ?? []).map(({ id }) => id),
  );
  if (reading.wrong.length > 0) return null;
  const made = createRuleBook(source);
  if (made.ok) return made.value;
  reading.say(String(made.refusal.facts['field']), `时区 ${String(made.refusal.facts['zone'])} 不存在`);
  return null;
}

function readRule(reading: Reading, field: string, rule: FileRule, home: string): Rule {
  return {
    version: 1,
    name: rule.id,
    zone: home,
    mode: 'fixed',
    scope: [{ type: 'everyone' }],
    ...rule,
    effectiveFrom: reading.date(`${field}.effectiveFrom`, rule.effectiveFrom ?? SINCE_EVER),
    ...(rule.ownDays !== undefined && {
      ownDays: rule.ownDays.map((day, i) => ({
        ...day,
        name: day.name ?? '',
        date: reading.date(`${field}.ownDays[${i}].date`, day.date),
      })),
    }),
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

/** Checks these rules against the book they are in. */
function checkRules(reading: Reading, book: RuleBook, rules: readonly FieldRule[]): Problem[] {
  const surroundings = {
    shiftOn: (id: string, date: Rule['effectiveFrom']): Shift | null => book.shiftOn(id, date),
    zoneExists: (name: string): boolean => book.source.zones(name) !== null,
    overtimeRuleExists: (id: string): boolean => book.hasOvertimeRule(id),
    placeExists: (id: string): boolean => book.places.has(id),
    settings: book.source.settings ?? {},
  };
  const current = latestVersions(book.source.rules);
  return rules.flatMap(([field, rule]) => {
    const problems = validateRule(rule, surroundings);
    tell(reading, field, problems);
    if (current.some(({ id, version }) => id === rule.id && version === rule.version))
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
