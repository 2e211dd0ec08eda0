import { execFileSync } from 'node:child_process';
import { contract, type ProcedureKey } from '@contract/contract';
import { caseDocuments } from '@server/repositories/case-documents';
import { employments } from '@server/repositories/employments';
import { granted, outcome, refused } from '../company/answers';
import type { Person } from '../company/person';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { fileOf, finish, handOver, noticeFrom, paperOf } from './real-case';

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
      'certificate.choose',
      'document.list',
      'document.open',
      'file.open',
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
      'upload.announce',
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

describe('the reason on the certificate', () => {
  const choose = (person: Person, withReason: boolean, revision: number, of = caseId) =>
    person.call('certificate.choose', { caseId: of, withReason, revision });
  /** Every version, without the spaces that setting puts between words. */
  const versions = async (of = caseId): Promise<readonly string[]> => {
    const rows = await caseDocuments.versionsOf(company.database, of, 'certificate');
    return Promise.all(
      rows.map(async ({ fileId }) => {
        const input = await fileOf(company, fileId ?? '');
        return execFileSync('pdftotext', ['-layout', '-', '-'], { input }).toString().replace(/\s+/g, '');
      }),
    );
  };
  const WHY =
    '应本人要求，写明解除劳动合同的原因：劳动者提前三十日以书面形式通知用人单位解除（《劳动合同法》第三十七条）。';

  it('is not there unless it is wished for, and comes with a new version beside the first', async () => {
    const { journey } = granted(await fang.call('leaving.mine', {}));
    expect(journey?.certificate).toMatchObject({
      withReason: false,
      made: true,
      pending: false,
      revision: 0,
    });
    const { text, choice } = granted(await choose(fang, true, 0));
    expect(text).toBe('新的一版离职证明已生成，写明离职原因');
    expect(choice).toMatchObject({ withReason: true, pending: false, revision: 1 });
    const [first, second, ...more] = await versions();
    expect(more).toEqual([]);
    expect(first).not.toContain('原因');
    expect(second).toContain(WHY);
    expect(second?.replace(WHY, '')).toContain('劳动合同已于2026年11月21日解除');
    const listed = (await papers(fang)).filter(({ title }) => title === '离职证明');
    expect(listed.map(({ revokedText }) => revokedText)).toEqual([null, null]);
  });

  it('a repeated tap makes nothing again, and a press on an old page changes nothing', async () => {
    granted(await choose(fang, true, 0));
    expect(await versions()).toHaveLength(2);
    expect(outcome(await choose(fang, false, 0))).toBe('conflict.busy');
    expect(granted(await choose(fang, true, 1)).choice.withReason).toBe(true);
    expect(await versions()).toHaveLength(2);
  });

  it('is nobody else’s to choose: not HR’s, not the leader’s', async () => {
    for (const person of [company.hr, company.branchHr, company.leader, company.it])
      expect(outcome(await choose(person, true, 1))).toBe('case.unknown');
  });

  it('goes again as it came; what could not be made in the tap is made by the clock', async () => {
    const changed = { withReason: false, revision: 2, pending: true, changedAt: company.cloud.clock.now() };
    const set = { ...changed, changedAt: Math.floor(changed.changedAt) };
    await company.database.updateWhere('certificateWishes', caseId, {}, { set });
    await Promise.all([company.tick(), company.tick()]);
    await company.tick();
    const made = await versions();
    expect(made).toHaveLength(3);
    expect(made[2]).not.toContain('原因');
    const { journey } = granted(await fang.call('leaving.mine', {}));
    expect(journey?.certificate).toMatchObject({ withReason: false, pending: false });
  });

  it('chosen beforehand it stands on the first version, which no handover held up', async () => {
    const { recipient } = company;
    const next = await noticeFrom(company, recipient);
    expect(granted(await choose(recipient, true, 0, next)).text).toBe('已记下：离职证明写明离职原因');
    expect(await versions(next)).toEqual([]);
    await company.clockTo('2026-12-23T09:05');
    await company.tick();
    await company.tick();
    const [only, ...more] = await versions(next);
    expect(more).toEqual([]);
    expect(only).toContain(WHY);
  });
});

describe('with another WeChat', () => {
  it('HR gives a new code, the papers are found, and the old WeChat is nobody any more', async () => {
    const { code } = granted(await company.hr.call('invitation.issue', { employmentId: fang.employmentId }));
    const bind = await company.phone('openid-of-a-new-phone', 'session.bind', { code });
    expect(outcome(bind)).toBe('ok');
    const found = await company.phone('openid-of-a-new-phone', 'document.list', { caseId: null });
    expect((granted(found) as { papers: readonly unknown[] }).papers).toHaveLength(9);
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
