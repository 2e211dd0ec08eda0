import type { InputOf } from '@contract/contract';
import type { RuleValue } from '@contract/rule-values';
import { localDateOf } from '@domain/time/local-date';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';

let company: Company;
let hr: Person;
let fang: Person;

const MONDAY = localDateOf('2026-03-09');
const TUESDAY = localDateOf('2026-03-10');

/** 王芳 stayed two hours on Monday; it is Tuesday morning. Every test goes on from where the one before it ended. */
beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
  fang = await company.person('王芳').bind();
  await company.clockTo('08:59');
  granted(await fang.punch());
  await company.clockTo('20:00');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T07:00');
});
afterAll(() => company.close());

type Item = InputOf<'rules.save'>['item'];

const desk = async () => granted(await hr.call('rules.desk', {}));

async function save(item: Item) {
  const { items } = await desk();
  const seenRevision = items.find(({ kind, id }) => kind === item.kind && id === item.id)?.revision ?? 0;
  const conflicts = { answer: 'ask' } as const;
  return hr.call('rules.save', { commandId: freshId(), seenRevision, item, conflicts });
}

const publish = async () => granted(await hr.call('rules.publish', { commandId: freshId() }));

const drop = (kind: Item['kind'], id: string, seenRevision: number) =>
  hr.call('rules.drop', { commandId: freshId(), item: { kind, id, seenRevision } });

async function ruleItem(id: string, change: Partial<RuleValue>): Promise<Item> {
  const { id: _id, version: _version, ...value } = granted(await hr.call('rules.open', { ruleId: id })).rule;
  return { kind: 'rule', id, value: { ...value, effectiveFrom: TUESDAY, ...change } };
}

function whyOf(answer: Awaited<ReturnType<typeof save>>): readonly string[] {
  const refusal = refused(answer);
  if (refusal.code !== 'rules.invalid') throw new Error(`no problems are named: ${JSON.stringify(answer)}`);
  return refusal.facts.problems.map(({ field, text }) => `${field}: ${text}`);
}

const overtime = (more: object = {}, effectiveFrom = MONDAY): Item => ({
  kind: 'overtime',
  id: 'plain',
  value: {
    effectiveFrom,
    name: '普通加班',
    days: { workday: { recognise: 'punches', settle: 'pay', multiple: 1.5, ...more } },
  },
});

const whyOn = async (date: string) =>
  (await fang.month('2026-03')).days.find((day) => day.date === date)?.why.join('') ?? '';

describe('overtime rules', () => {
  it('are drafts like everything else; a rule takes one, and the day is judged again by it', async () => {
    expect(whyOf(await save(overtime({ multiple: 0 })))).toEqual([
      'days.workday.multiple: 须大于 0，不超过 10',
    ]);
    granted(await save(overtime()));
    granted(
      await save(
        await ruleItem('day', { effectiveFrom: MONDAY, overtime: { by: 'rule', overtimeRuleId: 'plain' } }),
      ),
    );
    expect(await whyOn(MONDAY)).not.toContain('加班');
    await publish();
    expect(await whyOn(MONDAY)).toContain('加班 120 分钟');
    const { overtimeRules, users } = await desk();
    expect(overtimeRules).toMatchObject([{ id: 'plain', version: 1 }]);
    expect(users['overtime:plain']).toEqual([{ kind: 'rule', id: 'day', name: '朝九晚六' }]);
  });

  it('changed from today on leave yesterday as it was; none begins before the version there is', async () => {
    granted(await save(overtime({ stepMinutes: 50 }, TUESDAY)));
    const { changedDays } = granted(
      await hr.call('rules.preview', { month: '2026-03', item: null, after: null }),
    );
    expect(changedDays).toBeGreaterThan(0);
    await publish();
    expect(await whyOn(MONDAY)).toContain('加班 120 分钟');
    expect(whyOf(await save(overtime({ stepMinutes: 50 }, MONDAY)))[0]).toContain('不能早于它');
  });

  it('stay while a rule or a shift has them, and say which', async () => {
    const stop = {
      ...overtime({}, TUESDAY),
      value: { ...overtime({}, TUESDAY).value, stopped: true },
    } as Item;
    expect(whyOf(await save(stop))).toEqual(['stopped: 还在使用，不能停用：规则“朝九晚六”。先在那里换掉它']);
    granted(await save(await ruleItem('day', { overtime: { by: 'none' } })));
    granted(await save(stop));
    await publish();
    const back = await ruleItem('day', { overtime: { by: 'rule', overtimeRuleId: 'plain' } });
    expect(whyOf(await save(back))).toEqual(['overtime: 加班规则“普通加班”已停用，请换一个']);
  });
});

const place = (more: object = {}): Item => ({
  kind: 'place',
  id: 'gate',
  value: { name: '东门', latitude: 31.2, longitude: 121.4, radiusMeters: 200, ...more },
});

describe('what is stopped or deleted', () => {
  it('a draft that another draft uses is kept, and its user named', async () => {
    const { revision } = granted(await save(place()));
    const { placeIds = [] } = granted(await hr.call('rules.open', { ruleId: 'day' })).rule;
    granted(await save(await ruleItem('day', { placeIds: [...placeIds, 'gate'] })));
    const kept = await drop('place', 'gate', revision);
    expect(refused(kept)).toMatchObject({
      code: 'rules.invalid',
      facts: { problems: [{ text: '还在使用，不能删除：规则“朝九晚六”。先在那里换掉它' }] },
    });
    granted(await save(await ruleItem('day', { placeIds })));
    granted(await drop('place', 'gate', revision));
    expect((await desk()).places.map(({ id }) => id)).not.toContain('gate');
    await publish();
  });

  it('what was published and never used leaves no trace; what was used once stays, stopped', async () => {
    granted(await save(place()));
    await publish();
    granted(await save(place({ stopped: true })));
    await publish();
    const { places, overtimeRules, onceUsed } = await desk();
    expect(places.map(({ id }) => id)).not.toContain('gate');
    expect(overtimeRules).toMatchObject([{ id: 'plain', stopped: true }]);
    expect(onceUsed).toContain('overtime:plain');
  });

  it('a stopped rule lets its people go: they can be named by another, and nobody is judged by it', async () => {
    granted(await save(await ruleItem('night', { stopped: true })));
    const scope = [
      { type: 'department', id: 'day' },
      { type: 'department', id: 'night' },
    ] as const;
    granted(await save(await ruleItem('day', { scope })));
    await publish();
    expect((await desk()).rules.find(({ id }) => id === 'night')).toMatchObject({
      stopped: true,
      effectiveText: '已停用',
    });
  });
});

describe('what holds for the whole company', () => {
  it('special days are drafted, previewed and published: a Saturday of work, and days known until the end of a year', async () => {
    const days = [{ date: localDateOf('2026-03-14'), kind: 'workday', name: '补班' }] as const;
    const knownUntil = localDateOf('2099-12-31');
    granted(await save({ kind: 'specialDays', id: 'company', value: { days, knownUntil } }));
    await publish();
    expect(await desk()).toMatchObject({ specialDays: days, calendarKnownUntil: knownUntil });
    await company.clockTo('2026-03-14T08:00');
    expect((await fang.today()).planText).toContain('09:00–18:00');
  });

  it('a leave type that is used stays; stopped, it is offered to nobody', async () => {
    const { leaveTypes } = await desk();
    const leaves = (types: typeof leaveTypes): Item => ({ kind: 'leaves', id: 'company', value: { types } });
    const gone = leaves(leaveTypes.filter(({ id }) => id !== 'marriage'));
    expect(whyOf(await save(gone))).toEqual(['types: “婚假”已经在用，不能删除；不再使用时请停用']);
    granted(
      await save(leaves(leaveTypes.map((one) => (one.id === 'marriage' ? { ...one, stopped: true } : one)))),
    );
    await publish();
    // The organisation may be known a few seconds late.
    await company.clockTo('08:01');
    const { leaves: offered } = granted(await fang.call('request.home', {}));
    expect(offered.map(({ id }) => id)).not.toContain('marriage');
    expect(offered.map(({ id }) => id)).toContain('annual');
  });

  it('limits on corrections are checked, and published', async () => {
    const value = { perMonth: 0, daysBack: 30, deadlineDay: 5, kinds: ['late'] } as const;
    expect(
      whyOf(await save({ kind: 'corrections', id: 'company', value: { ...value, deadlineDay: 31 } })),
    ).toEqual(['deadlineDay: 须为 1 到 28 的整数']);
    granted(await save({ kind: 'corrections', id: 'company', value }));
    await publish();
    expect((await desk()).correctionLimits).toEqual(value);
  });

  it('is nothing for a branch to change', async () => {
    const branchHr = await company.person('高志强').bind();
    const value = { effectiveFrom: TUESDAY, branchesKeepRules: true, settings: {} };
    granted(await save({ kind: 'settings', id: 'company', value }));
    await publish();
    for (const item of [
      { kind: 'corrections', id: 'company', value: (await desk()).correctionLimits },
      { kind: 'leaves', id: 'company', value: { types: (await desk()).leaveTypes } },
      { kind: 'specialDays', id: 'company', value: { days: [] } },
    ] as const)
      expect(
        outcome(
          await branchHr.call('rules.save', {
            commandId: freshId(),
            seenRevision: 1,
            item,
            conflicts: { answer: 'ask' },
          }),
        ),
      ).toBe('rules.not-yours');
  });
});
