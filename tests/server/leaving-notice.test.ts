import type { InputOf, OutputOf } from '@contract/contract';
import type { Envelope } from '@contract/envelope';
import { cases } from '@server/repositories/cases';
import { employments } from '@server/repositories/employments';
import { notices } from '@server/repositories/notices';
import { noticeText } from '@domain/offboarding/notice-content';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { signs } from './company/signing';

type Wish = InputOf<'leaving.draft'>;
type Given = Envelope<OutputOf<'leaving.give'>>;

let company: Company;
let fang: Person;
let leader: Person;
let hr: Person;

/** 2026-10-22 in Shanghai, a Thursday. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-10-22T09:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
});
afterEach(() => company.close());

const wish = (more: Partial<Wish> = {}): Wish => ({
  path: 'notice',
  wished: null,
  remote: false,
  reason: '',
  ...more,
});

const draft = async (person: Person, more: Partial<Wish> = {}) =>
  granted(await person.call('leaving.draft', wish(more)));

interface Giving extends Partial<Wish> {
  readonly commandId?: string;
  readonly digest?: string;
  readonly photoIds?: string[];
  readonly proofConsent?: boolean;
}

/** Everything that a person does: looks at the draft, signs it where it is signed, sends it. */
async function give(
  person: Person,
  { commandId = freshId(), digest, photoIds = [], proofConsent = false, ...more }: Giving = {},
) {
  const drafted = await draft(person, more);
  const seen = digest ?? drafted.digest;
  const signature = drafted.signature
    ? await signs(company, person, { document: 'notice', caseId: null, digest: seen })
    : null;
  const input = { ...wish(more), commandId, digest: seen, signature, proofConsent, photoIds };
  return { input, send: (): Promise<Given> => person.call('leaving.give', input) };
}

const given = async (person: Person, giving: Giving = {}) =>
  granted(await (await give(person, giving)).send());

const stateOf = async (caseId: string) => {
  const found = await cases.read(company.database, caseId);
  if (!found) throw new Error(`there is no case ${caseId}`);
  return found;
};
const employmentOf = async (person: Person) => {
  const found = await employments.read(company.database, person.employmentId);
  if (!found) throw new Error(`${person.name} is not employed`);
  return found;
};
const mine = async (person: Person) => granted(await person.call('leaving.mine', {}));
const todo = async (person: Person) =>
  granted(await person.call('inbox.list', { show: 'todo', before: null })).items;

describe('choosing how to leave', () => {
  it('says what each way means, with its article and its earliest day', async () => {
    const { options, atFault, arrivesText, hasFile } = granted(await fang.call('leaving.options', {}));
    expect(arrivesText).toBe('2026年10月22日');
    expect(hasFile).toBe(true);
    expect(options.map(({ path, offered, earliestText }) => [path, offered, earliestText])).toEqual([
      ['notice', true, '2026年11月21日'],
      ['probation', false, null],
      ['agreement', true, null],
      ['urgent', true, null],
    ]);
    expect(options.every(({ meaning }) => meaning.article?.includes('劳动合同法'))).toBe(true);
    expect(atFault.article).toContain('第三十八条');
  });

  it('offers three days to somebody in probation, and says why not thirty', async () => {
    const ping = await company.hire('平安', {
      team: 'day',
      hireDate: '2026-09-01',
      probationEnd: '2026-11-30',
    });
    await ping.bind();
    const { options } = granted(await ping.call('leaving.options', {}));
    expect(options.find(({ path }) => path === 'probation')).toMatchObject({
      offered: true,
      earliestText: '2026年10月25日',
    });
    expect(options.find(({ path }) => path === 'notice')?.whyNot).toContain('提前 3 日');
  });

  it('a fixed term that ends sooner is the earliest day', async () => {
    const an = await company.hire('安宁', { team: 'day', termEnd: '2026-11-10' });
    await an.bind();
    expect(await draft(an)).toMatchObject({ earliestText: '2026年11月10日', lastDay: '2026-11-10' });
  });

  it('nobody is kept from leaving because HR has no file', async () => {
    await company.sdk.database().collection('personnel').doc(fang.employmentId).remove();
    const { hasFile, options } = granted(await fang.call('leaving.options', {}));
    expect(hasFile).toBe(false);
    expect(options[0]).toMatchObject({ path: 'notice', offered: true, earliestText: '2026年11月21日' });
  });
});

describe('the draft', () => {
  it('a notice at 00:30 in Beijing counts from that day', async () => {
    await company.clockTo('2026-10-23T00:30');
    expect(await draft(fang)).toMatchObject({ lastDay: '2026-11-22', earliestText: '2026年11月22日' });
  });

  it('a shorter wish becomes an agreement, labelled, and is not refused', async () => {
    const drafted = await draft(fang, { wished: '2026-11-01' });
    expect(drafted).toMatchObject({
      route: 'agreement',
      flowTitle: '协商离职',
      label: '比通知期早 20 天，需要协商一致',
      signature: null,
    });
    expect(await draft(fang, { wished: '2026-11-01', remote: true })).toMatchObject({
      flowTitle: '异地离职',
    });
  });

  it('a longer wish stays a notice', async () => {
    expect(await draft(fang, { wished: '2026-12-31' })).toMatchObject({
      route: 'notice',
      lastDay: '2026-12-31',
    });
  });

  it('the notice chosen in probation is a notice of three days, and says so', async () => {
    const ping = await company.hire('平安', {
      team: 'day',
      hireDate: '2026-09-01',
      probationEnd: '2026-11-30',
    });
    await ping.bind();
    const drafted = await draft(ping);
    expect(drafted).toMatchObject({ route: 'probation', lastDay: '2026-10-25', flowTitle: '试用期离职' });
    expect(drafted.sentences.map(({ text }) => text).join()).toContain('不需要提前 30 日');
  });

  it.each([
    ['yesterday', '2026-10-21', 'leaving.date-past'],
    ['30 February', '2027-02-30', 'leaving.date-invalid'],
    ['no date', 'soon', 'input.invalid'],
  ])('%s as the last day is refused', async (_, wished, code) => {
    expect(outcome(await fang.callWith('leaving.draft', wish({ wished })))).toBe(code);
  });

  it('shows the very text that is signed, with the ID number masked', async () => {
    const { text, digest, recipients } = await draft(fang, { reason: '想换个方向' });
    expect(text.join('\n')).toContain('最后工作日为2026年11月21日');
    expect(text.join('\n')).toContain('想换个方向');
    expect(text.join('\n')).toMatch(/身份证件号码999\*+\d{3}[\dX]/);
    expect(recipients).toEqual(['陈思远', '刘静']);
    expect((await draft(fang, { reason: '' })).digest).not.toBe(digest);
  });
});

describe('giving notice', () => {
  it('arrives at once: case, signed text, receipt in the inbox, the leader asked, the employment’s end set', async () => {
    const { caseId, text } = await given(fang, { reason: '家里有事' });
    expect(text).toContain('通知已送达');
    const { state, flowId } = await stateOf(caseId);
    expect(flowId).toBe('leave-notice');
    expect(state.dates.lastDay).toBe('2026-11-21');
    expect(state.forms.notice).toEqual({ reason: '家里有事' });
    const [signature] = state.signatures;
    expect(signature).toMatchObject({ document: 'notice', level: 'basic', person: fang.employmentId });

    const notice = await notices.read(company.database, caseId);
    expect(notice?.digest).toBe(state.documents.notice?.digest);
    expect(noticeText(notice!.content)).toContain('家里有事');
    expect((await employmentOf(fang)).lastDay).toBe('2026-11-21');
    expect((await todo(leader)).map(({ title, fact }) => [title, fact])).toEqual([
      ['王芳 · 通知离职', '最后工作日 11月21日 周六'],
    ]);
    const seen = granted(await leader.call('case.view', { caseId, taskId: null, round: null }));
    expect(seen.facts.map(({ label }) => label)).toEqual(['通知送达', '最后工作日', '原因']);
  });

  it('a repeated tap gives one notice', async () => {
    const { send } = await give(fang);
    const answers = await Promise.all([send(), send(), send()]);
    const ids = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.caseId] : [])));
    const [caseId = ''] = ids;
    expect(ids.size).toBe(1);
    expect(granted(await send()).caseId).toBe(caseId);
    expect((await stateOf(caseId)).revision).toBe(1);
    expect(await todo(leader)).toHaveLength(1);
  });

  it('two starts at once, from two phones: one of them is the leaving, the other hears its id', async () => {
    const notice = await give(fang);
    await company.clockTo('09:02');
    const other = await give(fang, { path: 'agreement', wished: '2026-10-30' });
    const answers = await Promise.all([notice.send(), other.send()]);
    const started = answers.filter(({ ok }) => ok);
    expect(started).toHaveLength(1);
    const [lost] = answers.filter(({ ok }) => !ok);
    const { caseId } = granted(started[0]!);
    expect(refused(lost!)).toEqual({ code: 'leaving.already-open', facts: { caseId } });
    expect((await mine(fang)).journey?.view.caseId).toBe(caseId);
  });

  it('a second leaving is refused with the id of the first', async () => {
    const { caseId } = await given(fang);
    const again = await fang.call('leaving.give', {
      ...wish(),
      commandId: freshId(),
      digest: '0'.repeat(64),
      signature: null,
      proofConsent: false,
      photoIds: [],
    });
    expect(refused(again)).toEqual({ code: 'leaving.already-open', facts: { caseId } });
    expect(granted(await fang.call('leaving.options', {})).openCaseId).toBe(caseId);
  });

  it('what was signed before midnight is not given after it unseen', async () => {
    await company.clockTo('23:58');
    const { send } = await give(fang);
    await company.clockTo('2026-10-23T00:01');
    expect(refused(await send())).toEqual({
      code: 'leaving.changed',
      facts: { lastDay: '2026年11月22日' },
    });
    expect((await employmentOf(fang)).lastDay).toBeNull();
  });

  it.each([
    [
      'no signature',
      (input: InputOf<'leaving.give'>) => ({ ...input, signature: null }),
      'signature.missing',
    ],
    [
      'a signature without strokes',
      (input: InputOf<'leaving.give'>) => ({ ...input, signature: { ...input.signature!, strokes: [] } }),
      'signature.blank',
    ],
    [
      'a session that never was',
      (input: InputOf<'leaving.give'>) => ({
        ...input,
        signature: { ...input.signature!, sessionId: 'nobody-knows-it' },
      }),
      'identity.unknown',
    ],
    [
      'a signature over something else',
      (input: InputOf<'leaving.give'>) => ({
        ...input,
        signature: { ...input.signature!, digest: 'a'.repeat(64) },
      }),
      'leaving.changed',
    ],
  ])('%s gives nothing', async (_, spoiled, code) => {
    const { input } = await give(fang);
    expect(outcome(await fang.call('leaving.give', spoiled(input)))).toBe(code);
    expect((await mine(fang)).journey).toBeNull();
    expect((await employmentOf(fang)).lastDay).toBeNull();
  });

  it('a session of another person, of another document, or one that ran out gives nothing', async () => {
    const { input } = await give(fang);
    const another = await signs(company, leader, { document: 'notice', caseId: null, digest: input.digest });
    expect(outcome(await fang.call('leaving.give', { ...input, signature: another }))).toBe(
      'identity.unknown',
    );
    await company.clockTo('09:03');
    const handover = await signs(company, fang, { document: 'handover', caseId: null, digest: input.digest });
    expect(outcome(await fang.call('leaving.give', { ...input, signature: handover }))).toBe(
      'identity.other-document',
    );
    await company.clockTo('09:30');
    expect(outcome(await fang.call('leaving.give', input))).toBe('identity.expired');
  });

  it('without a leader the notice arrives all the same', async () => {
    await company.reorganise(() => ({ heads: {} }));
    const { caseId } = await given(fang);
    expect((await stateOf(caseId)).state.dates.notice).toBeDefined();
    expect((await todo(hr)).some(({ title }) => title === '王芳 · 通知离职')).toBe(true);
  });

  it('a name that few fonts have is kept as it is', async () => {
    const sun = await company.person('孙䶮').bind();
    const { caseId } = await given(sun);
    expect((await notices.read(company.database, caseId))?.content.name).toBe('孙䶮');
  });

  it('a post with secrets brings the non-compete’s condition along', async () => {
    const mi = await company.hire('米多', { team: 'day', secrecy: true });
    await mi.bind();
    const { caseId } = await given(mi);
    expect((await stateOf(caseId)).state.post).toEqual({ secrecy: true });
  });
});

describe('an agreement', () => {
  it('is asked for without a signature and ends nothing until both have signed', async () => {
    const { caseId, text } = await given(fang, { path: 'agreement', wished: '2026-11-01' });
    expect(text).toContain('等待公司答复');
    const { flowId, state } = await stateOf(caseId);
    expect(flowId).toBe('leave-agreement');
    expect(state.forms.apply).toEqual({ wishedLastDay: '2026-11-01', daysShort: 20 });
    const seen = granted(await leader.call('case.view', { caseId, taskId: null, round: null }));
    expect(seen.facts).toEqual([
      { label: '希望的最后工作日', value: '11月1日 周日' },
      { label: '需要协商', value: '比通知期早 20 天，双方同意才算数' },
    ]);
    expect((await employmentOf(fang)).lastDay).toBeNull();
  });

  it('proofs need a consent of their own, and only the leaver and HR see them', async () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const upload = await fetch(
      `${company.cloud.url}/client/uploadFile?cloudPath=${encodeURIComponent(`inbox/${fang.openid}/p.png`)}`,
      { method: 'POST', headers: { 'x-wx-openid': fang.openid }, body: png },
    );
    const { fileID } = (await upload.json()) as { fileID: string };
    const refusedGiving = await give(fang, {
      path: 'urgent',
      wished: '2026-10-25',
      remote: true,
      photoIds: [fileID],
    });
    expect(outcome(await refusedGiving.send())).toBe('leaving.proof-without-consent');

    const { caseId } = await given(fang, {
      path: 'urgent',
      wished: '2026-10-25',
      remote: true,
      photoIds: [fileID],
      proofConsent: true,
    });
    expect((await stateOf(caseId)).flowId).toBe('leave-remote');
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
    const { caseId } = await given(fang);
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
    expect((await employmentOf(fang)).lastDay).toBe('2026-11-21');
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
    expect((await employmentOf(fang)).lastDay).toBe('2026-12-05');
    expect((await mine(fang)).journey?.lastDayText).toBe('2026年12月5日');
  });

  it('a withdrawal is a request; when it is granted the end is taken back', async () => {
    const { caseId } = await given(fang);
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
    expect((await employmentOf(fang)).lastDay).toBe('2026-11-21');
    granted(await move(hr, 'answerWithdrawal', true));
    expect((await employmentOf(fang)).lastDay).toBeNull();
    expect((await mine(fang)).journey).toMatchObject({
      running: false,
      law: { text: '离职已撤回，劳动合同继续履行。' },
    });
    // The next leaving is possible again.
    await company.clockTo('09:02');
    expect((await given(fang)).caseId).not.toBe(caseId);
  });

  it('the attendance plans no day after the last one', async () => {
    const ping = await company.hire('平安', {
      team: 'day',
      hireDate: '2026-09-01',
      probationEnd: '2026-11-30',
    });
    await ping.bind();
    await given(ping, { wished: '2026-10-26' });
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
      journey: null,
    });
    expect((await mine(hr)).searches).toBe(true);
  });

  it('shows who has it, until when, how long it is, and the law in a plain sentence', async () => {
    await given(fang);
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
    await given(fang);
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
