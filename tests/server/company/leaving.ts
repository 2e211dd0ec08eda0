import type { InputOf, OutputOf } from '@contract/contract';
import type { Envelope } from '@contract/envelope';
import { cases, type CaseDocument } from '@server/repositories/cases';
import { type Employment, employments } from '@server/repositories/employments';
import { type Company, openCompany } from '../company';
import { granted } from './answers';
import { freshId, type Person } from './person';
import { signs } from './signing';

type Wish = InputOf<'leaving.draft'>;

/** A company from which somebody leaves: 王芳, her leader 陈思远, and 刘静 of HR. */
export interface LeavingOffice {
  readonly company: Company;
  readonly fang: Person;
  readonly leader: Person;
  readonly hr: Person;
  /** Somebody in probation until the end of November 2026, bound. */
  hireInProbation(): Promise<Person>;
}

/** Opens on 2026-10-22 in Shanghai, a Thursday, at nine. */
export async function openLeavingOffice(): Promise<LeavingOffice> {
  const company = await openCompany({ at: '2026-10-22T09:00' });
  const fang = await company.person('王芳').bind();
  const leader = await company.person('陈思远').bind();
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
  const probation = { team: 'day', hireDate: '2026-09-01', probationEnd: '2026-11-30' } as const;
  return {
    company,
    fang,
    leader,
    hr,
    hireInProbation: async () => (await company.hire('平安', probation)).bind(),
  };
}

export const wish = (more: Partial<Wish> = {}): Wish => ({
  path: 'notice',
  wished: null,
  remote: false,
  reason: '',
  ...more,
});

export const draft = async (person: Person, more: Partial<Wish> = {}): Promise<OutputOf<'leaving.draft'>> =>
  granted(await person.call('leaving.draft', wish(more)));

export interface Giving extends Partial<Wish> {
  readonly photoIds?: string[];
  readonly proofConsent?: boolean;
}

/** Everything that a person does up to the last tap: looks at the draft, and signs it where it is signed. */
export async function give(
  { company }: LeavingOffice,
  person: Person,
  { photoIds = [], proofConsent = false, ...more }: Giving = {},
) {
  const { digest, signature: asked } = await draft(person, more);
  const signature = asked ? await signs(company, person, { document: 'notice', caseId: null, digest }) : null;
  const input = { ...wish(more), commandId: freshId(), digest, signature, proofConsent, photoIds };
  return {
    input,
    send: (): Promise<Envelope<OutputOf<'leaving.give'>>> => person.call('leaving.give', input),
  };
}

/** The same, and the last tap. */
export const given = async (
  office: LeavingOffice,
  person: Person,
  giving: Giving = {},
): Promise<OutputOf<'leaving.give'>> => granted(await (await give(office, person, giving)).send());

export async function caseOf({ company }: LeavingOffice, caseId: string): Promise<CaseDocument> {
  const found = await cases.read(company.database, caseId);
  if (!found) throw new Error(`there is no case ${caseId}`);
  return found;
}

export async function employmentOf({ company }: LeavingOffice, person: Person): Promise<Employment> {
  const found = await employments.read(company.database, person.employmentId);
  if (!found) throw new Error(`${person.name} is not employed`);
  return found;
}

export const mine = async (person: Person): Promise<OutputOf<'leaving.mine'>> =>
  granted(await person.call('leaving.mine', {}));

export const todo = async (person: Person): Promise<OutputOf<'inbox.list'>['items']> =>
  granted(await person.call('inbox.list', { show: 'todo', before: null })).items;
