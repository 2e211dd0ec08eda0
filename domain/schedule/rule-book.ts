import type { DepartmentTree, Department } from '../people/department';
import { departmentTree } from '../people/department';
import { ok, refuse } from '../result';
import type { Result } from '../result';
import { dateOfDayNumber, localDateOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { dayKindOn } from '../time/workday-calendar';
import type { WorkdayCalendar } from '../time/workday-calendar';
import type { Zone } from '../time/zone';
import { BUILT_IN_SHIFT_ID, compileRule, idleShiftId } from './compiled-rule';
import type { CompiledRule } from './compiled-rule';
import type { DayOutline, DayState } from './day-outline';
import { layShift } from './laid-shift';
import type { LaidShift } from './laid-shift';
import type { OvertimeRule } from './overtime-rule';
import type { Place } from './place';
import type { Rule } from './rule';
import { scopeKey } from './scope';
import type { ScopeEntry } from './scope';
import type { CompanySettings } from './settings';
import type { FixedShift, Shift } from './shift';

/** Everything of a company that judges days, as stored: all versions of all rules and shifts. */
export interface RuleBookSource {
  /** The company's own zone, for days without a rule. */
  readonly zone: string;
  readonly zones: (name: string) => Zone | null;
  readonly calendar: WorkdayCalendar;
  readonly rules: readonly Rule[];
  readonly shifts: readonly Shift[];
  readonly overtimeRules?: readonly OvertimeRule[];
  readonly departments?: readonly Department[];
  /** 免考勤: person ids that are never judged. */
  readonly excluded?: readonly string[];
  readonly places?: readonly Place[];
  readonly settings?: Partial<CompanySettings>;
}

/** One naming in a scope, found by scopeKey. */
export interface ScopeHit {
  readonly entry: ScopeEntry;
  readonly rule: CompiledRule;
  /** Of two entries added at the same time the one further down wins. */
  readonly order: number;
}

/** The source made ready: looked up by id and date, laid on days once and kept. */
export class RuleBook {
  readonly zone: Zone;
  readonly departments: DepartmentTree;
  readonly excluded: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly #versions = new Map<string, CompiledRule[]>();
  readonly #shifts = new Map<string, Shift[]>();
  readonly #overtime = new Map<string, OvertimeRule[]>();
  readonly #scope = new Map<string, ScopeHit[]>();
  readonly #namesPeople: boolean;
  readonly #bare = new Map<DayState, Map<number, DayOutline>>();

  constructor(
    readonly source: RuleBookSource,
    companyZone: Zone,
    zones: ReadonlyMap<string, Zone>,
  ) {
    this.zone = companyZone;
    this.departments = departmentTree(source.departments ?? []);
    this.excluded = new Set(source.excluded ?? []);
    this.places = new Map((source.places ?? []).map((place) => [place.id, place]));
    for (const overtime of source.overtimeRules ?? []) push(this.#overtime, overtime.id, overtime);
    for (const shift of [BUILT_IN_SHIFT, ...source.shifts]) push(this.#shifts, shift.id, shift);
    let order = 0;
    for (const rule of source.rules) {
      const zone = zones.get(rule.zone) ?? companyZone;
      const compiled = compileRule(rule, zone, source.settings ?? {});
      push(this.#versions, rule.id, compiled);
      for (const entry of rule.stopped === true ? [] : rule.scope)
        push(this.#scope, scopeKey(entry), { entry, rule: compiled, order: order++ });
    }
    this.#namesPeople = source.rules.some(({ scope }) => scope.some(({ type }) => type === 'person'));
    for (const list of this.#versions.values()) list.sort((a, b) => byVersion(a.rule, b.rule));
    for (const list of this.#shifts.values()) list.sort(byVersion);
    for (const list of this.#overtime.values()) list.sort(byOvertimeVersion);
  }

  /** The version of a rule in effect on a day: the last whose effectiveFrom has come; null before the first. */
  ruleOn(id: string, date: LocalDate): CompiledRule | null {
    return latest(this.#versions.get(id), (compiled) => compiled.rule.effectiveFrom <= date);
  }

  ruleVersion(id: string, version: number): CompiledRule | null {
    return this.#versions.get(id)?.find((compiled) => compiled.version === version) ?? null;
  }

  shiftOn(id: string, date: LocalDate): Shift | null {
    return latest(this.#shifts.get(id), (shift) => shift.effectiveFrom <= date);
  }

  shiftVersion(id: string, version: number): Shift | null {
    return this.#shifts.get(id)?.find((shift) => shift.version === version) ?? null;
  }

  /** The version of an overtime rule in effect on a day; null before the first, and for an unknown id. */
  overtimeOn(id: string, date: LocalDate): OvertimeRule | null {
    return latest(this.#overtime.get(id), ({ effectiveFrom }) => (effectiveFrom ?? '') <= date);
  }

  hasOvertimeRule(id: string): boolean {
    return this.#overtime.has(id);
  }

  scopeHits(key: string): readonly ScopeHit[] {
    return this.#scope.get(key) ?? NO_HITS;
  }

  /** Whether a scope or the list of the excluded names this person. */
  isNamed(personId: string): boolean {
    return this.excluded.has(personId) || (this.#namesPeople && this.#scope.has(`person:${personId}`));
  }

  /** The outline of a day with a shift. */
  dutyOutline(rule: CompiledRule, shift: Shift, day: number, chosen = false): DayOutline {
    const key = `${shift.id}@${shift.version}${chosen ? ' chosen' : ''}`;
    return kept(rule.outlines, key, day, () =>
      this.#outline(day, 'duty', rule, layShift(shift, rule.zone, day), chosen),
    );
  }

  /** The outline of a day without a shift; `rule` is null where none applies. */
  idleOutline(rule: CompiledRule | null, state: DayState, day: number): DayOutline {
    const make = (): DayOutline => this.#outline(day, state, rule, null, false);
    return rule === null ? kept(this.#bare, state, day, make) : kept(rule.outlines, state, day, make);
  }

  #overtimeOf(rule: CompiledRule, laid: LaidShift | null, date: LocalDate): OvertimeRule | null {
    const id = rule.overtimeByShift
      ? (laid?.shift ?? this.shiftOn(idleShiftId(rule), date))?.overtimeRuleId
      : rule.overtimeRuleId;
    return id == null ? null : this.overtimeOn(id, date);
  }

  #outline(
    day: number,
    state: DayState,
    rule: CompiledRule | null,
    laid: LaidShift | null,
    chosen: boolean,
  ): DayOutline {
    const zone = rule?.zone ?? this.zone;
    const date = dateOfDayNumber(day);
    const calendarKind = dayKindOn(date, this.source.calendar);
    const working = state === 'duty' ? 'workday' : 'restday';
    return {
      date,
      day,
      state,
      kind: calendarKind === 'holiday' ? 'holiday' : rule === null ? calendarKind : working,
      rule,
      laid,
      overtime: rule === null ? null : this.#overtimeOf(rule, laid, date),
      chosen,
      zone,
      midnight: zone.instantAt(day, 0),
      nextMidnight: zone.instantAt(day + 1, 0),
      plans: [],
    };
  }
}

/** Makes the book, or names the rule whose zone nobody knows. */
export function createRuleBook(source: RuleBookSource): Result<RuleBook> {
  const zones = new Map<string, Zone>();
  for (const [field, name] of [
    ['zone', source.zone] as const,
    ...source.rules.map((rule, i) => [`rules[${i}].zone`, rule.zone] as const),
  ]) {
    if (zones.has(name)) continue;
    const zone = source.zones(name);
    if (zone === null) return refuse('zone.unknown', { field, zone: name });
    zones.set(name, zone);
  }
  return ok(new RuleBook(source, zones.get(source.zone) as Zone, zones));
}

const SINCE_EVER = localDateOf('0001-01-01');

const BUILT_IN_SHIFT: FixedShift = {
  kind: 'fixed',
  id: BUILT_IN_SHIFT_ID,
  version: 1,
  effectiveFrom: SINCE_EVER,
  name: '默认时段 09:00–18:00',
  segments: [{ in: 540, out: 1080 }],
  rests: [],
};

const NO_HITS: readonly ScopeHit[] = [];

interface Versioned {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
}

const byVersion = (a: Versioned, b: Versioned): number =>
  a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.version - b.version;

const byOvertimeVersion = (a: OvertimeRule, b: OvertimeRule): number =>
  byVersion(datedOvertime(a), datedOvertime(b));

const datedOvertime = ({ version = 0, effectiveFrom = SINCE_EVER }: OvertimeRule): Versioned => ({
  version,
  effectiveFrom,
});

function latest<T>(list: readonly T[] | undefined, hasCome: (one: T) => boolean): T | null {
  for (let i = (list?.length ?? 0) - 1; i >= 0; i--) {
    const one = list?.[i] as T;
    if (hasCome(one)) return one;
  }
  return null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function kept<K>(
  map: Map<K, Map<number, DayOutline>>,
  key: K,
  day: number,
  make: () => DayOutline,
): DayOutline {
  let days = map.get(key);
  if (days === undefined) map.set(key, (days = new Map()));
  let outline = days.get(day);
  if (outline === undefined) days.set(day, (outline = make()));
  return outline;
}
