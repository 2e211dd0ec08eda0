import { granted, outcome, refused } from '../company/answers';
import { blankCharactersOf, wordsOf } from '../documents/pixels';
import { fileOf, paperOf } from '../archive/real-case';
import { freshId, type Person } from '../company/person';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving-company';

let company: LeavingCompany;
let caseId: string;

beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
});
afterEach(() => company.close());

/** Somebody whose post has secrets, or has not, leaves. */
async function leaves(secrecy: boolean): Promise<Person> {
  const person = await company.hire('周密', { team: 'day', secrecy });
  await person.bind();
  caseId = await giveNotice(company, person, '2026-04-10');
  await reachDepartments(company, caseId);
  return person;
}

const TERMS = { scope: '同类云考勤产品的研发', area: '上海市', months: 12, monthlyFen: 1_000_000 };

const write = async (person: Person, terms: Partial<typeof TERMS> = {}) =>
  person.call('nonCompete.write', {
    commandId: freshId(),
    caseId,
    ...(await taskOf(company, caseId, 'nonCompeteText')),
    ...TERMS,
    ...terms,
  });

it('is not asked for where the post has no secrets', async () => {
  await leaves(false);
  expect((await caseOf(company, caseId)).nodes.nonCompeteText?.status).not.toBe('open');
  const seen = granted(await company.branchHr.call('nonCompete.view', { caseId }));
  expect(seen).toMatchObject({ write: null, terms: null });
});

it('is written by HR where it has, and what is signed is the digest of those terms', async () => {
  const leaver = await leaves(true);
  const written = granted(await write(company.branchHr));
  const { documents, nodes } = await caseOf(company, caseId);
  expect(documents.nonCompete?.digest).toBe(written.terms?.digest);
  expect(nodes.nonCompete?.status).toBe('open');
  const seen = granted(await leaver.call('nonCompete.view', { caseId }));
  expect(seen.terms?.sentences.join('')).toContain('公司按月支付经济补偿 10,000.00 元');
  expect(refused(await company.leader.call('nonCompete.view', { caseId })).code).toBe('case.unknown');
});

it('is a paper of its own, for the leaver to keep and for both to sign by hand', async () => {
  const leaver = await leaves(true);
  granted(await write(company.branchHr));
  for (const reader of [leaver, company.branchHr]) {
    const { papers } = granted(await reader.call('document.list', { caseId }));
    expect(papers.filter(({ title }) => title === '竞业限制告知书')).toHaveLength(1);
  }
  const { fileId } = await paperOf(company, caseId, 'nonCompete');
  const pdf = await fileOf(company, fileId);
  expect(blankCharactersOf(pdf)).toEqual([]);
  const said = wordsOf(pdf)
    .flat()
    .map(({ text }) => text)
    .join('');
  for (const part of [TERMS.scope, TERMS.area, '12个月合计120,000.00元', leaver.name])
    expect(said).toContain(part);
});

it.each([
  [{ months: 25 }, 'months'],
  [{ monthlyFen: 0 }, 'monthlyFen'],
  [{ scope: ' ' }, 'scope'],
])('with %p is refused by its field', async (terms, field) => {
  await leaves(true);
  expect(refused(await write(company.branchHr, terms))).toMatchObject({
    code: 'non-compete.invalid',
    facts: { field },
  });
});

it('is nobody else’s to write', async () => {
  const leaver = await leaves(true);
  expect(outcome(await write(leaver))).not.toBe('ok');
  expect(refused(await write(company.leader)).code).toBe('case.unknown');
  expect((await caseOf(company, caseId)).nodes.nonCompeteText?.status).toBe('open');
});
