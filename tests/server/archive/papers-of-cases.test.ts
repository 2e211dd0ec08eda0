import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { checkPdfSeal } from '@server/documents/check-pdf-seal';
import { caseDocuments } from '@server/repositories/case-documents';
import { sha256Bytes } from '@server/evidence/digests';
import { granted } from '../company/answers';
import { idNumberOf } from '../company/personnel';
import { blankCharactersOf, wordsOf } from '../documents/pixels';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { fileOf, finish, handOver, noticeFrom, paperOf } from './real-case';

/** One leaving, of somebody whose name few fonts have, from the notice to the archive, by everybody who has a part; its papers are looked at afterwards. */
let company: LeavingCompany;
let caseId: string;

beforeAll(async () => {
  const opened = await openLeavingCompany({ at: '2026-10-22T09:00' });
  const fang = await (await opened.hire('周䶮', { team: 'day' })).bind();
  company = { ...opened, fang };
  caseId = await noticeFrom(company, company.fang, '回成都照顾家人');
  await handOver(company, caseId);
  await finish(company, caseId, '2026-11-21');
});
afterAll(() => company.close());

const pdfOf = async (key: string): Promise<Buffer> =>
  fileOf(company, (await paperOf(company, caseId, key)).fileId);
/** Without the spaces that setting puts between words. */
const said = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().replace(/\s+/g, '');

const KEYS = ['notice', 'receipt', 'handover', 'settlement', 'certificate', 'archiveIndex'] as const;

describe.each(KEYS)('%s', (key) => {
  it('shows every character that it holds, in ink', async () => {
    const pdf = await pdfOf(key);
    expect(wordsOf(pdf).flat().length).toBeGreaterThan(20);
    expect(blankCharactersOf(pdf)).toEqual([]);
  });

  it('is the file that its row and the chain name, whole under the seal of this deployment', async () => {
    const row = await paperOf(company, caseId, key);
    const pdf = await fileOf(company, row.fileId);
    expect(sha256Bytes(pdf)).toBe(row.digest);
    const { SEAL_CERTIFICATE } = JSON.parse(process.env.DOCUMENT_KEYS_UNDER_TEST ?? '{}') as Record<
      string,
      string
    >;
    const ours = sha256Bytes(new X509Certificate(SEAL_CERTIFICATE ?? '').raw);
    expect(checkPdfSeal(pdf, [ours])).toMatchObject({ whole: true });
  });

  it('prints its number, the code for the verify page, and where the chain stood', async () => {
    const { number, contentDigest, anchor, fileId } = await paperOf(company, caseId, key);
    const text = said(await fileOf(company, fileId));
    expect(text).toContain(number);
    expect(text).toContain(`验证码${contentDigest?.slice(0, 16)}`);
    expect(text).toContain(`存证锚点${anchor?.count}:${anchor?.head}`);
    expect(text).toContain(`存证公钥编号${anchor?.keyId}`);
  });
});

it('the notice says what was signed, with the ID number whole and the drawn name under it', async () => {
  const text = said(await pdfOf('notice'));
  expect(text).toContain(`本人周䶮，身份证件号码${idNumberOf(company.fang)}`);
  expect(text).toContain('最后工作日为2026年11月21日');
  expect(text).toContain('离职原因（本人自愿填写）：回成都照顾家人');
  expect(text).toContain('基础电子签名，不等同于手写签名');
});

it('the receipt names the digest of the notice’s file, the arrival by the server’s clock and who received it', async () => {
  const notice = await paperOf(company, caseId, 'notice');
  const text = said(await pdfOf('receipt'));
  expect(text).toContain(notice.number);
  expect(text).toMatch(/送达时间2026年10月22日09:0\d/);
  expect(text).toContain('接收方刘静');
  // Set on two lines of four groups.
  for (const half of [notice.digest.slice(0, 32), notice.digest.slice(32)]) expect(text).toContain(half);
});

it('the handover list has both names drawn under one digest', async () => {
  const text = said(await pdfOf('handover'));
  expect(text).toContain('华东区客户');
  expect(text.match(/基础电子签名，不等同于手写签名/g)).toHaveLength(2);
  expect(text).toContain('接收人李明');
});

it('the settlement is there twice: as proposed, and with the employee’s yes', async () => {
  const versions = await caseDocuments.versionsOf(company.database, caseId, 'settlement');
  const texts = await Promise.all(
    versions.map(async ({ fileId }) => said(await fileOf(company, fileId ?? ''))),
  );
  expect(texts[0]).toContain('尚未答复');
  expect(texts[1]).toContain('已确认（2026年11月21日');
  for (const text of texts) expect(text).toContain('12,345.67');
});

it('the certificate holds the statutory content and no reason, dated with the end of the contract', async () => {
  const text = said(await pdfOf('certificate'));
  expect(text).toContain('劳动合同已于2026年11月21日解除');
  for (const part of ['无固定期限', '工作岗位专员', '本单位工作年限', '小满工坊（盖章）2026年11月21日'])
    expect(text).toContain(part);
  expect(text).toContain('兹证明周䶮');
  expect(text).not.toContain('原因');
});

it('the archive’s list names every other paper by digest', async () => {
  const text = said(await pdfOf('archiveIndex'));
  const rows = await caseDocuments.ofCase(company.database, caseId);
  const others = rows.filter(({ key }) => key !== 'archiveIndex');
  expect(others).toHaveLength(8);
  // Digests are broken anywhere: beginnings and ends are enough.
  for (const { digest } of others) expect(text).toContain(digest?.slice(0, 8));
});

it('a repeated order makes nothing again', async () => {
  const before = (await caseDocuments.ofCase(company.database, caseId)).length;
  await company.sdk.database().collection('commits').where({ caseId }).update({ pending: true });
  await company.clockTo('2026-11-22T09:00');
  await Promise.all([company.tick(), company.tick()]);
  expect(await caseDocuments.ofCase(company.database, caseId)).toHaveLength(before);
});

it('the employee finds them all, HR too, and nobody at work reads ID numbers out of them', async () => {
  const list = async (person: typeof company.fang) => person.call('document.list', { caseId });
  expect(
    granted(await list(company.hr))
      .papers.map(({ title }) => title)
      .sort(),
  ).toEqual(
    [
      '离职档案目录',
      '离职结算单',
      '离职结算单',
      '离职证明',
      '离职通知送达回执',
      '解除劳动合同通知书',
      '工作交接清单',
    ].sort(),
  );
  // Whoever took over reads what they signed, and nothing else.
  const signed = granted(await list(company.recipient));
  expect(signed).toMatchObject({ canExport: false, papers: [{ title: '工作交接清单', canRevoke: false }] });
  const documentId = signed.papers[0]?.id ?? '';
  granted(await company.recipient.call('document.open', { documentId }));
  const certificate = (await paperOf(company, caseId, 'certificate'))._id;
  expect(await company.recipient.call('document.open', { documentId: certificate })).toMatchObject({
    refusal: { code: 'document.unknown' },
  });
  expect(said(await pdfOf('handover'))).not.toContain(idNumberOf(company.fang));
  for (const person of [company.leader, company.finance, company.it])
    expect(await list(person)).toMatchObject({ ok: false, refusal: { code: 'case.unknown' } });
  const idNumber = idNumberOf(company.fang);
  expect(company.log.join('\n')).not.toContain(idNumber);
  expect(company.log.join('\n')).not.toContain('回成都照顾家人');
});
