import { caseDocuments } from '@server/repositories/case-documents';
import { granted } from '../company/answers';
import type { Person } from '../company/person';
import { type LeavingCompany, caseOf, openLeavingCompany } from '../leaving/leaving-company';
import { noticeFrom } from './real-case';

let company: LeavingCompany;
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
});
afterEach(() => company.close());

const facts = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ fact }) => fact);
const fresh = async (caseId: string, key: string) =>
  (await caseDocuments.versionsOf(company.database, caseId, key)).filter(({ state }) => state === 'kept');

it('a name that the font lacks: the notice has arrived, HR hears which character, once', async () => {
  const strange = await (await company.hire('王\u{2F00A}', { team: 'day' })).bind();
  const caseId = await noticeFrom(company, strange);
  expect((await caseOf(company, caseId)).nodes['notice']?.outcome).toBe('given');
  expect(await fresh(caseId, 'receipt')).toEqual([]);
  const said = '解除劳动合同通知书没有生成：字体里没有「\u{2F00A}」（U+2F00A，在正文）';
  expect((await facts(company.hr)).filter((fact) => fact.includes('没有生成'))).toEqual([
    expect.stringContaining(said.slice(said.indexOf('字体'))),
  ]);
  await company.clockTo('12:00');
  await company.tick();
  expect((await facts(company.hr)).filter((fact) => fact.includes('没有生成'))).toHaveLength(1);
});

it('a gap in the personnel file: HR hears what is missing, and the certificate comes once it is there', async () => {
  const { fang } = company;
  const caseId = await noticeFrom(company, fang);
  const file = await company.database.read('personnel', fang.employmentId);
  const { idNumber } = file as { readonly idNumber: unknown };
  await company.database.updateWhere('personnel', fang.employmentId, {}, { set: { idNumber: null } });
  await company.clockTo('2026-11-21T08:50');
  await company.tick();
  expect(await fresh(caseId, 'certificate')).toEqual([]);
  expect((await facts(company.hr)).some((fact) => fact.includes('还缺身份证件号码'))).toBe(true);

  await company.database.updateWhere('personnel', fang.employmentId, {}, { set: { idNumber } });
  await company.clockTo('10:30');
  await company.tick();
  expect(await fresh(caseId, 'certificate')).toHaveLength(1);
  expect((await caseOf(company, caseId)).nodes['certificate']?.outcome).toBe('generated');
});

it('the function gone for a while: nobody’s tap fails, and the papers come later', async () => {
  const { fang } = company;
  await company.sdk.database().collection('chains').where({}).remove();
  const caseId = await noticeFrom(company, fang);
  await company.sdk.database().collection('documents').where({ caseId }).remove();
  await company.sdk.database().collection('commits').where({ caseId }).update({ pending: true });
  await company.clockTo('09:20');
  await company.tick();
  expect(await fresh(caseId, 'notice')).toHaveLength(1);
  expect(await fresh(caseId, 'receipt')).toHaveLength(1);
});
