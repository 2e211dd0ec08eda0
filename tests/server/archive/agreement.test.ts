import { execFileSync } from 'node:child_process';
import { granted } from '../company/answers';
import { idNumberOf } from '../company/personnel';
import { blankCharactersOf } from '../documents/pixels';
import { callsOn } from '../leaving/case-calls';
import { caseOf, type LeavingCompany, openLeavingCompany, wish } from '../leaving/leaving-company';
import { fileOf, paperOf } from './real-case';

let company: LeavingCompany;
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
});
afterEach(() => company.close());

it('the agreement is drawn when both have settled the terms, and its file’s digest is what is to be signed', async () => {
  const { fang, leader, recipient, branchHr } = company;
  const caseId = await wish(company, fang, '2026-11-05');
  const { actAt } = callsOn(
    () => company,
    () => caseId,
  );
  granted(await actAt(leader, 'leader', 'agree', { fields: { recipient: recipient.employmentId } }));
  const terms = { compensationFen: 8_250_000, insuranceChecked: true, fundChecked: true, assetsListed: true };
  granted(await actAt(branchHr, 'hrTerms', 'agree', { fields: terms }));

  const { documents, nodes } = await caseOf(company, caseId);
  const paper = await paperOf(company, caseId, 'agreement');
  expect(documents['agreement']?.digest).toBe(paper.digest);
  expect(nodes['employeeAgrees']?.status).toBe('open');
  const pdf = await fileOf(company, paper.fileId);
  expect(blankCharactersOf(pdf)).toEqual([]);
  const said = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf })
    .toString()
    .replace(/\s+/g, '');
  expect(said).toContain(`王芳，身份证件号码${idNumberOf(fang)}`);
  expect(said).toContain('于2026年11月5日解除劳动合同');
  expect(said).toContain('经济补偿人民币82,500.00元，在乙方办结工作交接时支付');
  expect(said).toContain('甲方代表（签名）：沈慧');
});
