import { type LocalDate, parseLocalDate } from '../time/local-date';
import { isIdNumber } from './id-number';

/** What HR writes about somebody; texts as they were typed, dates not checked yet. */
export interface StaffEntry {
  readonly name: string;
  readonly branchId: string;
  readonly hireDate: string;
  readonly departmentIds: readonly string[];
  readonly postId: string | null;
  readonly contract: ContractTerms;
  readonly probationEnd: string | null;
  /** null: none is on file. */
  readonly phone: string | null;
  readonly idNumber: string | null;
}

export interface ContractTerms {
  readonly kind: 'fixed' | 'open' | 'task';
  readonly from: string;
  /** Last day of a fixed term; null without one. */
  readonly to: string | null;
}

export type StaffField =
  | 'name'
  | 'branch'
  | 'hireDate'
  | 'departments'
  | 'post'
  | 'contractFrom'
  | 'contractTo'
  | 'probationEnd'
  | 'phone'
  | 'idNumber'
  | 'from'
  | 'to';

export type StaffFault =
  | 'missing'
  | 'too-long'
  | 'not-a-day'
  | 'unknown'
  | 'closed'
  | 'too-many'
  | 'before-hire'
  | 'before-start'
  | 'too-far-back'
  | 'bad-format';

export interface StaffProblem {
  readonly field: StaffField;
  readonly why: StaffFault;
}

/** What can be chosen: by id, with whether it is closed. */
export interface KnownUnits {
  readonly departments: readonly Choosable[];
  readonly posts: readonly Choosable[];
  readonly branches: readonly Choosable[];
}

interface Choosable {
  readonly id: string;
  readonly closed?: boolean | undefined;
}

const LONGEST_NAME = 30;
const MOST_DEPARTMENTS = 5;
const PHONE = /^1\d{10}$/;

/** As numbers are compared: no blanks, no dashes, a capital X. */
export const plainNumber = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

const none: readonly StaffProblem[] = [];
const fault = (field: StaffField, why: StaffFault): readonly StaffProblem[] => [{ field, why }];

/** Everything wrong with somebody's file before it is written; empty when it can be. */
export const staffProblems = (entry: StaffEntry, known: KnownUnits): readonly StaffProblem[] => [
  ...nameProblems(entry.name),
  ...choiceProblems('branch', [entry.branchId], known.branches),
  ...placeProblems(entry, known),
  ...termProblems(entry),
  ...numberProblems(entry),
];

export function nameProblems(name: string): readonly StaffProblem[] {
  if (name.trim() === '') return fault('name', 'missing');
  return name.trim().length > LONGEST_NAME ? fault('name', 'too-long') : none;
}

/** Departments and post of one assignment. */
export function placeProblems(
  { departmentIds, postId }: Pick<StaffEntry, 'departmentIds' | 'postId'>,
  { departments, posts }: Pick<KnownUnits, 'departments' | 'posts'>,
): readonly StaffProblem[] {
  return [
    ...(departmentIds.length === 0 ? fault('departments', 'missing') : none),
    ...(departmentIds.length > MOST_DEPARTMENTS ? fault('departments', 'too-many') : none),
    ...choiceProblems('departments', departmentIds, departments),
    ...(postId === null ? none : choiceProblems('post', [postId], posts)),
  ];
}

export function choiceProblems(
  field: StaffField,
  ids: readonly string[],
  choices: readonly Choosable[],
): readonly StaffProblem[] {
  for (const id of ids) {
    const found = choices.find((one) => one.id === id);
    if (!found) return fault(field, 'unknown');
    if (found.closed) return fault(field, 'closed');
  }
  return none;
}

/** Hire date, contract and probation, and how they follow each other. */
export function termProblems({
  hireDate,
  contract,
  probationEnd,
}: Pick<StaffEntry, 'hireDate' | 'contract' | 'probationEnd'>): readonly StaffProblem[] {
  const hired = parseLocalDate(hireDate);
  const ends = contract.to === null ? null : parseLocalDate(contract.to);
  const begins = parseLocalDate(contract.from);
  const proven = probationEnd === null ? null : parseLocalDate(probationEnd);
  const isBefore = (one: LocalDate | null, other: LocalDate | null) =>
    one !== null && other !== null && one < other;
  return [
    ...(hired === null ? fault('hireDate', 'not-a-day') : none),
    ...(begins === null ? fault('contractFrom', 'not-a-day') : none),
    ...(contract.kind === 'fixed' && contract.to === null ? fault('contractTo', 'missing') : none),
    ...(contract.to !== null && ends === null ? fault('contractTo', 'not-a-day') : none),
    ...(isBefore(ends, begins) ? fault('contractTo', 'before-start') : none),
    ...(probationEnd !== null && proven === null ? fault('probationEnd', 'not-a-day') : none),
    ...(isBefore(proven, hired) ? fault('probationEnd', 'before-hire') : none),
  ];
}

export const numberProblems = ({
  phone,
  idNumber,
}: Pick<StaffEntry, 'phone' | 'idNumber'>): readonly StaffProblem[] => [
  ...(phone !== null && !PHONE.test(plainNumber(phone)) ? fault('phone', 'bad-format') : none),
  ...(idNumber !== null && !isIdNumber(plainNumber(idNumber)) ? fault('idNumber', 'bad-format') : none),
];
