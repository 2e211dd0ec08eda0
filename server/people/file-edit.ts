import { movedFrom, rehiredOn } from '@domain/people/move-person';
import {
  choiceProblems,
  type ContractTerms,
  nameProblems,
  numberProblems,
  placeProblems,
  plainNumber,
  type StaffProblem,
  termProblems,
} from '@domain/people/staff-entry';
import { ok, refuse, type Result } from '@domain/result';
import { addDays, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import { type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import type { PersonnelChange } from '../repositories/personnel';
import type { RefusalOf } from '../use-case';
import { claimOn, type NumberClaim } from './new-person';
import { heldRoles } from './roles-of';
import { numberTaken, ownBranchOf, type TwoPeople } from './under';
import { unitsOf } from './units';

type Part = InputOf<'staff.change'>['part'];
type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

/** What a change writes, and the sentence for the log. */
export interface FileEdit {
  readonly employment: Partial<Pick<Employment, 'name' | 'branchId' | 'hireDate' | 'assignments'>>;
  readonly terms: PersonnelChange;
  /** To a number that nobody else may have. */
  readonly claim: NumberClaim | null;
  readonly what: string;
}

type Made = Result<FileEdit, RefusalOf<'staff.invalid' | 'staff.id-number-taken' | 'staff.role-refused'>>;

/** How far back somebody can be moved: as far as days can be judged again. */
const DAYS_BACK = 366;

const invalid = (problems: readonly StaffProblem[]) => refuse('staff.invalid', { problems });
const edit = (what: string, more: Partial<Omit<FileEdit, 'what'>>): Made =>
  ok({ employment: {}, terms: {}, claim: null, ...more, what });

/** What comes of a change to one part of a file, or why it cannot be. */
export async function fileEdit(ports: Ports, org: Organisation, two: TwoPeople, part: Part): Promise<Made> {
  switch (part.kind) {
    case 'name':
      return nameEdit(org, two, part);
    case 'terms':
      return termsEdit(two.person, part);
    case 'numbers':
      return numbersEdit(ports, two, part);
    case 'place':
      return placeEdit(org, two.person, part, todayIn(org.zone, ports.clock.now()));
  }
}

function nameEdit(org: Organisation, { by, person }: TwoPeople, { name, branchId }: PartOf<'name'>): Made {
  const moves = branchId !== person.branchId;
  const problems = [
    ...nameProblems(name),
    ...(moves ? choiceProblems('branch', [branchId], unitsOf(org).branches) : []),
  ];
  if (problems.length > 0) return invalid(problems);
  if (moves && ownBranchOf(by) !== null) return refuse('staff.role-refused', { why: 'other-branch' });
  // What is held for a branch must not wander to another one unseen.
  if (moves && heldRoles(org.published, person).some((role) => role.branchId !== null))
    return refuse('staff.role-refused', { why: 'role-first' });
  const renamed = name.trim() === person.name ? [] : ['改姓名'];
  const moved = moves ? [`所属机构由${org.branchName(person.branchId)}改为${org.branchName(branchId)}`] : [];
  return edit([...renamed, ...moved].join('，') || '保存，没有变化', {
    employment: { name: name.trim(), branchId },
  });
}

const KINDS: Readonly<Record<ContractTerms['kind'], string>> = {
  fixed: '固定期限',
  open: '无固定期限',
  task: '以完成任务为期限',
};

function termsEdit(person: Employment, { hireDate, contract, probationEnd }: PartOf<'terms'>): Made {
  const problems = termProblems({ hireDate, contract, probationEnd });
  if (problems.length > 0) return invalid(problems);
  const hired = hireDate as LocalDate;
  const terms = {
    kind: contract.kind,
    from: contract.from as LocalDate,
    // Only a fixed term has a last day.
    to: contract.kind === 'fixed' ? (contract.to as LocalDate) : null,
  };
  return edit(
    `入职 ${hireDate}，${KINDS[contract.kind]}合同 ${terms.from}${terms.to === null ? ' 起' : ` 至 ${terms.to}`}` +
      (probationEnd === null ? '，无试用期' : `，试用期至 ${probationEnd}`),
    {
      employment: {
        hireDate: hired,
        assignments: rehiredOn(person.assignments, person.hireDate, hired).map(plain),
      },
      terms: { contract: terms, probationEnd: probationEnd as LocalDate | null },
    },
  );
}

async function numbersEdit(ports: Ports, { by, person }: TwoPeople, part: PartOf<'numbers'>): Promise<Made> {
  const { phone, idNumber } = part;
  const problems = numberProblems({ phone: phone ?? null, idNumber: idNumber ?? null });
  if (problems.length > 0) return invalid(problems);
  const number = idNumber == null ? null : plainNumber(idNumber);
  const claim = number === null ? null : await claimOn(ports, number, person._id);
  if (claim && 'idNumberOf' in claim) return numberTaken(by, claim.idNumberOf);
  const said = [
    ...(phone === undefined ? [] : [phone === null ? '删除手机号' : '更新手机号']),
    ...(idNumber === undefined ? [] : [idNumber === null ? '删除证件号码' : '更新证件号码']),
  ];
  return edit(said.join('，') || '保存，没有变化', {
    terms: {
      ...(phone !== undefined && { phone: phone && plainNumber(phone) }),
      ...(idNumber !== undefined && { idNumber: number }),
    },
    claim,
  });
}

function placeEdit(
  org: Organisation,
  person: Employment,
  { from, main, concurrent }: PartOf<'place'>,
  today: LocalDate,
): Made {
  const units = unitsOf(org);
  const since = parseLocalDate(from);
  const problems: readonly StaffProblem[] = [
    ...(since === null ? [{ field: 'from', why: 'not-a-day' } as const] : []),
    ...(since !== null && since < person.hireDate ? [{ field: 'from', why: 'before-hire' } as const] : []),
    ...(since !== null && since < addDays(today, -DAYS_BACK)
      ? [{ field: 'from', why: 'too-far-back' } as const]
      : []),
    ...[main, ...concurrent].flatMap((place) => placeProblems(place, units)),
    ...concurrent.flatMap(({ to }) => endProblems(to, from)),
  ];
  if (problems.length > 0 || since === null) return invalid(problems);
  const places = concurrent.map((place) => ({ ...place, to: place.to as LocalDate | null }));
  return edit(
    `${from} 起的部门和岗位：${placeText(org, main)}${places.map((one) => `，兼 ${placeText(org, one)}`).join('')}`,
    {
      employment: { assignments: movedFrom(person.assignments, since, main, places).map(plain) },
    },
  );
}

const endProblems = (to: string | null, from: string): readonly StaffProblem[] => {
  if (to === null) return [];
  if (parseLocalDate(to) === null) return [{ field: 'to', why: 'not-a-day' }];
  return to < from ? [{ field: 'to', why: 'before-start' }] : [];
};

const plain = (one: ReturnType<typeof movedFrom>[number]): Employment['assignments'][number] => ({
  ...one,
  departmentIds: [...one.departmentIds],
});

function placeText(
  { published: { departments, posts = [] } }: Organisation,
  { departmentIds, postId }: { readonly departmentIds: readonly string[]; readonly postId: string | null },
): string {
  const names = departmentIds.map((id) => departments.find((one) => one.id === id)?.name ?? '');
  const post = posts.find(({ id }) => id === postId)?.name;
  return [names.join('、'), post].filter(Boolean).join(' · ');
}
