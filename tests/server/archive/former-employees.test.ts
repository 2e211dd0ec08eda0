import { contract, type ProcedureKey } from '@contract/contract';
import { employments } from '@server/repositories/employments';
import { granted, outcome, refused } from '../company/answers';
import type { Person } from '../company/person';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { finish, handOver, noticeFrom, paperOf } from './real-case';

/** 王芳's last day was 2026-11-21; it is the Monday after. 艾维 has given notice too and is still here. */
let company: LeavingCompany;
let fang: Person;
let caseId: string;
let otherId: string;

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
  ({ fang } = company);
  caseId = await noticeFrom(company, fang, '回成都照顾家人');
  await handOver(company, caseId);
  await finish(company, caseId, '2026-11-21');
  await company.clockTo('2026-11-23T10:00');
  otherId = await noticeFrom(company, company.it);
});
afterAll(() => company.close());

const papers = async (person: Person) => granted(await person.call('document.list', { caseId: null })).papers;

describe('after leaving', () => {
  it('the own papers are listed and open, for ten minutes, and that is written down', async () => {
    const listed = await papers(fang);
    expect(listed.map(({ title }) => title)).toContain('离职证明');
    const certificate = listed.find(({ title }) => title === '离职证明');
    const opened = granted(await fang.call('document.open', { documentId: certificate?.id ?? '' }));
    expect(opened.fileName).toBe(`离职证明 ${certificate?.number}.pdf`);
    const bytes = Buffer.from(await (await fetch(opened.url)).arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const openings = await company.database.find(
      'documentOpenings',
      { documentId: certificate?.id ?? '' },
      { limit: 10 },
    );
    expect(openings).toMatchObject([{ by: fang.employmentId }]);
    await company.cloud.clock.moveTo(company.cloud.clock.now() + 11 * 60_000);
    expect((await fetch(opened.url)).ok).toBe(false);
  });

  it('the own case is still there to be seen', async () => {
    const view = granted(await fang.call('case.view', { caseId, taskId: null, round: null }));
    expect(view.applicantName).toBe('王芳');
  });

  it('somebody else’s paper and one that never was are answered alike', async () => {
    const theirs = (await paperOf(company, otherId, 'receipt'))._id;
    const asked = async (documentId: string) => refused(await fang.call('document.open', { documentId }));
    expect(await asked(theirs)).toEqual(await asked('no-such-paper'));
    expect(outcome(await fang.call('document.list', { caseId: otherId }))).toBe('case.unknown');
    expect(await asked(`${caseId}:notice-text:1`)).toEqual(await asked('no-such-paper'));
  });

  it('everything that is not marked for it says that the person has left', async () => {
    const marked = (Object.keys(contract) as ProcedureKey[]).filter((key) => contract[key].afterLeaving);
    expect(marked.sort()).toEqual([
      'calendar.myMonth',
      'case.act',
      'case.move',
      'case.pulse',
      'case.say',
      'case.see',
      'case.view',
      'document.list',
      'document.open',
      'handover.attach',
      'handover.comment',
      'handover.sign',
      'handover.submit',
      'handover.view',
      'identity.begin',
      'identity.confirm',
      'leaving.mine',
      'punch.clock',
      'punch.today',
      'settlement.answer',
      'settlement.view',
    ]);
    for (const [procedure, input] of [
      ['inbox.list', { show: 'todo', before: null }],
      ['people.search', { query: '李' }],
      ['leaving.options', {}],
    ] as const)
      expect(refused(await fang.callWith(procedure, input))).toEqual({
        code: 'session.left',
        facts: { lastDay: '2026-11-21' },
      });
  });

  it('whoever is still here hears nothing of it', async () => {
    expect(outcome(await company.leader.call('inbox.list', { show: 'todo', before: null }))).toBe('ok');
    expect(outcome(await company.it.call('inbox.list', { show: 'todo', before: null }))).toBe('ok');
  });
});

describe('with another WeChat', () => {
  it('HR gives a new code, the papers are found, and the old WeChat is nobody any more', async () => {
    const { code } = granted(await company.hr.call('invitation.issue', { employmentId: fang.employmentId }));
    const bind = await company.phone('openid-of-a-new-phone', 'session.bind', { code });
    expect(outcome(bind)).toBe('ok');
    const found = await company.phone('openid-of-a-new-phone', 'document.list', { caseId: null });
    expect((granted(found) as { papers: readonly unknown[] }).papers).toHaveLength(7);
    expect(outcome(await fang.call('document.list', { caseId: null }))).toBe('session.not-bound');
    const stored = await employments.read(company.database, fang.employmentId);
    expect(stored?.openid).toBe('openid-of-a-new-phone');
    expect(outcome(await company.phone('openid-of-a-third', 'session.bind', { code }))).toBe(
      'invitation.used',
    );
  });

  it('the old WeChat may stand for another employment', async () => {
    const newcomer = await company.hire('新来的', { team: 'day' });
    const { code } = granted(
      await company.hr.call('invitation.issue', { employmentId: newcomer.employmentId }),
    );
    expect(outcome(await company.phone(fang.openid, 'session.bind', { code }))).toBe('ok');
  });

  it('nobody who is still here is rebound like that', async () => {
    const { employmentId } = company.leader;
    expect(outcome(await company.hr.call('invitation.issue', { employmentId }))).toBe(
      'binding.employment-taken',
    );
  });
});
