import type { InputOf } from '@contract/contract';
import { monthClosings } from '@server/repositories/month-closings';
import { beginClosing } from '@server/months/begin-closing';
import { runClosing } from '@server/months/run-closing';
import { closeDays } from '@server/use-cases/close-days';
import type { Database } from '@server/ports';
import { employments } from '@server/repositories/employments';
import { sheets } from '@server/repositories/sheets';
import { granted, outcome, refused } from './company/answers';
import { portsInProcess } from './company/in-process';
import { freshId, type Person } from './company/person';
import { days, openRequesting, type Requesting } from './company/requesting';
import { todoOf } from './company/requests';

let at: Requesting;

const MARCH = '2026-03';

/** 王芳 came an hour late on Monday 9 March, worked two hours longer, and forgot to punch out on Tuesday; it is Thursday 2 April. */
beforeAll(async () => {
  at = await openRequesting();
  await at.company.reorganise(({ rules }) => ({
    rules: rules.map((rule) => ({ ...rule, overtime: { by: 'rule' as const, overtimeRuleId: 'overtime' } })),
    overtimeRules: [
      {
        id: 'overtime',
        name: '加班',
        days: { workday: { recognise: 'punches', settle: 'pay', multiple: 1.5 } },
      },
    ],
  }));
  await at.company.clockTo('10:00');
  granted(await at.fang.punch());
  await at.company.clockTo('20:05');
  granted(await at.fang.punch());
  await at.company.clockTo('2026-03-10T08:58');
  granted(await at.fang.punch());
});
afterAll(() => at.company.close());

const close = (who: Person = at.hr, branchId: string | null = null, commandId = freshId()) =>
  who.call('month.close', { commandId, month: MARCH, branchId });

const reopen = (who: Person = at.hr, branchId: string | null = null) =>
  who.call('month.reopen', { commandId: freshId(), month: MARCH, branchId, reason: '补录一次出差' });

const correct = (commandId = freshId()) =>
  at.fang.call('correction.apply', {
    commandId,
    date: '2026-03-10',
    card: 'out',
    segment: 0,
    minute: 1085,
    reason: '忘了打卡',
    photoIds: [],
  });

const openItems = async () =>
  granted(await at.hr.call('month.openItems', { month: MARCH, branchId: null, after: null }));

const wordOn = async (date: string) =>
  (await at.fang.month(MARCH)).days.find((day) => day.date === date)?.word;

/** Steps build on one another: the life of one month. */
describe('the life of a month', () => {
  it('cannot be locked before it is over', async () => {
    expect(refused(await close())).toEqual({ code: 'month.not-over', facts: { from: '4月2日 周四' } });
    await at.company.clockTo('2026-04-01T09:00');
    expect(refused(await close()).code).toBe('month.not-over');
    await at.company.clockTo('2026-04-02T09:00');
    expect(granted(await at.hr.call('month.desk', { month: null }))).toMatchObject({
      month: MARCH,
      lockableFromText: null,
      log: [],
    });
  });

  it('lists what is still open: missing cards, a correction and a request that nobody decided, days not judged', async () => {
    granted(await correct());
    granted(await at.ask(days('2026-03-31', '2026-03-31')));
    const open = await openItems();
    expect(open).toMatchObject({ lockedPeople: 0, next: null });
    expect(open.missing.find(({ name }) => name === '王芳')?.cards).toBeGreaterThan(1);
    expect(open.unjudgedDays).toBeGreaterThan(0);
    expect(open.pending.map(({ name, what }) => `${name} ${what}`).sort()).toEqual([
      '王芳 补卡 3月10日 周二 下班卡 18:05',
      '王芳 请假 年假 1 天 · 3月31日 周二',
    ]);
  });

  it('is locked for everybody, also for who never punched; a retry is the same run', async () => {
    const commandId = freshId();
    const first = granted(await close(at.hr, null, commandId));
    expect(first).toMatchObject({ state: 'done', kind: 'lock', scopeText: '全公司', byName: '刘静' });
    expect(first.movedPeople).toBe(first.totalPeople);
    expect(granted(await close(at.hr, null, commandId))).toEqual(first);
    expect(granted(await close())).toMatchObject({ state: 'done', movedPeople: 0 });
    const ming = await sheets.read(at.company.database, at.company.person('李明').employmentId, MARCH);
    expect(ming).toMatchObject({ lock: 'locked', closedThrough: '2026-03-31' });
    expect(Object.keys(ming?.days ?? {})).toHaveLength(31);
    expect(await openItems()).toMatchObject({
      unjudgedDays: 0,
      missing: [],
      lockedPeople: first.totalPeople,
    });
  });

  it('says no to a correction, to the decision on one, and to a request, and loses none of them', async () => {
    expect(refused(await correct())).toMatchObject({ code: 'correction.already-asked' });
    const later: Omit<InputOf<'correction.apply'>, 'commandId'> = {
      date: '2026-03-11',
      card: 'in',
      segment: 0,
      minute: 540,
      reason: '忘了',
      photoIds: [],
    };
    const asked = await at.fang.call('correction.apply', { commandId: freshId(), ...later });
    expect(refused(asked)).toEqual({ code: 'month.locked', facts: { month: MARCH } });
    expect(refused(await at.decide())).toEqual({ code: 'month.locked', facts: { month: MARCH } });
    expect(refused(await at.ask(days('2026-03-30', '2026-03-30'))).code).toBe('month.locked');
    expect(await todoOf(at.leader)).toHaveLength(2);
  });

  it('keeps its numbers under a special day that is entered afterwards', async () => {
    const cells = async () =>
      granted(await at.hr.call('report.person', { employmentId: at.fang.employmentId, month: MARCH })).cells;
    const before = await cells();
    expect(before.find(({ column }) => column === 'overtime')?.text).toBe('2 小时 5 分');
    await at.company.reorganise(() => ({
      specialDays: [{ date: '2026-03-09' as never, kind: 'holiday', name: '司庆' }],
    }));
    await at.company.clockTo('09:20');
    expect(await cells()).toEqual(before);
    await at.company.reorganise(() => ({ specialDays: [] }));
    await at.company.clockTo('09:40');
  });

  it('opens again for a reason that stays in the log; what waited is decided, and what changed can be seen', async () => {
    expect(granted(await reopen())).toMatchObject({ state: 'done', kind: 'reopen', reason: '补录一次出差' });
    expect(await wordOn('2026-03-10')).toBe('少下班卡');
    granted(await at.decide());
    granted(await at.decide());
    expect(await wordOn('2026-03-10')).toBe('正常');
    const changes = async () =>
      granted(await at.hr.call('month.changes', { month: MARCH, branchId: null, after: null })).people;
    const expected = [
      { dateText: '3月10日 周二', before: '少下班卡', after: expect.stringContaining('正常，工作 8 小时') },
      { dateText: '3月31日 周二', before: '少 2 次卡', after: '请假' },
    ];
    expect(await changes()).toMatchObject([{ name: '王芳', days: expected }]);
    const day = (await at.fang.month(MARCH)).days.find(({ date }) => date === '2026-03-10');
    expect(day?.why.at(-1)).toBe('这个月结账后又打开过，当时是 少下班卡。');
    expect(granted(await close())).toMatchObject({ changedDays: 2 });
    expect(await changes()).toMatchObject([{ name: '王芳', days: expected }]);
    const { log } = granted(await at.hr.call('month.desk', { month: MARCH }));
    expect(log.map(({ kind }) => kind)).toEqual(['lock', 'reopen', 'lock', 'lock']);
  });

  it('belongs to a branch for its HR, and to nobody else', async () => {
    const branch = await at.company.person('高志强').bind();
    const { branchId } = (await employments.read(at.company.database, branch.employmentId)) ?? {};
    if (branchId === undefined) throw new Error('HR of a branch has none');
    expect(refused(await close(branch)).code).toBe('month.not-yours');
    expect(refused(await reopen(branch, null)).code).toBe('month.not-yours');
    const names = granted(await branch.call('month.desk', { month: MARCH })).scopes;
    expect(names).toEqual([{ branchId, name: expect.any(String) }]);
    expect(granted(await reopen(branch, branchId)).movedPeople).toBe(2);
    expect((await at.fang.sheet(MARCH)).lock).toBe('locked');
    expect(granted(await close(branch, branchId)).movedPeople).toBe(2);
  });
});

describe('races with a lock', () => {
  beforeEach(async () => {
    granted(await reopen());
  });

  it('a day close that read the sheet before the lock writes nothing after it', async () => {
    const late = { at: '2026-03-11T09:03', kind: 'in', dutyDate: '2026-03-11' } as const;
    const punchId = await at.company.storeFact(at.fang, late);
    const database = interrupted('update sheets', async () => void granted(await close()));
    await closeDays(portsInProcess(at.company, database));
    const sheet = await at.fang.sheet(MARCH);
    // The lock brings the lone fact in itself: it is part of what was signed.
    expect(sheet.lock).toBe('locked');
    expect(sheet.days['11']?.punches.map(([id]) => id)).toContain(punchId);
    expect(sheet.signed?.days['11']?.[0]).toBe(await wordOn('2026-03-11'));
  });

  it('a correction whose decision came first is in what was signed', async () => {
    granted(
      await at.fang.call('correction.apply', {
        commandId: freshId(),
        date: '2026-03-12',
        card: 'in',
        segment: 0,
        minute: 540,
        reason: '忘了打卡',
        photoIds: [],
      }),
    );
    const [decided, closed] = await Promise.all([at.decide(), close()]);
    const closing = granted(closed);
    expect(closing.state).toBe('done');
    const sheet = await at.fang.sheet(MARCH);
    const isIn = (sheet.days['12']?.punches ?? []).some(([id]) => id.startsWith('correction-'));
    if (!isIn) {
      // The decision lost: it was refused, or waits for the month to be opened, and is not forgotten.
      granted(await reopen());
      if (outcome(decided) === 'month.locked') granted(await at.decide());
      else {
        await at.company.clockTo('11:00');
        await at.company.tick();
      }
      const after = await at.fang.sheet(MARCH);
      expect(after.days['12']?.punches.some(([id]) => id.startsWith('correction-'))).toBe(true);
    } else expect(sheet.signed?.days['12']?.[0]).toBe(await wordOn('2026-03-12'));
  });

  it('two that lock at once: one run, the other hears whose it is or finds it done', async () => {
    const branch = at.company.person('高志强');
    const mine = (await employments.read(at.company.database, branch.employmentId))?.branchId ?? null;
    const answers = await Promise.all([close(), close(branch, mine), close()]);
    for (const answer of answers)
      expect(['ok', 'month.being-closed', 'conflict.busy']).toContain(outcome(answer));
    expect(answers.map(outcome)).toContain('ok');
    if (!answers[0]?.ok && !answers[2]?.ok) granted(await close());
    expect(await openItems()).toMatchObject({ unjudgedDays: 0 });
  });

  it('a lock that was killed in the middle goes on by the clock, counting nobody twice', async () => {
    const caller = {
      openid: at.hr.openid,
      employment: (await employments.read(at.company.database, at.hr.employmentId)) as never,
    };
    const wish = { commandId: freshId(), month: MARCH, kind: 'lock', branchId: null, reason: null } as const;
    const begun = await beginClosing(portsInProcess(at.company), caller, wish);
    if (!begun.ok) throw new Error('the lock did not begin');
    const dying = interrupted('update sheets', () => Promise.reject(new Error('killed')), 3);
    await expect(runClosing(portsInProcess(at.company, dying), begun.value, 5000)).rejects.toThrow('killed');
    const half = await monthClosings.read(at.company.database, begun.value._id);
    expect(half).toMatchObject({ state: 'running', done: 0 });
    expect(refused(await close()).code).toBe('month.being-closed');
    await at.company.clockTo('12:00');
    await at.company.tick();
    const done = await monthClosings.read(at.company.database, begun.value._id);
    expect(done).toMatchObject({ state: 'done', done: begun.value.total });
    expect(await openItems()).toMatchObject({ lockedPeople: begun.value.total });
  });

  /** The company's database, in which something happens right before the nth write of a kind. */
  function interrupted(what: 'update sheets', happens: () => Promise<void>, nth = 1): Database {
    const { database } = at.company;
    let writes = 0;
    return {
      ...database,
      updateWhere: async (...call: Parameters<Database['updateWhere']>) => {
        if (`update ${call[0]}` === what && (writes += 1) === nth) await happens();
        return database.updateWhere(...call);
      },
    };
  }
});
