import { maskedIdNumber, maskedPhone } from '../people/id-number';
import type { ContractTerms, StaffEntry } from '../people/staff-entry';
import type { LocalDate } from '../time/local-date';
import type { PeopleTitle } from './people-columns';
import { type KnownNames, type PeopleRow, readPeopleRow } from './people-row';
import type { FieldChange, Outcome, RowProblem } from './planned-row';

/** Somebody who is in the books under the number of a row. */
export interface KnownPerson {
  readonly name: string;
  readonly branchId: string;
  readonly hireDate: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly departmentIds: readonly string[];
  readonly postId: string | null;
  /** As exports name it. */
  readonly postName: string;
  /** null: HR has no file of this person yet. */
  readonly contract: ContractTerms | null;
  readonly probationEnd: LocalDate | null;
  readonly phone: KnownSecret;
  readonly idNumber: KnownSecret;
  /** Why HR who imports may not change this person; null: may. */
  readonly shut: string | null;
}

/** What is only compared and shown masked. */
export interface KnownSecret {
  readonly masked: string | null;
  is(text: string): boolean;
}

/** What the rows are held against. */
export interface PeopleDesk extends KnownNames {
  readonly today: LocalDate;
  /** The one branch that whoever imports looks after; null: all of them. */
  readonly ownBranchId: string | null;
  person(number: string): KnownPerson | null;
  /** In words: whose ID number this is already, other than this number's; null: it is free. */
  idNumberOf(idNumber: string, number: string): string | null;
}

/** What is written over what is on file; absent stays as it is. */
export interface PersonPatch {
  readonly name?: string;
  /** From today on. */
  readonly place?: { readonly departmentIds: readonly string[]; readonly postId: string | null };
  readonly contract?: ContractTerms;
  readonly probationEnd?: LocalDate;
  readonly phone?: string;
  readonly idNumber?: string;
}

export type PersonOutcome = Outcome<StaffEntry, PersonPatch>;

/** What one row would do: somebody new, somebody changed, nothing, or why not. Empty cells change nothing. */
export function planPerson(cells: readonly string[], desk: PeopleDesk): PersonOutcome {
  const { row, problems } = readPeopleRow(cells, desk);
  const found = [...problems, ...missing(row, ['工号']), ...idNumberProblems(row, desk)];
  if (row.number === null)
    return { becomes: 'wrong', problems: withoutDoubles([...found, ...missing(row, ['姓名'])]) };
  const known = desk.person(row.number);
  return known === null ? planNew(row, desk, found) : planKnown(row, known, desk, found);
}

function planNew(row: PeopleRow, desk: PeopleDesk, found: readonly RowProblem[]): PersonOutcome {
  const { name, phone, idNumber, departmentIds, postId, hireDate, probationEnd } = row;
  const branch = branchOf(row, desk);
  const contract = hireDate && contractOf(row, { kind: 'open', from: hireDate, to: null });
  const problems = withoutDoubles([
    ...found,
    ...missing(row, ['姓名', '部门', '入职日期']),
    ...('text' in branch ? [branch] : []),
    ...orderProblems(contract, hireDate, probationEnd),
  ]);
  if (problems.length > 0 || !name || !departmentIds || !hireDate || !contract || 'text' in branch)
    return { becomes: 'wrong', problems };
  const entry = {
    name,
    branchId: branch.id,
    hireDate,
    departmentIds,
    postId,
    contract,
    probationEnd,
    phone,
    idNumber,
  };
  return { becomes: 'added', entry };
}

function planKnown(
  row: PeopleRow,
  known: KnownPerson,
  desk: PeopleDesk,
  found: readonly RowProblem[],
): PersonOutcome {
  if (known.shut !== null) return { becomes: 'wrong', problems: [{ title: '工号', text: known.shut }] };
  if (known.lastDay !== null && known.lastDay < desk.today)
    return { becomes: 'wrong', problems: [{ title: '工号', text: '这个工号的员工已离职，返聘请用新工号' }] };
  const contract = contractOf(row, known.contract ?? { kind: 'open', from: known.hireDate, to: null });
  const keepsPost = row.postText === known.postName;
  const problems = [
    ...found.filter(({ title }) => title !== '岗位' || !keepsPost),
    ...elsewhereProblems(row, known, desk),
    ...orderProblems(contract, known.hireDate, row.probationEnd ?? known.probationEnd),
  ];
  if (problems.length > 0) return { becomes: 'wrong', problems };
  const patch = patchOf(row, known, contract);
  const changes = changesOf(patch, known, desk);
  return changes.length === 0 ? { becomes: 'same' } : { becomes: 'changed', changes, patch };
}

/** What an import does not move: it has consequences for days gone by and for rights. */
function elsewhereProblems(row: PeopleRow, known: KnownPerson, desk: PeopleDesk): readonly RowProblem[] {
  const nameOf = (id: string) => desk.branches.find((one) => one.id === id)?.name ?? id;
  return [
    ...(row.branchId !== null && row.branchId !== known.branchId
      ? [{ title: '机构', text: `档案里是“${nameOf(known.branchId)}”，调动请在员工档案里办理` }]
      : []),
    ...(row.hireDate !== null && row.hireDate !== known.hireDate
      ? [{ title: '入职日期', text: `档案里是 ${known.hireDate}，更正请在员工档案里做` }]
      : []),
  ];
}

function patchOf(row: PeopleRow, known: KnownPerson, contract: ContractTerms): PersonPatch {
  const { name, departmentIds, postId, probationEnd, phone, idNumber } = row;
  const place = { departmentIds: departmentIds ?? known.departmentIds, postId: postId ?? known.postId };
  const moves = place.postId !== known.postId || !sameNames(place.departmentIds, known.departmentIds);
  const { contract: before } = known;
  const other = before?.kind !== contract.kind || before.from !== contract.from || before.to !== contract.to;
  return {
    ...(name !== null && name !== known.name && { name }),
    ...(moves && { place }),
    // Somebody without a file gets one only where the row says something that belongs into it.
    ...(other && (row.contractFrom ?? row.contractTo) !== null && { contract }),
    ...(probationEnd !== null && probationEnd !== known.probationEnd && { probationEnd }),
    ...(phone !== null && !known.phone.is(phone) && { phone }),
    ...(idNumber !== null && !known.idNumber.is(idNumber) && { idNumber }),
  };
}

function changesOf(patch: PersonPatch, known: KnownPerson, desk: PeopleDesk): readonly FieldChange[] {
  const departments = (ids: readonly string[]) => ids.map((id) => desk.departments.nameOf(id)).join('、');
  const post = (id: string | null) => desk.posts.find((one) => one.id === id)?.name ?? '';
  const { name, place, contract, probationEnd, phone, idNumber } = patch;
  const pairs: readonly (readonly [PeopleTitle, string | null | undefined, string | null | undefined])[] = [
    ['姓名', known.name, name ?? known.name],
    ['手机', known.phone.masked, phone ? maskedPhone(phone) : known.phone.masked],
    ['身份证号', known.idNumber.masked, idNumber ? maskedIdNumber(idNumber) : known.idNumber.masked],
    ['部门', departments(known.departmentIds), departments((place ?? known).departmentIds)],
    ['岗位', known.postName, place && place.postId !== known.postId ? post(place.postId) : known.postName],
    ['合同开始日期', known.contract?.from, (contract ?? known.contract)?.from],
    ['合同结束日期', endText(known.contract), endText(contract ?? known.contract)],
    ['试用期止', known.probationEnd, probationEnd ?? known.probationEnd],
  ];
  const changes = pairs.map(([title, from, to]) => ({ title, from: from || '空', to: to || '空' }));
  // Two numbers can look alike behind their stars.
  const isNew = (title: string) => (title === '手机' && phone) || (title === '身份证号' && idNumber);
  return changes.filter(({ title, from, to }) => from !== to || isNew(title));
}

const endText = (contract: ContractTerms | null): string =>
  contract === null ? '' : (contract.to ?? '无固定期限');

/** A fixed term where the row gives an end; an empty cell leaves what is on file. */
function contractOf({ contractFrom, contractTo }: PeopleRow, before: ContractTerms): ContractTerms {
  const from = contractFrom ?? before.from;
  if (contractTo === null) return { ...before, from };
  return contractTo === 'open' ? { kind: 'open', from, to: null } : { kind: 'fixed', from, to: contractTo };
}

function branchOf(
  { branchId }: PeopleRow,
  { ownBranchId, branches }: PeopleDesk,
): { readonly id: string } | RowProblem {
  const open = branches.filter(({ closed }) => !closed);
  const usual = ownBranchId ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  const id = branchId ?? usual;
  if (id === null) return { title: '机构', text: '请填写机构' };
  return ownBranchId !== null && id !== ownBranchId ? { title: '机构', text: '不是你负责的机构' } : { id };
}

function orderProblems(
  contract: ContractTerms | null,
  hireDate: LocalDate | null,
  probationEnd: LocalDate | null,
): readonly RowProblem[] {
  return [
    ...(contract?.to != null && contract.to < contract.from
      ? [{ title: '合同结束日期', text: `早于合同开始的 ${contract.from}` }]
      : []),
    ...(hireDate !== null && probationEnd !== null && probationEnd < hireDate
      ? [{ title: '试用期止', text: `早于入职的 ${hireDate}` }]
      : []),
  ];
}

function idNumberProblems({ idNumber, number }: PeopleRow, desk: PeopleDesk): readonly RowProblem[] {
  const taken = idNumber === null ? null : desk.idNumberOf(idNumber, number ?? '');
  return taken === null ? [] : [{ title: '身份证号', text: taken }];
}

const FIELDS = { 姓名: 'name', 工号: 'number', 部门: 'departmentIds', 入职日期: 'hireDate' } as const;

const missing = (row: PeopleRow, titles: readonly (keyof typeof FIELDS)[]): readonly RowProblem[] =>
  titles.filter((title) => row[FIELDS[title]] === null).map((title) => ({ title, text: '请填写' }));

/** A cell that could not be read is not missing as well. */
const withoutDoubles = (problems: readonly RowProblem[]): readonly RowProblem[] =>
  problems.filter(({ title }, place) => problems.findIndex((one) => one.title === title) === place);

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
