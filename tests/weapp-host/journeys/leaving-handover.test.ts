import type { Company } from '../company/open-company';
import { LEAVER, openLeavingCompany, RECIPIENT, STRANGER } from '../leaving/cast';
import {
  addLine,
  askForMore,
  EMPLOYEE_SIGNS_STEP,
  handIn,
  handInAgain,
  REVIEW_STEP,
  seeHandedOver,
  signList,
  WRITE_STEP,
} from '../leaving/handover-steps';
import { walkToHandover } from '../leaving/notice-steps';
import { openStepPage } from '../leaving/open-step';
import { openWeapp } from '../open-weapp';
import { type OpenPhone, phonesIn } from '../picture/states';

const PLAN = { name: '交接计划.pdf', bytes: Buffer.from('%PDF-1.4\n% a plan\n%%EOF\n') };

describe('a handover in the bundle that is uploaded', () => {
  let company: Company;
  let open: OpenPhone;
  beforeAll(async () => {
    company = await openLeavingCompany();
    open = phonesIn(company, {});
    await walkToHandover(company, open);
  });
  afterAll(() => company.end());

  it('keeps on the phone what was written, through a restart, and takes nothing that is incomplete', async () => {
    const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
    expect(host.text('#handover-missing')).toContain('还差');
    await addLine(host, 'work', { what: '考勤引擎', status: '已上线' });
    await host.tap('#handover-submit');
    expect(host.text('#handover-foot')).toContain('还差');
    const { route: path, query } = host.page;
    host.close();

    const again = openWeapp(host.phone);
    await again.launch({ path, query });
    expect(again.text('#item-work')).toContain('考勤引擎');
    again.close();
  });

  it('takes a file out of a chat along, of those that may go', async () => {
    const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
    host.phone.answers.chatFiles = [{ name: '歌.mp3', bytes: Buffer.from('no document') }, PLAN];
    await host.tap('#add-documents');
    await host.tap('#attach-file');
    expect(host.has('#attach-stuck')).toBe(false);
    expect(host.text('#line-sheet')).toContain(PLAN.name);
    await host.tap('#line-remove');
    host.close();
  });

  it('is written by tapping: lines, and why there is none of the rest', async () => {
    const host = await handIn(company, open);
    expect(host.text('#handover-said')).toContain('已');
    host.close();
  });

  it('comes back with a word at an item, and once more with what is new in it', async () => {
    const recipient = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
    await recipient.tap('#handover-send-back');
    expect(recipient.has('#handover-accept')).toBe(true);
    await askForMore(recipient);
    await recipient.tap('#handover-send-back');
    expect(recipient.text('#handover-said')).toContain('退回');
    recipient.close();

    const leaver = await handInAgain(company, open);
    expect(leaver.text('#handover-said')).toContain('已');
    leaver.close();
    const again = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
    expect(again.text('#handover-differences')).toContain('改了 1 处');
    expect(again.text('#read-contacts')).toContain('何会计');
    expect(again.has('#read-work')).toBe(false);
    again.close();
  });

  it('is signed by both over the same version, each with a code and a name of their own', async () => {
    const recipient = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
    await recipient.tap('#handover-accept');
    await signList(recipient, company, RECIPIENT);
    expect(recipient.text('#handover-said')).toContain('签');
    recipient.close();

    const leaver = await openStepPage(company, open, LEAVER, EMPLOYEE_SIGNS_STEP);
    await signList(leaver, company, LEAVER);
    expect(leaver.text('#handover-said')).toContain('签');
    expect(leaver.has('#handover-sign')).toBe(false);
    leaver.close();
    await seeHandedOver(company, open);
  });

  it('shows its page to nobody else', async () => {
    const owner = await open(LEAVER, { path: 'leaving/journey/index' });
    await owner.tap('#journey-talk');
    const { query } = owner.share();
    owner.close();
    const stranger = await open(STRANGER, { path: 'leaving/handover/index', query });
    expect(stranger.text()).toMatch(/^这里没有你要处理的事/);
    stranger.close();
  });
});
