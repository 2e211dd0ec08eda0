import { departmentNames } from '@domain/imports/department-names';
import { PEOPLE_COLUMNS, type PeopleTitle } from '@domain/imports/people-columns';
import type { KnownPerson, PeopleDesk } from '@domain/imports/plan-people';
import { decidingAssignments } from '@domain/people/person';
import { looksAfter, mayReach } from '@domain/people/role-order';
import { plainNumber } from '@domain/people/staff-entry';
import type { LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf, todayIn } from '../organisation';
import { ownBranchOf, standingOf } from '../people/under';
import { postOn } from '../people/units';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { personnel, type PersonnelFile } from '../repositories/personnel';

/** Of the people desk: rows in one go, for one read of each collection. */
export const ROWS_A_DESK = 500;

export interface PeopleOnFile {
  readonly desk: PeopleDesk;
  /** As they were read: what is written is written over these. */
  readonly people: ReadonlyMap<
    string,
    { readonly employment: Employment; readonly file: PersonnelFile | null }
  >;
}

const columnOf = (title: PeopleTitle): number => PEOPLE_COLUMNS.findIndex((column) => column.title === title);
const NUMBER = columnOf('工号');
const ID_NUMBER = columnOf('身份证号');

/** What these rows, at most 500, are held against: who has their numbers, and whose ID numbers they name. */
export async function peopleOnFile(
  ports: Ports,
  org: Organisation,
  by: Employment,
  rows: readonly (readonly string[])[],
): Promise<PeopleOnFile> {
  const { database, cipher, clock } = ports;
  const digestOf = (text: string): string => personnel.digestOf(cipher, plainNumber(text));
  const numbers = [...new Set(rows.map((cells) => cells[NUMBER] ?? '').filter(Boolean))];
  const idNumbers = rows.map((cells) => cells[ID_NUMBER] ?? '').filter(Boolean);
  const [known, files, holders] = await Promise.all([
    employments.ofIds(database, numbers),
    personnel.ofIds(database, numbers),
    personnel.ofDigests(database, [...new Set(idNumbers.map(digestOf))]),
  ]);
  const today = todayIn(org.zone, clock.now());
  const fileOf = new Map(files.map((file) => [file._id, file]));
  const people = new Map(
    known.map((employment) => [employment._id, { employment, file: fileOf.get(employment._id) ?? null }]),
  );
  const held = await heldNumbers(ports, holders, today);
  const { departments, posts = [], branches } = org.published;
  return {
    people,
    desk: {
      today,
      ownBranchId: ownBranchOf(by),
      departments: departmentNames(departments),
      posts,
      branches,
      person(number) {
        const found = people.get(number);
        return found ? knownPerson(ports, org, by, today, found.employment, found.file) : null;
      },
      idNumberOf(idNumber, number) {
        const other = (held.get(digestOf(idNumber)) ?? []).find(({ _id }) => _id !== number);
        if (!other) return null;
        return looksAfter(standingOf(by), other.branchId)
          ? `和${other.name}（${other._id}）的相同`
          : '这个身份证号已有人在用';
      },
    },
  };
}

/** By digest, who works here under it. */
async function heldNumbers(
  { database }: Ports,
  files: readonly PersonnelFile[],
  today: LocalDate,
): Promise<ReadonlyMap<string, readonly Employment[]>> {
  const all = await employments.ofIds(
    database,
    files.map(({ _id }) => _id),
  );
  const here = new Map(
    all.filter(({ lastDay }) => lastDay === null || lastDay >= today).map((one) => [one._id, one]),
  );
  const held = new Map<string, Employment[]>();
  for (const { _id, idNumberDigest } of files) {
    const holder = here.get(_id);
    if (holder && idNumberDigest) held.set(idNumberDigest, [...(held.get(idNumberDigest) ?? []), holder]);
  }
  return held;
}

function knownPerson(
  { cipher }: Ports,
  org: Organisation,
  by: Employment,
  today: LocalDate,
  employment: Employment,
  file: PersonnelFile | null,
): KnownPerson {
  const day = employment.hireDate > today ? employment.hireDate : today;
  const [main] = decidingAssignments(personOf(employment), day);
  const standing = standingOf(by);
  return {
    name: employment.name,
    branchId: employment.branchId,
    hireDate: employment.hireDate,
    lastDay: employment.lastDay,
    departmentIds: main?.departmentIds ?? [],
    postId: main?.postId ?? null,
    postName: postOn(org, employment, file, day).name,
    contract: file?.contract ?? null,
    probationEnd: file?.probationEnd ?? null,
    phone: {
      masked: file?.phone?.masked ?? null,
      is: (text) => file !== null && personnel.open(cipher, file, 'phone') === text,
    },
    idNumber: {
      masked: file?.idNumber?.masked ?? null,
      is: (text) => file !== null && file.idNumberDigest === personnel.digestOf(cipher, text),
    },
    shut: !looksAfter(standing, employment.branchId)
      ? '这个工号已有人使用'
      : mayReach(standing, employment)
        ? null
        : '这位同事的权限比你高，请让管理员来改',
  };
}
