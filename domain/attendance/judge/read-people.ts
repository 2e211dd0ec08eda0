import type { Person } from '../../people/person';
import { EMPTY_ROSTER } from '../../schedule/plan-day';
import type { PersonRoster } from '../../schedule/plan-day';
import type { RuleBook } from '../../schedule/rule-book';
import type { InstantMinute } from '../../time/instant';
import { localDateOf } from '../../time/local-date';
import type { LocalDate } from '../../time/local-date';
import type { Zone } from '../../time/zone';
import type { AskedFor, JudgedPerson } from '../judged-person';
import type { LeaveType } from '../leave-type';
import type { Punch } from '../punch';
import type { RequestSpan } from '../request-duration';
import type { FilePerson, FilePunch, FileRequest, JudgeFile } from './judge-file';
import { UNREADABLE, parseAt } from './read-text';
import type { Reading } from './read-text';

interface Desk {
  readonly person: Person;
  /** Made when something is planned: most people have none. */
  planned: Map<LocalDate, string | null> | null;
  chosen: Map<LocalDate, string> | null;
  readonly requests: AskedFor[];
  readonly punches: Punch[];
  sorted: boolean;
}

/** The part of a file that is about people: a whole file, or one line of a stream. */
export type PeopleFile = Pick<JudgeFile, 'people' | 'punches'> &
  Partial<Pick<JudgeFile, 'rosters' | 'choices' | 'requests'>>;

/** What people are read against. */
export interface PeopleSurroundings {
  readonly zone: Zone;
  readonly book: RuleBook;
  readonly leaveTypes: readonly LeaveType[];
}

/** Puts everything of a file on the desk of the person it belongs to. */
export const readPeople = (reading: Reading, file: PeopleFile, around: PeopleSurroundings): JudgedPerson[] =>
  new PeopleReader(reading, file, around).read();

class PeopleReader {
  readonly #desks = new Map<string, Desk>();
  readonly #leaveTypes: ReadonlyMap<string, LeaveType>;

  readonly #zone: Zone;
  readonly #book: RuleBook;

  constructor(
    private readonly reading: Reading,
    private readonly file: PeopleFile,
    { zone, book, leaveTypes }: PeopleSurroundings,
  ) {
    this.#zone = zone;
    this.#book = book;
    this.#leaveTypes = new Map(leaveTypes.map((type) => [type.id, type]));
  }

  read(): JudgedPerson[] {
    const { file } = this;
    file.people.forEach((person, i) => this.#seat(person, i));
    (file.rosters ?? []).forEach(({ person, date, shift }, i) => {
      const field = `rosters[${i}]`;
      const day = this.#dayOfShift(field, date, shift);
      const desk = this.#desk(`${field}.person`, person);
      if (desk !== undefined) (desk.planned ??= new Map()).set(day, shift);
    });
    (file.choices ?? []).forEach(({ person, date, shift }, i) => {
      const field = `choices[${i}]`;
      const day = this.#dayOfShift(field, date, shift);
      const desk = this.#desk(`${field}.person`, person);
      if (desk !== undefined) (desk.chosen ??= new Map()).set(day, shift);
    });
    (file.requests ?? []).forEach((request, i) => this.#request(request, i));
    this.#readPunches(file.punches);
    return [...this.#desks.values()].map(({ person, planned, chosen, requests, punches, sorted }) => ({
      person,
      roster: planned === null && chosen === null ? EMPTY_ROSTER : rosterOf(planned, chosen),
      requests,
      punches: sorted ? punches : punches.sort((a, b) => a.minute - b.minute),
    }));
  }

  #seat(person: FilePerson, i: number): void {
    const field = `people[${i}]`;
    for (const id of departmentsOf(person))
      if (!this.#book.departments.has(id)) this.reading.say(field, `departments 中没有 “${id}”`);
    if (this.#desks.has(person.id)) this.reading.say(`${field}.id`, `“${person.id}” 出现了两次`);
    this.#desks.set(person.id, {
      person: readPerson(this.reading, field, person),
      planned: null,
      chosen: null,
      requests: [],
      punches: [],
      sorted: true,
    });
  }

  #desk(field: string, id: string): Desk | undefined {
    const desk = this.#desks.get(id);
    if (desk === undefined) this.reading.say(field, `people 中没有 “${id}”`);
    return desk;
  }

  /** The date of a planned or chosen shift, which must exist by then. */
  #dayOfShift(field: string, date: string, shiftId: string | null): LocalDate {
    const day = this.reading.date(`${field}.date`, date);
    if (shiftId !== null && this.#book.shiftOn(shiftId, day) === null)
      this.reading.say(`${field}.shift`, `shifts 中没有当日有效的 “${shiftId}”`);
    return day;
  }

  #request(request: FileRequest, i: number): void {
    const field = `requests[${i}]`;
    const desk = this.#desk(`${field}.person`, request.person);
    const span = readSpan(this.reading, field, request, this.#zone);
    if ((request.state ?? 'approved') !== 'approved') return;
    const type = this.#leaveTypes.get(request.type ?? '') ?? plainType(request.type ?? '');
    desk?.requests.push({ kind: request.kind, type, span });
  }

  /** The long part of a file: punches mostly come person by person, so the desk is looked up once for a run. */
  #readPunches(punches: readonly FilePunch[]): void {
    let last: Desk | undefined;
    let lastId = '';
    for (let i = 0; i < punches.length; i++) {
      const punch = punches[i] as FilePunch;
      if (last === undefined || punch.person !== lastId) {
        last = this.#desks.get(punch.person) ?? this.#desk(`punches[${i}].person`, punch.person);
        lastId = punch.person;
      }
      const minute = parseAt(punch.at, this.#zone);
      if (minute === UNREADABLE) this.reading.at(`punches[${i}].at`, punch.at, this.#zone);
      else if (last !== undefined) put(last, punch, minute as InstantMinute);
    }
  }
}

const rosterOf = (planned: Desk['planned'], chosen: Desk['chosen']): PersonRoster => ({
  planned: planned ?? EMPTY_ROSTER.planned,
  chosen: chosen ?? EMPTY_ROSTER.chosen,
});

function put(desk: Desk, punch: FilePunch, minute: InstantMinute): void {
  const { punches } = desk;
  const before = punches[punches.length - 1];
  if (before !== undefined && before.minute > minute) desk.sorted = false;
  punches.push({
    id: punch.id ?? punch.at,
    minute,
    kind: punch.kind ?? null,
    source: punch.source ?? (punch.kind === undefined ? 'machine' : 'button'),
  });
}

const plainType = (id: string): LeaveType => ({
  id,
  name: id,
  unit: 'minute',
  minimumUnits: 0,
  days: 'working',
  hasBalance: false,
});

function readSpan(reading: Reading, field: string, request: FileRequest, zone: Zone): RequestSpan {
  if (request.from.length > 10) {
    const from = reading.at(`${field}.from`, request.from, zone);
    const to = reading.at(`${field}.to`, request.to, zone);
    if (to <= from) reading.say(`${field}.to`, '结束须晚于开始');
    return { kind: 'time', from, to };
  }
  const from = reading.date(`${field}.from`, request.from);
  const to = reading.date(`${field}.to`, request.to);
  if (to < from) reading.say(`${field}.to`, '结束不能早于开始');
  return {
    kind: 'days',
    from,
    to,
    fromAfternoon: request.fromAfternoon === true,
    untilNoon: request.untilNoon === true,
  };
}

const departmentsOf = ({ departmentIds = [], assignments }: FilePerson): readonly string[] =>
  assignments === undefined
    ? departmentIds
    : [...departmentIds, ...assignments.flatMap((one) => one.departmentIds ?? [])];

const EARLY = localDateOf('0001-01-01');

function readPerson(reading: Reading, field: string, person: FilePerson): Person {
  const dateOrNull = (name: string, text: string | null | undefined): LocalDate | null =>
    text == null ? null : reading.date(`${field}.${name}`, text);
  const assignments = person.assignments ?? [
    { departmentIds: person.departmentIds ?? [], postId: person.postId ?? null },
  ];
  return {
    id: person.id,
    name: person.name ?? person.id,
    hiredOn: dateOrNull('hiredOn', person.hiredOn),
    lastDayOn: dateOrNull('lastDayOn', person.lastDayOn),
    assignments: assignments.map((one, i) => ({
      from: dateOrNull(`assignments[${i}].from`, one.from) ?? EARLY,
      to: dateOrNull(`assignments[${i}].to`, one.to),
      main: one.main ?? true,
      departmentIds: one.departmentIds ?? [],
      postId: one.postId ?? null,
    })),
    tags: person.tags ?? [],
  };
}
