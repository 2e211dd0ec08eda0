import fc from 'fast-check';
import type { Approval } from '@domain/attendance/approval';
import type { Punch, PunchSource } from '@domain/attendance/punch';
import type { Person } from '@domain/people/person';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import type { PersonRoster } from '@domain/schedule/plan-day';
import { isRefused } from '@domain/schedule/problem';
import type { Rule, Timetable } from '@domain/schedule/rule';
import { createRuleBook } from '@domain/schedule/rule-book';
import type { RuleBook } from '@domain/schedule/rule-book';
import type { CompanySettings } from '@domain/schedule/settings';
import { nominalSegments } from '@domain/schedule/shift';
import type { Rest, Segment, Shift } from '@domain/schedule/shift';
import { validateRule } from '@domain/schedule/validate-rule';
import { validateShift } from '@domain/schedule/validate-shift';
import type { InstantMinute } from '@domain/time/instant';
import { addDays, dayNumber, localDateOf } from '@domain/time/local-date';
import type { LocalDate, Weekday } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import { intlZone } from '../../../scripts/intl-zone';
import { wildOvertime, wildRule, wildSettings } from './wild-rule';

/** Long before every date a test uses, so that moving a company in time never leaves its versions behind. */
const LONG_AGO = localDateOf('1971-01-01');

/** A punch so many minutes from some edge of some shift on some day: near the minutes where verdicts turn. */
export interface WildPunch {
  readonly day: number;
  readonly edge: number;
  readonly offset: number;
  readonly kind: Punch['kind'];
  readonly source: PunchSource;
}

/** A company drawn by chance, in days and minutes from a Monday: it can be set on any date and in any zone. */
export interface WildCompany {
  readonly shifts: readonly Shift[];
  readonly rule: Omit<Rule, 'timetable' | 'zone' | 'effectiveFrom'>;
  readonly timetable: 'standard' | 'flexible' | 'alternating' | 'roster';
  readonly settings: Partial<CompanySettings>;
  readonly overtime: OvertimeRule;
  readonly specialDays: readonly { readonly day: number; readonly kind: 'workday' | 'restday' | 'holiday' }[];
  readonly roster: readonly (string | null | undefined)[];
  readonly punches: readonly WildPunch[];
  readonly approvals: readonly {
    readonly kind: Approval['kind'];
    readonly from: number;
    readonly length: number;
  }[];
}

export const WILD_DAYS = 10;

const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

/** Ascending distinct minutes make segments that neither cross nor end before they begin. */
const segments: fc.Arbitrary<Segment[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 1439 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 1440 }), { minLength: 1, maxLength: 7 }),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  )
  .map(([start, offsets, flags]) => {
    const edges = [start, ...offsets.sort((a, b) => a - b).map((offset) => start + offset)];
    const even = edges.slice(0, edges.length - (edges.length % 2));
    return Array.from({ length: even.length / 2 }, (_, i) => ({
      in: even[2 * i] ?? 0,
      out: even[2 * i + 1] ?? 0,
      freeIn: even.length > 2 && flags[2 * i] === true && flags[7] === true,
      freeOut: even.length > 2 && flags[2 * i + 1] === true && flags[7] === true,
    }));
  });

const restIn = ({ in: from, out }: Segment): Rest[] => {
  const third = Math.floor((out - from) / 3);
  return third < 5 ? [] : [{ from: from + third, to: from + 2 * third }];
};

const fixedShift = (id: string): fc.Arbitrary<Shift> =>
  fc.record({ segments, rest: fc.boolean() }).map(({ segments: drawn, rest }) => ({
    kind: 'fixed',
    id,
    version: 1,
    effectiveFrom: LONG_AGO,
    name: id,
    segments: drawn,
    rests: rest ? drawn.flatMap(restIn) : [],
  }));

const flexibleShift = (id: string): fc.Arbitrary<Shift> =>
  fc
    .record({
      earliestIn: fc.integer({ min: 0, max: 900 }),
      more: fc.integer({ min: 0, max: 300 }),
      required: minutes(700),
    })
    .map(({ earliestIn, more, required }) => ({
      kind: 'flexible',
      id,
      version: 1,
      effectiveFrom: LONG_AGO,
      name: id,
      rests: [],
      requiredMinutes: required,
      earliestIn,
      latestIn: earliestIn + more,
    }));

const sources: readonly PunchSource[] = [
  'button',
  'machine',
  'import',
  'outing',
  'trip',
  'leave',
  'correction',
  'appeal',
];

export const wildPunches: fc.Arbitrary<WildPunch[]> = fc.array(
  fc.record({
    day: fc.integer({ min: -1, max: WILD_DAYS }),
    edge: fc.nat({ max: 15 }),
    offset: fc.oneof(
      fc.integer({ min: -10, max: 10 }),
      fc.integer({ min: -130, max: 130 }),
      fc.integer({ min: -900, max: 900 }),
    ),
    kind: fc.constantFrom<Punch['kind']>('in', 'out', null),
    source: fc.oneof(
      { weight: 3, arbitrary: fc.constant<PunchSource>('button') },
      fc.constantFrom(...sources),
    ),
  }),
  { maxLength: 40 },
);

/** Companies that would be published: what the rules refuse is drawn again. */
export const wildCompany: fc.Arbitrary<WildCompany> = fc
  .record({
    shifts: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fixedShift('one'), fixedShift('two')) },
      { weight: 1, arbitrary: fc.tuple(flexibleShift('one'), flexibleShift('two')) },
    ),
    rule: wildRule,
    timetable: fc.constantFrom<WildCompany['timetable']>('standard', 'flexible', 'alternating', 'roster'),
    settings: wildSettings,
    overtime: wildOvertime,
    specialDays: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: WILD_DAYS }),
        kind: fc.constantFrom('workday' as const, 'restday' as const, 'holiday' as const),
      }),
      { maxLength: 3 },
    ),
    roster: fc.array(fc.constantFrom('one', 'two', null, undefined), {
      minLength: WILD_DAYS,
      maxLength: WILD_DAYS,
    }),
    punches: wildPunches,
    approvals: fc.array(
      fc.record({
        kind: fc.constantFrom<Approval['kind']>('leave', 'outing', 'trip', 'overtime'),
        from: fc.integer({ min: 0, max: WILD_DAYS * 1440 }),
        length: minutes(1500),
      }),
      { maxLength: 4 },
    ),
  })
  .map((company) => ({ ...company, rule: { ...company.rule, mode: company.shifts[0].kind } }))
  .filter(isPublishable);

function isPublishable(company: WildCompany): boolean {
  if (company.shifts.some((shift) => isRefused(validateShift(shift)))) return false;
  const rule = ruleAt(company, localDateOf('2026-03-02'), 'UTC');
  const known = (id: string): Shift | null => company.shifts.find((shift) => shift.id === id) ?? null;
  const yes = (): boolean => true;
  return !isRefused(
    validateRule(rule, {
      shiftOn: known,
      zoneExists: yes,
      overtimeRuleExists: yes,
      placeExists: yes,
      settings: company.settings,
    }),
  );
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5];

function timetableAt(system: WildCompany['timetable'], monday: LocalDate): Timetable {
  if (system === 'standard') return { system, shiftId: 'one', workdays: WEEK };
  if (system === 'roster') return { system, shiftIds: ['one', 'two'], unscheduledMayPunch: true };
  const rows = [
    { weekdays: [1, 2, 3] as const, shiftId: 'one' },
    { weekdays: [4, 5] as const, shiftId: 'two', restDayDefault: true },
  ];
  if (system === 'flexible') return { system, rows };
  return { system, anchorMonday: monday, odd: rows, even: [{ weekdays: [2, 6], shiftId: 'two' }] };
}

const ruleAt = (company: WildCompany, monday: LocalDate, zone: string): Rule => ({
  ...company.rule,
  zone,
  effectiveFrom: LONG_AGO,
  timetable: timetableAt(company.timetable, monday),
});

/** The company set on a Monday in a zone: everything evaluateDay needs, as parsed input. */
export interface SetCompany {
  readonly book: RuleBook;
  readonly person: Person;
  readonly roster: PersonRoster;
  readonly punches: readonly Punch[];
  readonly approvals: readonly Approval[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const edgesOf = ({ shifts }: WildCompany): number[] =>
  shifts.flatMap(nominalSegments).flatMap((segment) => [segment.in, segment.out]);

function punchesAt(
  company: WildCompany,
  punches: readonly WildPunch[],
  at: (minute: number) => InstantMinute,
): Punch[] {
  const edges = edgesOf(company);
  return punches.map(({ day, edge, offset, kind, source }, i) => ({
    id: `${i}`,
    minute: at(day * 1440 + (edges[edge % edges.length] ?? 0) + offset),
    kind,
    source,
  }));
}

export function setCompany(company: WildCompany, monday: LocalDate, zoneName: string): SetCompany {
  const zone = intlZone(zoneName);
  if (zone === null) throw new Error(`no zone ${zoneName}`);
  const made = createRuleBook({
    zone: zoneName,
    zones: intlZone,
    calendar: createWorkdayCalendar({
      publicDays: [],
      ownDays: company.specialDays.map(({ day, kind }) => ({ date: addDays(monday, day), kind, name: '' })),
    }),
    rules: [ruleAt(company, monday, zoneName)],
    shifts: company.shifts,
    overtimeRules: [company.overtime],
    settings: company.settings,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const at = (minute: number): InstantMinute => {
    const day = Math.floor(minute / 1440);
    return zone.instantAt(dayNumber(monday) + day, minute - day * 1440);
  };
  const planned = company.roster.flatMap((shift, day) =>
    shift === undefined ? [] : [[addDays(monday, day), shift] as const],
  );
  return {
    book: made.value,
    person: { id: 'p', name: 'p', hiredOn: null, lastDayOn: null, assignments: [], tags: [] },
    roster: { planned: new Map(planned), chosen: new Map() },
    punches: punchesAt(company, company.punches, at),
    approvals: company.approvals.map(({ kind, from, length }) => ({
      kind,
      type: kind === 'leave' ? 'annual' : '',
      from: at(from),
      to: at(from + length),
    })),
    from: monday,
    to: addDays(monday, WILD_DAYS - 1),
  };
}
