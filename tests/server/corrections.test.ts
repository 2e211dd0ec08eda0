import type { CaseView, InboxView } from '@contract/contract';
import { cases } from '@server/repositories/cases';
import { commits } from '@server/repositories/commits';
import { sheets } from '@server/repositories/sheets';
import { DEMO_TASK_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';

let company: Company;
let fang: Person;
let leader: Person;

/** Monday: 王芳 came on time and forgot the card in the evening. It is Tuesday morning now. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
  await company.clockTo('08:50');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T08:00');
});

afterEach(() => company.close());

const DATE = '2026-03-09';

interface Asking {
  readonly date?: string;
  readonly card?: 'in' | 'out';
  readonly commandId?: string;
  readonly photoIds?: readonly string[];
}

const ask = (
  person: Person,
  { date = DATE, card = 'out', commandId = freshId(), photoIds = [] }: Asking = {},
) =>
  person.call('correction.apply', {
    commandId,
    date,
    card,
    segment: 0,
    minute: card === 'out' ? 1085 : 535,
    reason: '下班时开会，忘记打卡',
    photoIds: [...photoIds],
  });

const todo = async (person: Person): Promise<InboxView['items']> =>
  granted(await person.call('inbox.list', { show: 'todo', before: null })).items;

const news = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ title }) => title);

/** The one thing that waits for this person. */
async function theTask(person: Person): Promise<{ caseId: string; taskId: string; round: number }> {
  const [item] = await todo(person);
  const { caseId, taskId, round } = item?.link ?? {};
  if (!caseId || !taskId || !round) throw new Error(`nothing waits for ${person.name}`);
  return { caseId, taskId, round };
}

type Action = 'agree' | 'reject' | 'return' | 'complete';

const act = (
  person: Person,
  link: { caseId: string; taskId: string; round: number },
  action: Action,
  { comment = '', commandId = freshId() } = {},
) => person.call('case.act', { ...link, commandId, action, comment, toEmploymentId: null });

const withdraw = (person: Person, caseId: string) =>
  person.call('case.move', { commandId: freshId(), caseId, move: 'withdraw', nodeId: null, text: '' });

const wordOn = async (date: string): Promise<string | undefined> =>
  (await fang.month('2026-03')).days.find((day) => day.date === date)?.word;

describe('a missing card', () => {
  it('is asked for, granted by the leader, and the day is judged anew and says so', async () => {
    expect(await wordOn(DATE)).toBe('少下班卡');
    const { view } = granted(await ask(fang));
    expect(view.status.text).toBe('等待陈思远处理');
    const [item] = await todo(leader);
    expect(item).toMatchObject({
      title: '王芳 · 补卡申诉',
      fact: '3月9日 周一 下班卡 18:05',
      overdue: false,
    });

    const done = granted(await act(leader, await theTask(leader), 'agree'));
    expect(done.view.outcome).toContain('3月9日 周一 已重新判定：正常');
    expect(await wordOn(DATE)).toBe('正常');
    expect(await todo(leader)).toEqual([]);
    expect(await news(fang)).toEqual(['补卡申诉已通过']);
  });

  it('that is not granted leaves the day as it was, and the reason reaches the applicant', async () => {
    granted(await ask(fang));
    const link = await theTask(leader);
    expect(refused(await act(leader, link, 'reject')).code).toBe('reason.missing');
    granted(await act(leader, link, 'reject', { comment: '当晚没有会议' }));
    expect(await wordOn(DATE)).toBe('少下班卡');
    expect(await news(fang)).toEqual(['补卡申诉未通过']);
    const view = granted(await fang.call('case.view', { caseId: link.caseId, taskId: null, round: null }));
    expect(view.comments.map(({ text }) => text)).toEqual(['当晚没有会议']);
  });

  it('is asked for once, however often the phone sends it', async () => {
    const commandId = freshId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(fang, { commandId })));
    const again = await ask(fang, { commandId });
    const ids = [...answers, again].filter(({ ok }) => ok).map((answer) => granted(answer).view.caseId);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(1);
    expect(await todo(leader)).toHaveLength(1);
  });

  it.each([
    ['a day to come', { date: '2026-03-11' }, 'correction.future-day'],
    ['a card that is fine', { card: 'in' as const }, 'correction.kind-not-allowed'],
    ['a day of rest', { date: '2026-03-08' }, 'correction.no-such-day'],
    ['no day at all', { date: '2026-02-30' }, 'correction.no-such-day'],
  ])('is refused for %s', async (_, asking, code) => {
    expect(refused(await ask(fang, asking)).code).toBe(code);
    expect(await todo(leader)).toEqual([]);
  });

  it('is not asked for twice while the first request is open', async () => {
    granted(await ask(fang));
    expect(refused(await ask(fang)).code).toBe('correction.already-asked');
  });

  it('goes to HR when nobody leads', async () => {
    await company.reorganise(() => ({ heads: {} }));
    const { view } = granted(await ask(fang));
    const hr = company.person('刘静');
    expect(view.steps.find(({ state }) => state === 'now')?.who).toBe('等待 刘静');
    granted(await act(hr, await theTask(hr), 'agree'));
    expect(await wordOn(DATE)).toBe('正常');
  });

  it('in a locked month is refused before it is granted', async () => {
    granted(await ask(fang));
    const sheet = await fang.sheet('2026-03');
    await company.database.updateWhere('sheets', sheet._id, {}, { set: { lock: 'locked' } });
    expect(refused(await act(leader, await theTask(leader), 'agree')).code).toBe('month.locked');
    expect(await todo(leader)).toHaveLength(1);
    await company.database.updateWhere(
      'sheets',
      sheets.idOf(fang.employmentId, '2026-03'),
      {},
      { set: { lock: 'open' } },
    );
    granted(await act(leader, await theTask(leader), 'agree'));
  });
});

describe('two at once', () => {
  it('of one leader on two phones: one decides, the other hears who and when', async () => {
    granted(await ask(fang));
    const link = await theTask(leader);
    const answers = await Promise.all([
      act(leader, link, 'agree'),
      act(leader, link, 'reject', { comment: '不行' }),
    ]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'task.already-decided']);
    const loser = answers.find(({ ok }) => !ok);
    expect(loser && refused(loser).facts).toMatchObject({ byName: '陈思远' });
    const stored = await cases.read(company.database, link.caseId);
    const log = await commits.ofCase(company.database, link.caseId);
    const decided = log.flatMap(({ events }) => events).filter(({ body }) => body.type === 'taskDecided');
    expect(decided).toHaveLength(1);
    expect(stored?.revision).toBe(log.length);
  });

  it('withdrawing against granting: one wins, and log, case and day agree on which', async () => {
    const { view } = granted(await ask(fang));
    const link = await theTask(leader);
    const [granting, withdrawing] = await Promise.all([
      act(leader, link, 'agree'),
      withdraw(fang, view.caseId),
    ]);
    expect([granting.ok, withdrawing.ok].filter(Boolean)).toHaveLength(1);
    const stored = await cases.read(company.database, view.caseId);
    expect(stored?.state.result).toBe(granting.ok ? 'approved' : 'withdrawn');
    expect(await wordOn(DATE)).toBe(granting.ok ? '正常' : '少下班卡');
  });

  it('a repeated tap gets the first answer and decides nothing again', async () => {
    granted(await ask(fang));
    const link = await theTask(leader);
    const commandId = freshId();
    const answers = await Promise.all([1, 2, 3].map(() => act(leader, link, 'agree', { commandId })));
    expect(answers.map(outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(await news(fang)).toEqual(['补卡申诉已通过']);
  });
});

describe('a link', () => {
  const seen = async (person: Person, caseId: string) =>
    outcome(await person.call('case.view', { caseId, taskId: null, round: null }));

  it('gives a stranger nothing: his case and no case at all are answered alike', async () => {
    granted(await ask(fang));
    const link = await theTask(leader);
    const stranger = await company.person('李明').bind();
    const foreign = await stranger.callWith('case.view', { caseId: link.caseId, taskId: null, round: null });
    const unknown = await stranger.callWith('case.view', {
      caseId: 'no-such-case',
      taskId: null,
      round: null,
    });
    expect(foreign).toEqual(unknown);
    expect(outcome(await act(stranger, link, 'agree'))).toBe('case.unknown');
    expect(await seen(company.person('刘静'), link.caseId)).toBe('ok');
  });

  it('from before a return is dead, and the request lives on in a new round', async () => {
    granted(await ask(fang));
    const old = await theTask(leader);
    granted(await act(leader, old, 'return', { comment: '请写清是哪个会' }));
    const back = await theTask(fang);
    granted(await act(fang, back, 'complete', { comment: '产品评审会，到 18:05' }));
    expect(refused(await act(leader, old, 'agree')).code).toMatch(/^task\.(dead-link|already-decided)$/);
    const fresh = await theTask(leader);
    expect(fresh.round).toBeGreaterThan(old.round);
    const done: CaseView = granted(await act(leader, fresh, 'agree')).view;
    expect(done.facts).toContainEqual({ label: '原因', value: '产品评审会，到 18:05' });
  });
});

describe('the clock', () => {
  const reminded = async (person: Person) =>
    (await news(person)).filter((title) => title.includes('快到处理期限了'));

  it('reminds the leader once before the time is up, however many timers run', async () => {
    granted(await ask(fang));
    // Two working days from Tuesday 08:00: due on Wednesday evening, the reminder four working hours before.
    await company.clockTo('2026-03-11T13:00');
    expect(await reminded(leader)).toEqual([]);
    await company.clockTo('2026-03-11T14:05');
    await Promise.all([1, 2, 3].map(() => company.tick()));
    await company.tick();
    expect(await reminded(leader)).toEqual(['补卡申诉 · 快到处理期限了']);
  });

  it('finishes what a crash between commit and effect left undone, once', async () => {
    const { view } = granted(await ask(fang));
    granted(await act(leader, await theTask(leader), 'agree'));
    // As if the function had died right after its commit: nobody was told, the card is not in the sheet.
    const log = await commits.ofCase(company.database, view.caseId);
    const last = log.at(-1);
    if (!last) throw new Error('nothing was committed');
    await company.sdk.database().collection('inbox').where({ personId: fang.employmentId }).remove();
    const sheet = await fang.sheet('2026-03');
    const day = sheet.days['09'];
    if (!day) throw new Error('the day is not stored');
    const without = { ...day, punches: day.punches.filter(([id]) => !id.startsWith('correction-')) };
    await company.database.updateWhere(
      'sheets',
      sheet._id,
      {},
      { set: { 'days.09': without }, increment: { revision: 1 } },
    );
    await company.database.updateWhere('commits', last._id, {}, { set: { pending: true } });
    expect(await wordOn(DATE)).toBe('少下班卡');

    await company.clockTo('08:10');
    await Promise.all([company.tick(), company.tick()]);
    expect(await wordOn(DATE)).toBe('正常');
    expect(await news(fang)).toEqual(['补卡申诉已通过']);
    await company.tick();
    expect(await news(fang)).toEqual(['补卡申诉已通过']);
  });
});

describe('a message', () => {
  it('rings once for each acceptance, and leads to the very task', async () => {
    await company.cloud.weChat.accept(leader.openid, [DEMO_TASK_TEMPLATE_ID]);
    const answers = [{ templateId: DEMO_TASK_TEMPLATE_ID, answer: 'accept' as const }];
    granted(await leader.call('reminders.recordAnswers', { answerId: freshId(), answers }));
    granted(await ask(fang));
    const { caseId, taskId, round } = await theTask(leader);
    const tray = company.cloud.weChat.messages(leader.openid);
    expect(tray).toHaveLength(1);
    expect(tray[0]?.page).toBe(
      `pages/case/index?case=${encodeURIComponent(caseId)}&task=${encodeURIComponent(taskId)}&round=${round}`,
    );
    expect(tray[0]?.data).toMatchObject({ thing1: '王芳 · 补卡申诉', thing2: '3月9日 周一 下班卡 18:05' });
    expect(granted(await leader.call('reminders.channels', {})).reminders).toContainEqual(
      expect.objectContaining({ templateId: DEMO_TASK_TEMPLATE_ID, left: 0 }),
    );
  });
});
