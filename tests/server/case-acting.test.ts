import { commits } from '@server/repositories/commits';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { callsOn, newsOf, upload } from './leaving/case-calls';
import {
  caseOf,
  command,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving/leaving-company';

let company: LeavingCompany;
let caseId: string;
const { actAt, move, view } = callsOn(
  () => company,
  () => caseId,
);

/** 王芳 has given notice on Monday morning; her leader is asked. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

const REPORT = { lastSeen: '2026-03-02', attempts: '三次电话、一次上门' };

describe('the leader', () => {
  it('takes note and names the recipient: one call, and HR is asked', async () => {
    const { leader, recipient, branchHr } = company;
    const { task } = await view(leader);
    expect(task).toMatchObject({
      nodeId: 'leader',
      nodeKind: 'acknowledge',
      actions: ['acknowledge', 'transfer', 'proposeDate', 'askForTalk'],
      fields: [{ name: 'recipient', label: '交接接收人', type: 'person', required: true, value: null }],
      signature: null,
    });
    const done = granted(
      await actAt(leader, 'leader', 'acknowledge', { fields: { recipient: recipient.employmentId } }),
    );
    expect(done.text).toBe('已知悉');
    expect(done.view.task).toBeNull();
    expect((await view(branchHr)).task?.nodeId).toBe('hrCheck');
  });

  it('cannot refuse a notice, whatever is called', async () => {
    for (const action of ['reject', 'agree', 'object'] as const)
      expect(outcome(await actAt(company.leader, 'leader', action, { comment: '不行' }))).toBe(
        'action.not-offered',
      );
    expect((await caseOf(company, caseId)).nodes.leader?.status).toBe('open');
  });

  it('hears which field is missing by its label, and which person does not fit', async () => {
    const { leader, fang } = company;
    const about = (recipient: string) => actAt(leader, 'leader', 'acknowledge', { fields: { recipient } });
    expect(refused(await actAt(leader, 'leader', 'acknowledge')).facts).toEqual({ labels: ['交接接收人'] });
    expect(refused(await about('nobody')).code).toBe('person.unknown');
    expect(refused(await about(fang.employmentId))).toEqual({
      code: 'person.is-applicant',
      facts: { name: '王芳' },
    });
    const gone = await company.hire('早走', { team: 'day', lastDay: '2026-03-06' });
    expect(refused(await about(gone.employmentId))).toEqual({ code: 'person.gone', facts: { name: '早走' } });
    expect(
      refused(
        await actAt(leader, 'leader', 'acknowledge', {
          fields: { recipient: company.recipient.employmentId, salary: 1 },
        }),
      ).code,
    ).toBe('form.field-invalid');
  });

  it('proposes another day, and nothing changes until the employee says yes', async () => {
    const { leader, fang, hr } = company;
    expect(refused(await actAt(leader, 'leader', 'proposeDate', { lastDay: '2026-02-31' })).code).toBe(
      'dates.invalid',
    );
    expect(refused(await actAt(leader, 'leader', 'proposeDate', { lastDay: '2026-03-08' }))).toEqual({
      code: 'dates.before-notice',
      facts: { label: '最后工作日', notice: '3月9日 周一' },
    });
    granted(await actAt(leader, 'leader', 'proposeDate', { lastDay: '2026-04-24' }));
    expect((await caseOf(company, caseId)).dates.lastDay).toBe('2026-04-10');
    expect((await view(leader)).proposal?.canAnswer).toBe(false);
    expect((await view(fang)).proposal).toMatchObject({ lastDayText: '4月24日 周五', canAnswer: true });
    expect(refused(await move(hr, 'answerDate', { yes: true })).code).toBe('action.not-yours');
    granted(await move(fang, 'answerDate', { yes: true }));
    expect((await caseOf(company, caseId)).dates.lastDay).toBe('2026-04-24');
    expect(refused(await move(fang, 'answerDate', { yes: true })).code).toBe('dates.none-proposed');
  });

  it('asks for a talk, and the note reaches the employee', async () => {
    granted(await actAt(company.leader, 'leader', 'askForTalk', { comment: '周三下午聊聊' }));
    expect((await view(company.fang)).comments.map(({ text }) => text)).toEqual(['约你谈一谈：周三下午聊聊']);
    expect(await newsOf(company.fang)).toContain('通知离职 · 约你谈一谈');
    expect((await caseOf(company, caseId)).nodes.leader?.status).toBe('open');
  });

  it('may hand it to a colleague, who then sees the case; the old link says so', async () => {
    const { leader } = company;
    const deputy = await company.person('宋立新').bind();
    const link = await taskOf(company, caseId, 'leader');
    granted(
      await actAt(leader, 'leader', 'transfer', { toEmploymentId: deputy.employmentId, comment: '我在外地' }),
    );
    expect((await view(deputy)).task?.nodeId).toBe('leader');
    const again = await leader.call('case.act', {
      commandId: freshId(),
      caseId,
      ...link,
      action: 'acknowledge',
      comment: '',
    });
    expect(refused(again)).toEqual({ code: 'task.moved', facts: { toName: '宋立新' } });
    expect(
      refused(await actAt(deputy, 'leader', 'transfer', { toEmploymentId: company.fang.employmentId })).code,
    ).toBe('person.is-applicant');
  });
});

describe('a form', () => {
  it('names every box that is still open, and takes them all at once', async () => {
    const { leader, recipient, branchHr } = company;
    granted(await actAt(leader, 'leader', 'acknowledge', { fields: { recipient: recipient.employmentId } }));
    expect((await view(branchHr)).task?.fields.map(({ label }) => label)).toEqual([
      '社保已核对',
      '公积金已核对',
      '合同期限已核对',
      '资产已列清',
    ]);
    const fields = { insuranceChecked: true, fundChecked: true };
    expect(refused(await actAt(branchHr, 'hrCheck', 'complete', { fields }))).toEqual({
      code: 'form.field-missing',
      facts: { labels: ['合同期限已核对', '资产已列清'] },
    });
    expect(
      refused(
        await actAt(branchHr, 'hrCheck', 'complete', {
          fields: { ...fields, contractChecked: '是', assetsListed: true },
        }),
      ),
    ).toEqual({ code: 'form.field-invalid', facts: { label: '合同期限已核对', why: 'wrongType' } });
    granted(
      await actAt(branchHr, 'hrCheck', 'complete', {
        fields: { ...fields, contractChecked: true, assetsListed: true },
      }),
    );
  });

  it('counts its photos, takes them by what they are, and a repeated tap changes nothing', async () => {
    const { hr, fang } = company;
    caseId = `${fang.employmentId}-${freshId()}`;
    const actor = { who: 'person', id: hr.employmentId } as const;
    const body = { kind: 'start', applicant: fang.employmentId, fields: REPORT } as const;
    await command(company, caseId, actor, body, 'leave-employer');
    const fields = { answerBy: '2026-03-20' };
    expect(refused(await actAt(hr, 'summons', 'complete', { fields }))).toEqual({
      code: 'form.photos-missing',
      facts: { needed: 1, given: 0 },
    });
    const program = await upload(company, hr, new Uint8Array([0x4d, 0x5a, 0x90, 0]), 'proof.jpg');
    expect(refused(await actAt(hr, 'summons', 'complete', { fields, photoIds: [program] })).code).toBe(
      'file.not-a-picture',
    );
    const foreign = await upload(company, fang, JPEG);
    expect(refused(await actAt(hr, 'summons', 'complete', { fields, photoIds: [foreign] })).code).toBe(
      'file.unknown',
    );
    const photo = await upload(company, hr, JPEG);
    const link = await taskOf(company, caseId, 'summons');
    const tap = {
      commandId: freshId(),
      caseId,
      ...link,
      action: 'complete' as const,
      comment: '',
      fields,
      photoIds: [photo],
    };
    expect(granted(await hr.call('case.act', tap)).view.photos).toHaveLength(1);
    const before = (await caseOf(company, caseId)).seq;
    granted(await hr.call('case.act', tap));
    expect((await caseOf(company, caseId)).seq).toBe(before);
  });

  it('with a page of its own is not passed without its content', async () => {
    await reachDepartments(company, caseId);
    for (const [nodeId, action] of [
      ['handover', 'complete'],
      ['interview', 'complete'],
    ] as const)
      expect(outcome(await actAt(company.fang, nodeId, action))).toBe('action.not-offered');
  });
});

describe('two at once', () => {
  it('of two HR the first counts, the other hears who and when', async () => {
    const { leader, recipient, branchHr } = company;
    const second = await (await company.hire('沈二', { team: 'day', roles: ['branch-hr'] })).bind();
    await company.reorganise(({ grants }) => ({
      grants: [...grants, { role: 'branch-hr', personId: second.employmentId, branchId: 'shanghai' }],
    }));
    await company.clockTo('09:10');
    granted(await actAt(leader, 'leader', 'acknowledge', { fields: { recipient: recipient.employmentId } }));
    const fields = {
      insuranceChecked: true,
      fundChecked: true,
      contractChecked: true,
      assetsListed: true,
    };
    const acting = async (person: Person) => ({
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'hrCheck', person)),
      action: 'complete' as const,
      comment: '',
      fields,
    });
    const [first, other] = [await acting(branchHr), await acting(second)];
    const answers = await Promise.all([branchHr.call('case.act', first), second.call('case.act', other)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'task.already-decided']);
    const loser = answers.find(({ ok }) => !ok);
    const winner = answers[0]?.ok ? '沈慧' : '沈二';
    expect(loser && refused(loser).facts).toMatchObject({ byName: winner, outcome: '完成' });
    const log = (await commits.ofCase(company.database, caseId)).flatMap(({ events }) => events);
    expect(log.filter(({ body }) => body.type === 'nodeClosed' && body.nodeId === 'hrCheck')).toHaveLength(1);
  });
});
