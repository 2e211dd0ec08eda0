import { caseDocuments } from '@server/repositories/case-documents';
import { granted, outcome, refused } from '../company/answers';
import type { Person } from '../company/person';
import { type LeavingCompany, caseOf, openLeavingCompany, picture, upload } from '../leaving/leaving-company';
import { finish, handOver, noticeFrom } from './real-case';

let company: LeavingCompany;
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
});
afterEach(() => company.close());

const facts = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ fact }) => fact);
const fresh = async (caseId: string, key: string) =>
  (await caseDocuments.versionsOf(company.database, caseId, key)).filter(({ state }) => state === 'kept');

describe('a name that the font lacks, over a whole case', () => {
  const THE_END = '2026-11-21';
  const LACKING = '王\u{2F00A}';
  let strange: Person;
  let caseId: string;

  const reports = async () =>
    granted(await company.hr.call('case.view', { caseId, taskId: null, round: null })).reports ?? [];
  const reportOf = async (title: string) =>
    (await reports()).find(({ text }) => text.startsWith(title))?.byHand ?? '';
  const keep = async (effectKey: string, bytes = picture(), name = '纸质件.jpg', person = company.hr) =>
    person.call('document.keepByHand', {
      caseId,
      effectKey,
      fileId: await upload(company, person, bytes),
      name,
    });
  const titles = async (person: Person) =>
    granted(await person.call('document.list', { caseId: null })).papers.map(({ title }) => title);

  it('nothing waits for what cannot be drawn but the paper itself, and that HR makes by hand', async () => {
    strange = await (await company.hire(LACKING, { team: 'day' })).bind();
    caseId = await noticeFrom(company, strange);
    expect((await caseOf(company, caseId)).nodes['notice']?.outcome).toBe('given');
    expect(await fresh(caseId, 'receipt')).toEqual([]);
    const told = (await facts(company.hr)).filter((fact) => fact.includes('没有生成'));
    expect(told).toEqual([
      expect.stringContaining('字体里没有「\u{2F00A}」（U+2F00A，在正文）。请在纸上出具'),
    ]);

    await handOver({ ...company, fang: strange }, caseId);
    await finish({ ...company, fang: strange }, caseId, THE_END, async () => {
      // The wages are paid by now; what is owed did not wait.
      expect((await caseOf(company, caseId)).nodes['wages']?.outcome).toBe('completed');
      expect((await caseOf(company, caseId)).nodes['certificate']?.status).toBe('open');
      const certificate = await reportOf('离职证明没有生成');
      expect(refused(await keep(certificate, Buffer.from('MZ a program'), '证明.pdf'))).toEqual({
        code: 'file.not-a-scan',
        facts: { name: '证明.pdf' },
      });
      expect(outcome(await keep(certificate, picture(), '证明.jpg', strange))).toBe('session.forbidden');
      expect(outcome(await keep('no-such-effect'))).toBe('document.unknown');
      expect(granted(await keep(certificate)).text).toContain('员工在“文件”里可以看到');
      // A repeated tap finds it kept.
      expect(outcome(await keep(certificate))).toBe('ok');
      expect(await reportOf('离职证明没有生成')).toBe('');
      expect((await caseOf(company, caseId)).nodes['certificate']?.outcome).toBe('generated');
    });
    expect((await caseOf(company, caseId)).status).toBe('closed');

    granted(
      await keep(await reportOf('离职通知送达回执没有生成'), new TextEncoder().encode('%PDF-1.4 a scan')),
    );
    expect(await titles(strange)).toEqual(
      expect.arrayContaining(['离职证明（纸质件）', '离职通知送达回执（纸质件）', '离职档案目录']),
    );
    const [row] = await fresh(caseId, 'certificate');
    const opened = granted(await strange.call('document.open', { documentId: row?._id ?? '' }));
    expect(opened).toMatchObject({ kind: 'picture', digest: row?.digest });
  }, 60_000);

  it('HR hears of each paper once, however often it is tried', async () => {
    const strangeToo = await (await company.hire(LACKING, { team: 'day' })).bind();
    await noticeFrom(company, strangeToo);
    await company.clockTo('12:00');
    await company.tick();
    expect((await facts(company.hr)).filter((fact) => fact.includes('没有生成'))).toHaveLength(1);
  });
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
