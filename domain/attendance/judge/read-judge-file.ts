import { refuse, ok } from '../../result';
import type { Refusal, Result } from '../../result';
import type { Problem } from '../../schedule/problem';
import type { RuleBook } from '../../schedule/rule-book';
import type { InstantMinute } from '../../time/instant';
import { daysBetween } from '../../time/local-date';
import type { LocalDate } from '../../time/local-date';
import type { Zone } from '../../time/zone';
import type { JudgedPerson } from '../judged-person';
import type { JudgeFile } from './judge-file';
import { HOME_ZONE, readBooks } from './read-book';
import { readPeople } from './read-people';
import type { PeopleFile, PeopleSurroundings } from './read-people';
import { Reading } from './read-text';
import type { Unreadable } from './read-text';

/** Somebody looking at the button at a minute. */
export interface Ask {
  readonly judged: JudgedPerson;
  readonly minute: InstantMinute;
  readonly distances: Readonly<Record<string, number>>;
  readonly accuracyMeters: number | null;
}

/** Everything of a file but its people: rules, calendar and time, ready to judge anybody. */
export interface JudgeHead extends PeopleSurroundings {
  /** The book with the file's draft in it; null without one. */
  readonly draft: RuleBook | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly asOf: InstantMinute | null;
  /** Settings of rules that have no effect. */
  readonly ignored: readonly Problem[];
}

/** A file made ready to be judged. */
export interface JudgeInput extends JudgeHead {
  readonly people: readonly JudgedPerson[];
  readonly asks: readonly Ask[];
}

export type JudgeRefusal = Refusal<'judge.unreadable', { readonly problems: readonly Unreadable[] }>;

export const MAX_DAYS = 3660;

/** Reads a file whose shape is good (docs/judge.schema.json), or names each field that is not and why. */
export function readJudgeFile(
  file: JudgeFile,
  zones: (name: string) => Zone | null,
): Result<JudgeInput, JudgeRefusal> {
  const read = readJudgeHead(file, zones);
  if (!read.ok) return read;
  const reading = new Reading();
  const people = readPeople(reading, file, read.value);
  const asks = readAsks(reading, file, people, read.value.zone);
  return reading.wrong.length > 0 ? unreadable(reading) : ok({ ...read.value, people, asks });
}

/** Reads a file up to its people. */
export function readJudgeHead(
  file: JudgeFile,
  zones: (name: string) => Zone | null,
): Result<JudgeHead, JudgeRefusal> {
  const reading = new Reading();
  const from = reading.date('from', file.from);
  const to = reading.date('to', file.to);
  if (reading.wrong.length > 0) return unreadable(reading);
  if (to < from) reading.say('to', '结束日期不能早于开始日期');
  else if (daysBetween(from, to) > MAX_DAYS) reading.say('to', `一次最多判定 ${MAX_DAYS} 天`);
  const zone = zones(file.zone ?? HOME_ZONE);
  if (zone === null) reading.say('zone', `时区 ${file.zone ?? HOME_ZONE} 不存在`);
  const books = readBooks(reading, file, zones);
  if (books === null || zone === null) return unreadable(reading);
  const asOf = file.asOf === undefined ? null : reading.at('asOf', file.asOf, zone);
  if (reading.wrong.length > 0) return unreadable(reading);
  return ok({ ...books, zone, leaveTypes: file.leaveTypes ?? [], from, to, asOf });
}

/** Reads one line of a stream: one person with what is theirs. */
export function readJudgedPeople(head: JudgeHead, file: PeopleFile): Result<JudgedPerson[], JudgeRefusal> {
  const reading = new Reading();
  const people = readPeople(reading, file, head);
  return reading.wrong.length > 0 ? unreadable(reading) : ok(people);
}

function readAsks(reading: Reading, file: JudgeFile, people: readonly JudgedPerson[], zone: Zone): Ask[] {
  return (file.asks ?? []).flatMap(({ person, at, distances, accuracyMeters }, i): Ask[] => {
    const judged = people.find((one) => one.person.id === person);
    if (judged === undefined) reading.say(`asks[${i}].person`, `people 中没有 “${person}”`);
    const minute = reading.at(`asks[${i}].at`, at, zone);
    return judged === undefined
      ? []
      : [{ judged, minute, distances: distances ?? {}, accuracyMeters: accuracyMeters ?? null }];
  });
}

const unreadable = (reading: Reading): Result<never, JudgeRefusal> =>
  refuse('judge.unreadable', { problems: reading.wrong });
