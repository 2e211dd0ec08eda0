import type { AskedFor, JudgedPerson } from '@domain/attendance/judged-person';
import type { Punch } from '@domain/attendance/punch';
import { type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';
import { type ChangedDay, whatIf } from '@domain/attendance/what-if';
import { type Instant, minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { changedWords } from '../attendance/changed-words';
import { type Organisation, personOf } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type Sheet, sheets, type StoredApproval } from '../repositories/sheets';
import { rosterOnSheets } from '../rosters/roster-on-sheets';
import { dayText } from '../wall-text';
import type { Books } from './books-to-compare';

/** One read of sheets; of full months it is still well under the cloud's 16 MB a reply. */
export const PEOPLE_AT_A_TIME = 500;
/** A call may last ten seconds; what is left is for reading and for the way. */
const BUDGET_MS = 4000;
/** More people's days are only counted: the reply stays far under a megabyte. */
const MOST_PEOPLE_TOLD = 60;

type Part = Omit<OutputOf<'rules.preview'>, 'month' | 'monthText' | 'otherMonth'>;

export interface Span {
  readonly month: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Judges the days of everybody whom the drafts touch, twice; as many people as fit in the time of a call. */
export async function previewMonth(
  ports: Ports,
  org: Organisation,
  books: Books,
  { month, from, to }: Span,
  after: string | null,
): Promise<Part> {
  const began = ports.clock.now();
  const staff = await employments.all(ports.database);
  const touched = staff.filter(
    (one) => (after === null || one._id > after) && books.touches(personOf(one), from, to),
  );
  let part = NOTHING;
  for (let at = 0; at < touched.length; at += PEOPLE_AT_A_TIME) {
    const some = touched.slice(at, at + PEOPLE_AT_A_TIME);
    const found = await sheets.ofPeople(
      ports.database,
      some.map(({ _id }) => _id),
      [month],
    );
    part = added(part, compare(org, books, some, found, { month, from, to }, ports.clock.now()));
    const last = at + PEOPLE_AT_A_TIME >= touched.length;
    if (!last && ports.clock.now() - began > BUDGET_MS) return { ...part, next: some.at(-1)?._id ?? null };
  }
  return part;
}

function compare(
  org: Organisation,
  { present, draft }: Books,
  staff: readonly Employment[],
  found: readonly Sheet[],
  { from, to }: Span,
  now: Instant,
): Part {
  const sheetOf = new Map(found.map((sheet) => [sheet.employmentId, sheet]));
  const people = staff.map((one): JudgedPerson => ({
    person: personOf(one),
    roster: rosterOnSheets(asList(sheetOf.get(one._id))),
    requests: (sheetOf.get(one._id)?.approvals ?? []).map(asAsked),
    punches: punchesOf(sheetOf.get(one._id)),
  }));
  const { judgedDays, days, before, after } = whatIf(
    { people, from, to, asOf: minuteOf(now) },
    present,
    draft,
  );
  const byPerson = new Map<string, DayLine[]>();
  for (const day of days) {
    const line = lineOf(day);
    if (line.before !== line.after) byPerson.set(day.personId, [...(byPerson.get(day.personId) ?? []), line]);
  }
  return {
    judgedPeople: staff.length,
    judgedDays,
    changedPeople: byPerson.size,
    changedDays: [...byPerson.values()].reduce((sum, lines) => sum + lines.length, 0),
    people: staff.flatMap((one) => {
      const lines = byPerson.get(one._id);
      if (lines === undefined) return [];
      const departmentName = org.departmentName(one, to);
      return [{ employmentId: one._id, name: one.name, departmentName, days: lines }];
    }),
    before: totalsOf(before),
    after: totalsOf(after),
    next: null,
  };
}

type DayLine = Part['people'][number]['days'][number];

function lineOf({ before, after }: ChangedDay): DayLine {
  const [had, has] = changedWords(before, after);
  return { date: before.date, dateText: dayText(before.date), before: had, after: has };
}

/** A stretch that was granted, laid on its days already: only its kind and its times still count. */
const asAsked = ([, kind, type, from, to]: StoredApproval): AskedFor => ({
  kind,
  type: { id: type, name: type, unit: 'minute', minimumUnits: 1, days: 'working', hasBalance: false },
  span: { kind: 'time', from, to },
});

const asList = (sheet: Sheet | undefined): readonly Sheet[] => (sheet === undefined ? [] : [sheet]);

const punchesOf = (sheet: Sheet | undefined): Punch[] =>
  Object.values(sheet?.days ?? {})
    .flatMap(({ punches }) => punches.map(([id, minute, kind, source]) => ({ id, minute, kind, source })))
    .sort((a, b) => a.minute - b.minute);

const TOTALS = [
  'lateCount',
  'lateMinutes',
  'earlyCount',
  'earlyMinutes',
  'missingCount',
  'absentCount',
  'absentMinutes',
  'workedMinutes',
  'requiredMinutes',
] as const satisfies readonly (keyof MonthSummary)[];

const totalsOf = (sum: MonthSummary): Part['before'] =>
  ({
    ...Object.fromEntries(TOTALS.map((field) => [field, sum[field]])),
    overtimeMinutes: Object.values(sum.overtimeMinutes).reduce((all, minutes) => all + minutes, 0),
  }) as Part['before'];

const NOTHING: Part = {
  judgedPeople: 0,
  judgedDays: 0,
  changedPeople: 0,
  changedDays: 0,
  people: [],
  before: totalsOf(summariseMonth([])),
  after: totalsOf(summariseMonth([])),
  next: null,
};

const added = (one: Part, other: Part): Part => ({
  judgedPeople: one.judgedPeople + other.judgedPeople,
  judgedDays: one.judgedDays + other.judgedDays,
  changedPeople: one.changedPeople + other.changedPeople,
  changedDays: one.changedDays + other.changedDays,
  people: [...one.people, ...other.people].slice(0, MOST_PEOPLE_TOLD),
  before: addedTotals(one.before, other.before),
  after: addedTotals(one.after, other.after),
  next: other.next,
});

const addedTotals = (one: Part['before'], other: Part['before']): Part['before'] =>
  Object.fromEntries(
    [...TOTALS, 'overtimeMinutes' as const].map((field) => [field, one[field] + other[field]]),
  ) as Part['before'];
