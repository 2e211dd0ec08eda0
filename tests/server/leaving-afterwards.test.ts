import type { Company } from './company';
import { granted, outcome } from './company/answers';
import {
  caseOf,
  employmentOf,
  give,
  given,
  type LeavingOffice,
  mine,
  openLeavingOffice,
  todo,
} from './company/leaving';
import { freshId, type Person } from './company/person';

let office: LeavingOffice;
let company: Company;
let fang: Person;
let leader: Person;
let hr: Person;

beforeEach(async () => {
  office = await openLeavingOffice();
  ({ company, fang, leader, hr } = office);
});
afterEach(() => company.close());

describe('an agreement', () => {
  it('is asked for without a signature and ends nothing until both have signed', async () => {
    const { caseId, text } = await given(office, fang, { path: 'agreement', wished: '2026-11-01' });
    expect(text).toContain('等待公司答复');
    const { flowId, state } = await caseOf(office, caseId);
    expect(flowId).toBe('leave-agreement');
    expect(state.forms.apply).toEqual({ wishedLastDay: '2026-11-01', daysShort: 20 });
    const seen = granted(await leader.call('case.view', { caseId, taskId: null, round: null }));
    expect(seen.facts).toEqual([
      { label: '希望的最后工作日', value: '11月1日 周日' },
      { label: '需要协商', value: '比通知期早 20 天，双方同意才算数' },
    ]);
    expect((await employmentOf(office, fang)).lastDay).toBeNull();
  });

  it('proofs need a consent of their own, and only the leaver and HR see them', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const upload = await fetch(
      `${company.cloud.url}/client/uploadFile?cloudPath=${encodeURIComponent(`inbox/${fang.openid}/p.png`)}`,
      { method: 'POST', headers: { 'x-wx-openid': fang.openid }, body: png },
    );
    const { fileID } = (await upload.json()) as { fileID: string };
    const refusedGiving = await give(office, fang, {
      path: 'urgent',
      wished: '2026-10-25',
      remote: true,
      photoIds: [fileID],
    });
    expect(outcome(await refusedGiving.send())).toBe('leaving.proof-without-consent');

    const { caseId } = await given(office, fang, {
      path: 'urgent',
      wished: '2026-10-25',
      remote: true,
      photoIds: [fileID],
      proofConsent: true,
    });
    expect((await caseOf(office, caseId)).flowId).toBe('leave-remote');
    const seen = granted(await fang.call('leaving.proofs', { caseId }));
    expect(seen.urls).toHaveLength(1);
    expect(seen.consentedText).toContain('10月22日');
    expect(granted(await hr.call('leaving.proofs', { caseId })).urls).toHaveLength(1);
    expect(outcome(await leader.call('leaving.proofs', { caseId }))).toBe('case.unknown');

    // As was promised when they were asked for: they go with the end of the case.
    await company.tick();
    expect(granted(await fang.call('leaving.proofs', { caseId })).urls).toHaveLength(1);
    const [url = ''] = seen.urls;
    expect((await fetch(url)).status).toBe(200);
    const withdraw = { commandId: freshId(), caseId, move: 'withdraw', nodeId: null, text: '' } as const;
    granted(await fang.call('case.move', withdraw));
    await company.tick();
    expect(granted(await fang.call('leaving.proofs', { caseId })).urls).toEqual([]);
    expect((await fetch(url)).status).not.toBe(200);
  });
});

describe('the dates afterwards', () => {
  it('another day that the leaver accepts moves the employment’s end', async () => {
    const { caseId } = await given(office, fang);
    const [item] = await todo(leader);
    const { taskId, round } = item!.link!;
    granted(
      await leader.call('case.act', {
        commandId: freshId(),
        caseId,
        taskId: taskId!,
        round: round!,
        action: 'proposeDate',
        comment: '',
        lastDay: '2026-12-05',
      }),
    );
    expect((await employmentOf(office, fang)).lastDay).toBe('2026-11-21');
    granted(
      await fang.call('case.move', {
        commandId: freshId(),
        caseId,
        move: 'answerDate',
        nodeId: null,
        text: '',
        yes: true,
      }),
    );
    expect((await employmentOf(office, fang)).lastDay).toBe('2026-12-05');
    expect((await mine(fang)).journey?.lastDayText).toBe('2026年12月5日');
  });

  it('a withdrawal is a request; when it is granted the end is taken back', async () => {
    const { caseId } = await given(office, fang);
    const move = (person: Person, kind: 'withdraw' | 'answerWithdrawal', yes?: boolean) =>
      person.call('case.move', {
        commandId: freshId(),
        caseId,
        move: kind,
        nodeId: null,
        text: '想留下来',
        ...(yes !== undefined && { yes }),
      });
    granted(await move(fang, 'withdraw'));
    expect((await employmentOf(office, fang)).lastDay).toBe('2026-11-21');
    granted(await move(hr, 'answerWithdrawal', true));
    expect((await employmentOf(office, fang)).lastDay).toBeNull();
    expect((await mine(fang)).journey).toMatchObject({
      running: false,
      law: { text: '离职已撤回，劳动合同继续履行。' },
    });
    // The next leaving is possible again.
    await company.clockTo('09:02');
    expect((await given(office, fang)).caseId).not.toBe(caseId);
  });

  it('the attendance plans no day after the last one', async () => {
    const ping = await office.hireInProbation();
    await given(office, ping, { wished: '2026-10-26' });
    const { days } = await ping.month('2026-10');
    const plans = new Map(days.map(({ date, planText }) => [date, planText]));
    expect(plans.get('2026-10-26')).toContain('早班');
    expect(plans.get('2026-10-27') ?? '').not.toContain('早班');
  });
});

describe('the journey', () => {
  it('is nothing for whoever stays', async () => {
    expect(await mine(fang)).toEqual({
      name: '王芳',
      departmentName: 'day 组',
      searches: false,
      keepsPeople: false,
      seesReports: false,
      journey: null,
    });
    expect((await mine(hr)).searches).toBe(true);
  });

  it('shows who has it, until when, how long it is, and the law in a plain sentence', async () => {
    await given(office, fang);
    const { journey } = await mine(fang);
    expect(journey).toMatchObject({
      running: true,
      lastDayText: '2026年11月21日',
      daysLeftText: '还有 30 天',
    });
    expect(journey?.law.text).toContain('不需要批准');
    const leaderStep = journey?.view.steps.find(({ nodeId }) => nodeId === 'leader');
    expect(leaderStep).toMatchObject({ state: 'now', who: '等待 陈思远' });
    expect(journey?.urged).toEqual([]);
  });

  it('tells that the handler was reminded when time ran out', async () => {
    await given(office, fang);
    // The leader says nothing for a day: the case goes on by itself, to HR.
    await company.clockTo('2026-10-23T09:05');
    await company.tick();
    expect((await mine(fang)).journey?.urged).toEqual([]);
    await company.clockTo('2026-10-27T09:30');
    await company.tick();
    const { journey } = await mine(fang);
    expect(journey?.urged).toEqual(['hrCheck']);
    expect(journey?.view.steps.find(({ nodeId }) => nodeId === 'hrCheck')).toMatchObject({ overdue: true });
  });
});
