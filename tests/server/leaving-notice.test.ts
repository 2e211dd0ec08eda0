import type { InputOf } from '@contract/contract';
import { noticeText } from '@domain/offboarding/notice-content';
import { MOST_POINTS } from '@domain/offboarding/signature-strokes';
import { notices } from '@server/repositories/notices';
import type { Company } from './company';
import { granted, outcome, refused } from './company/answers';
import {
  caseOf,
  employmentOf,
  give,
  given,
  type LeavingOffice,
  mine,
  openLeavingOffice,
  todo,
  wish,
} from './company/leaving';
import { freshId, type Person } from './company/person';
import { signs } from './company/signing';

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

describe('giving notice', () => {
  it('arrives at once: case, signed text, receipt in the inbox, the leader asked, the employment’s end set', async () => {
    const { caseId, text } = await given(office, fang, { reason: '家里有事' });
    expect(text).toContain('通知已送达');
    const { state, flowId } = await caseOf(office, caseId);
    expect(flowId).toBe('leave-notice');
    expect(state.dates.lastDay).toBe('2026-11-21');
    expect(state.forms.notice).toEqual({ reason: '家里有事' });
    const [signature] = state.signatures;
    expect(signature).toMatchObject({ document: 'notice', level: 'basic', person: fang.employmentId });

    const notice = await notices.read(company.database, caseId);
    expect(notice?.digest).toBe(state.documents.notice?.digest);
    expect(noticeText(notice!.content)).toContain('家里有事');
    expect((await employmentOf(office, fang)).lastDay).toBe('2026-11-21');
    expect((await todo(leader)).map(({ title, fact }) => [title, fact])).toEqual([
      ['王芳 · 通知离职', '最后工作日 11月21日 周六'],
    ]);
    const seen = granted(await leader.call('case.view', { caseId, taskId: null, round: null }));
    expect(seen.facts.map(({ label }) => label)).toEqual(['通知送达', '最后工作日', '原因']);
  });

  it('a repeated tap gives one notice', async () => {
    const { send } = await give(office, fang);
    const answers = await Promise.all([send(), send(), send()]);
    const ids = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.caseId] : [])));
    const [caseId = ''] = ids;
    expect(ids.size).toBe(1);
    expect(granted(await send()).caseId).toBe(caseId);
    expect((await caseOf(office, caseId)).revision).toBe(1);
    expect(await todo(leader)).toHaveLength(1);
  });

  it('two starts at once, from two phones: one of them is the leaving, the other hears its id', async () => {
    const notice = await give(office, fang);
    await company.clockTo('09:02');
    const other = await give(office, fang, { path: 'agreement', wished: '2026-10-30' });
    const answers = await Promise.all([notice.send(), other.send()]);
    const started = answers.filter(({ ok }) => ok);
    expect(started).toHaveLength(1);
    const [lost] = answers.filter(({ ok }) => !ok);
    const { caseId } = granted(started[0]!);
    expect(refused(lost!)).toEqual({ code: 'leaving.already-open', facts: { caseId } });
    expect((await mine(fang)).journey?.view.caseId).toBe(caseId);
  });

  it('a second leaving is refused with the id of the first', async () => {
    const { caseId } = await given(office, fang);
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
    const { send } = await give(office, fang);
    await company.clockTo('2026-10-23T00:01');
    expect(refused(await send())).toEqual({
      code: 'leaving.changed',
      facts: { lastDay: '2026年11月22日' },
    });
    expect((await employmentOf(office, fang)).lastDay).toBeNull();
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
    const { input } = await give(office, fang);
    expect(outcome(await fang.call('leaving.give', spoiled(input)))).toBe(code);
    expect((await mine(fang)).journey).toBeNull();
    expect((await employmentOf(office, fang)).lastDay).toBeNull();
  });

  it('the largest drawing fits into a message, and one point more is refused in words', async () => {
    const { input } = await give(office, fang);
    const canvas = { width: 4000, height: 4000 };
    const drawnWith = (points: number) => {
      const stroke = Array.from({ length: points }, (_, n) => ({
        x: 1000 + (n % 3000),
        y: 4000 - (n % 3000),
        t: 500_000 + n,
      }));
      return { ...input, signature: { ...input.signature!, strokes: [stroke], canvas } };
    };
    const send = (points: number) => fang.call('leaving.give', drawnWith(points));
    expect(outcome(await send(MOST_POINTS + 1))).toBe('signature.too-large');
    expect(outcome(await send(MOST_POINTS))).toBe('ok');
  });

  it('a session of another person, of another document, or one that ran out gives nothing', async () => {
    const { input } = await give(office, fang);
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
    const { caseId } = await given(office, fang);
    expect((await caseOf(office, caseId)).state.dates.notice).toBeDefined();
    expect((await todo(hr)).some(({ title }) => title === '王芳 · 通知离职')).toBe(true);
  });

  it('of whoever leads the department goes to somebody else', async () => {
    const { caseId } = await given(office, leader);
    const { tasks } = (await caseOf(office, caseId)).state;
    const asked = Object.values(tasks).filter(({ nodeId }) => nodeId === 'leader');
    expect(asked.map(({ assignee }) => assignee)).toEqual([hr.employmentId]);
    expect((await todo(leader)).filter(({ title }) => title.startsWith(leader.name))).toEqual([]);
  });

  it('a name that few fonts have is kept as it is', async () => {
    const sun = await company.person('孙䶮').bind();
    const { caseId } = await given(office, sun);
    expect((await notices.read(company.database, caseId))?.content.name).toBe('孙䶮');
  });

  it('a post with secrets brings the non-compete’s condition along', async () => {
    const mi = await company.hire('米多', { team: 'day', secrecy: true });
    await mi.bind();
    const { caseId } = await given(office, mi);
    expect((await caseOf(office, caseId)).state.post).toEqual({ secrecy: true });
  });
});
