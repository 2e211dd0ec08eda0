import type { Company } from '../company/open-company';
import { LEAVER, openLeavingCompany, STRANGER } from '../leaving/cast';
import { walkThroughHandover } from '../leaving/handover-steps';
import { ANSWER_STEP, proposeSettlement, walkToCertificate, walkToLastDay } from '../leaving/last-steps';
import { walkToHandover } from '../leaving/notice-steps';
import { openStepPage } from '../leaving/open-step';
import { type OpenPhone, phonesIn } from '../picture/states';

const PAPERS = { path: 'leaving/papers/index' };
const AFTER_LEAVING = '2026-04-11T10:00';

describe('the last day and after it, in the bundle that is uploaded', () => {
  let company: Company;
  let open: OpenPhone;
  beforeAll(async () => {
    company = await openLeavingCompany();
    open = phonesIn(company, {});
    await walkToHandover(company, open);
    await walkThroughHandover(company, open);
    await walkToLastDay(company, open);
  });
  afterAll(() => company.end());

  /** The paper of that title, opened in WeChat's reader: its bytes. */
  const bytesOf = async (title: string): Promise<Buffer> => {
    const host = await open(LEAVER, PAPERS);
    const { papers } = await company.call(LEAVER, 'document.list', { caseId: null });
    const paper = papers.find((one) => one.title === title);
    if (paper === undefined)
      throw new Error(`no ${title} among ${papers.map((one) => one.title).join('、')}`);
    expect(host.text(`#paper-${paper.number}`)).toContain(title);
    await host.tap(`#open-${paper.number}`);
    expect(host.has('#papers-said')).toBe(false);
    const [opened] = host.phone.deedsOf('document-opened');
    expect(opened?.menu).toBe(true);
    host.close();
    return host.phone.files.get(opened?.file ?? '') ?? Buffer.alloc(0);
  };

  it('the settlement is written, and the leaver reads that wages wait for nobody', async () => {
    const finance = await proposeSettlement(company, open);
    expect(finance.text('#settlement-said')).toContain('已提交');
    finance.close();
    const leaver = await openStepPage(company, open, LEAVER, ANSWER_STEP);
    expect(leaver.text('#settlement-head')).toContain('不等你确认');
    leaver.close();
    await walkToCertificate(company, open);
  });

  it('after leaving, the same WeChat opens the certificate and the receipt of the notice', async () => {
    await company.liveUntil(AFTER_LEAVING);
    const certificate = await bytesOf('离职证明');
    expect(certificate.subarray(0, 5).toString()).toBe('%PDF-');
    expect(certificate.subarray(-6).toString()).toContain('%%EOF');
    const receipt = await bytesOf('离职通知送达回执');
    expect(receipt.subarray(0, 5).toString()).toBe('%PDF-');
    expect(receipt.equals(certificate)).toBe(false);
  });

  it('says so when the phone has no network, and opens it with the next tap', async () => {
    const host = await open(LEAVER, PAPERS);
    const [paper] = (await company.call(LEAVER, 'document.list', { caseId: null })).papers;
    await host.network('none');
    await host.tap(`#open-${paper?.number}`);
    expect(host.has('#papers-said')).toBe(true);
    await host.network('wifi');
    await host.tap(`#open-${paper?.number}`);
    expect(host.phone.deedsOf('document-opened')).toHaveLength(1);
    host.close();
  });

  it('a colleague has none of these papers', async () => {
    const host = await open(STRANGER, PAPERS);
    expect(host.has('#papers-empty')).toBe(true);
    host.close();
  });
});
