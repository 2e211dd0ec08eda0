import type { InputOf } from '@contract/contract';
import type { RuleValue } from '@contract/rule-values';
import { localDateOf } from '@domain/time/local-date';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, type Person } from './company/person';

let company: Company;
let hr: Person;
let branchHr: Person;

/** Monday morning. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
  branchHr = await company.person('高志强').bind();
});
afterEach(() => company.close());

type Item = InputOf<'rules.save'>['item'];
interface Saving {
  readonly seenRevision?: number;
  readonly commandId?: string;
  readonly conflicts?: InputOf<'rules.save'>['conflicts'];
}

const save = (
  who: Person,
  item: Item,
  { seenRevision = 0, commandId = freshId(), conflicts = { answer: 'ask' } }: Saving = {},
) => who.call('rules.save', { commandId, seenRevision, item, conflicts });

const desk = async (who = hr) => granted(await who.call('rules.desk', {}));

const TODAY = localDateOf('2026-03-09');

/** The rule as it is opened, ready to be sent back. */
async function valueOf(id: string, change: Partial<RuleValue> = {}): Promise<Item> {
  const { id: _id, version: _version, ...value } = granted(await hr.call('rules.open', { ruleId: id })).rule;
  return { kind: 'rule', id, value: { ...value, effectiveFrom: TODAY, ...change } };
}

const place = (radiusMeters: number | null): Item => ({
  kind: 'place',
  id: 'gate',
  value: { name: '东门', latitude: 31.2, longitude: 121.4, radiusMeters },
});

const shift = (segments: readonly { in: number; out: number }[]): Item => ({
  kind: 'shift',
  id: 'split',
  value: { kind: 'fixed', name: '两段班', effectiveFrom: TODAY, rests: [], segments },
});

/** Field and reason of everything that a refused edit was told. */
function problems(answer: Awaited<ReturnType<typeof save>>): readonly (readonly string[])[] {
  const refusal = refused(answer);
  if (refusal.code !== 'rules.invalid') throw new Error(`no problems are named: ${JSON.stringify(answer)}`);
  return refusal.facts.problems.map(({ field, text }) => [field, text]);
}

describe('an edit', () => {
  it('is a draft until it is published: the list says so, and nobody is judged by it', async () => {
    granted(await save(hr, await valueOf('day', { allowedLateMinutes: 10 })));
    const { rules, items } = await desk();
    expect(rules.find(({ id }) => id === 'day')?.state).toBe('changed');
    expect(items).toMatchObject([{ kind: 'rule', id: 'day', revision: 1, isDraft: true, mine: true }]);
    expect(granted(await hr.call('rules.open', { ruleId: 'day' })).rule.allowedLateMinutes).toBe(10);
    const fang = await company.person('王芳').bind();
    await company.clockTo('09:05');
    granted(await fang.punch());
    expect((await fang.month('2026-03')).days.find(({ date }) => date === TODAY)?.why.join()).toContain(
      '迟到',
    );
  });

  it('sent twice is one edit', async () => {
    const item = await valueOf('day', { allowedLateMinutes: 10 });
    const commandId = freshId();
    expect(granted(await save(hr, item, { commandId })).revision).toBe(1);
    expect(granted(await save(hr, item, { commandId })).revision).toBe(1);
  });

  it('of two people at once: the second hears who and when, and what the first wrote stands', async () => {
    const other = await company.hire('许丽', { team: 'day', roles: ['hr'] });
    await other.bind();
    const [one, two] = [
      await valueOf('day', { allowedLateMinutes: 10 }),
      await valueOf('day', { allowedLateMinutes: 20 }),
    ];
    const answers = await Promise.all([save(hr, one), save(other, two)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'rules.changed-meanwhile']);
    const [winner, loser] = answers[0]?.ok ? [hr, answers[1]] : [other, answers[0]];
    expect(loser && refused(loser).facts).toMatchObject({ byName: winner.name, at: '3月9日 周一 08:00' });
    const { rule, revision } = granted(await hr.call('rules.open', { ruleId: 'day' }));
    expect(rule.allowedLateMinutes).toBe(winner === hr ? 10 : 20);
    // Having seen it, the second may write over it.
    granted(await save(other, two, { seenRevision: revision }));
    expect(granted(await hr.call('rules.open', { ruleId: 'day' })).rule.allowedLateMinutes).toBe(20);
  });

  it('can be given up: the published rule shows again', async () => {
    granted(await save(hr, await valueOf('day', { allowedLateMinutes: 10 })));
    const item = { kind: 'rule' as const, id: 'day', seenRevision: 1 };
    granted(await hr.call('rules.drop', { commandId: freshId(), item }));
    expect((await desk()).rules.find(({ id }) => id === 'day')?.state).toBe('published');
    expect(outcome(await hr.call('rules.publish', { commandId: freshId() }))).toBe(
      'rules.nothing-to-publish',
    );
  });

  it('on top of a draft that somebody gave up meanwhile is told so', async () => {
    granted(await save(hr, await valueOf('day', { allowedLateMinutes: 10 })));
    const item = { kind: 'rule' as const, id: 'day', seenRevision: 1 };
    granted(await hr.call('rules.drop', { commandId: freshId(), item }));
    const late = await save(hr, await valueOf('day', { allowedLateMinutes: 11 }), { seenRevision: 1 });
    expect(outcome(late)).toBe('rules.changed-meanwhile');
  });
});

describe('bad input is named by its field, in words', () => {
  it.each([0, 50_000, -5])('a radius of %d', async (radius) => {
    expect(problems(await save(hr, place(radius)))).toEqual([
      ['radiusMeters', '允许偏差范围须为 1 到 10000 米，留空表示不限'],
    ]);
  });

  it('an empty radius is no zero: it is kept', async () => {
    granted(await save(hr, place(null)));
    expect((await desk()).places.find(({ id }) => id === 'gate')?.radiusMeters).toBeNull();
  });

  it('segments that overlap', async () => {
    const crossing = shift([
      { in: 540, out: 780 },
      { in: 720, out: 1080 },
    ]);
    expect(problems(await save(hr, crossing))).toEqual([['segments[1].in', '时段之间不能交叉']]);
  });

  it('a rule without anyone', async () => {
    const [[field, text] = []] = problems(await save(hr, await valueOf('day', { scope: [] })));
    expect([field, text]).toEqual(['scope', '适用范围还没有人，至少选择一个部门、岗位、标签或人员']);
  });

  it('workdays that would change today', async () => {
    const item = await valueOf('day', {
      timetable: { system: 'standard', shiftId: 'nine-to-six', workdays: [1, 2, 3, 4] },
    });
    expect(problems(await save(hr, item))).toEqual([['effectiveFrom', '修改工作日最早 2026-03-10 生效']]);
  });

  it('a day that no calendar has, and one too long ago', async () => {
    const item = await valueOf('day');
    const never = { ...item, value: { ...item.value, effectiveFrom: '2026-02-30' } };
    const answer = await hr.callWith('rules.save', {
      commandId: freshId(),
      seenRevision: 0,
      item: never,
      conflicts: { answer: 'ask' },
    });
    expect(outcome(answer)).toBe('input.invalid');
    const old = await save(hr, await valueOf('day', { effectiveFrom: localDateOf('2024-01-01') }));
    expect(problems(old)[0]?.[0]).toBe('effectiveFrom');
  });

  it('a shift that a rule cannot bear any more', async () => {
    const item = {
      kind: 'shift',
      id: 'nine-to-six',
      value: {
        kind: 'flexible',
        name: '早班',
        effectiveFrom: TODAY,
        rests: [],
        requiredMinutes: 480,
        earliestIn: 480,
        latestIn: 600,
      },
    } as const;
    expect(problems(await save(hr, item)).map(([, text]) => text)).toContain(
      '用到它的规则“朝九晚六”：打卡模式与班次 “早班” 的类型不一致',
    );
  });
});

describe('objects that another rule names already', () => {
  const both = async () =>
    valueOf('day', {
      scope: [
        { type: 'department', id: 'day' },
        { type: 'department', id: 'night' },
      ],
    });

  it('are shown row by row with their present rule', async () => {
    const answer = await save(hr, await both());
    expect(refused(answer)).toMatchObject({
      code: 'rules.conflicts',
      facts: { rows: [{ key: 'department:night@night', name: 'night 组', presentRuleName: '夜班考勤' }] },
    });
    expect((await desk()).items).toEqual([]);
  });

  const scopeOf = async (id: string) =>
    granted(await hr.call('rules.open', { ruleId: id })).rule.scope.map((entry) =>
      entry.type === 'everyone' ? '' : entry.id,
    );

  it('批量调整: they move here, and leave the other rule in the same step', async () => {
    const saved = granted(await save(hr, await both(), { conflicts: { answer: 'moveAll' } }));
    expect(saved.releasedFrom).toEqual(['夜班考勤']);
    expect(await scopeOf('day')).toEqual(['day', 'night']);
    expect(await scopeOf('night')).toEqual([]);
  });

  it('不调整: only what does not conflict is added', async () => {
    granted(await save(hr, await both(), { conflicts: { answer: 'leaveAll' } }));
    expect(await scopeOf('day')).toEqual(['day']);
    expect(await scopeOf('night')).toEqual(['night']);
  });

  it('row by row', async () => {
    const moved = ['department:night@night'];
    granted(await save(hr, await both(), { conflicts: { answer: 'rows', moved } }));
    expect(await scopeOf('night')).toEqual([]);
  });
});

describe('分权', () => {
  const own = async (scope: RuleValue['scope']): Promise<Item> => {
    const item = await valueOf('day', { name: '苏州白班', branchId: 'suzhou', scope });
    return { ...item, id: 'suzhou-day' } as Item;
  };
  const letBranches = async () => {
    const value = { effectiveFrom: TODAY, branchesKeepRules: true, settings: {} };
    granted(await save(hr, { kind: 'settings', id: 'company', value }));
    granted(await hr.call('rules.publish', { commandId: freshId() }));
  };
  const why = (answer: Awaited<ReturnType<typeof save>>) => (refused(answer).facts as { why?: string }).why;

  it('off: a branch looks and changes nothing', async () => {
    const he = company.person('何秀英').employmentId;
    expect(why(await save(branchHr, await own([{ type: 'person', id: he }])))).toBe('branches-off');
    expect((await desk(branchHr)).rules.some(({ mayEdit }) => mayEdit)).toBe(false);
    expect(refused(await branchHr.call('rules.publish', { commandId: freshId() })).code).toBe(
      'rules.not-yours',
    );
  });

  it('on: its own rules for its own people, and nothing else', async () => {
    await letBranches();
    const he = company.person('何秀英').employmentId;
    granted(await save(branchHr, await own([{ type: 'person', id: he }])));
    expect(why(await save(branchHr, await valueOf('day', { allowedLateMinutes: 3 })))).toBe('other-branch');
    const taken = await valueOf('day', { branchId: 'suzhou' });
    expect(why(await save(branchHr, taken))).toBe('other-branch');
    const wide = await own([{ type: 'department', id: 'elastic' }]);
    const wider = { conflicts: { answer: 'moveAll' } as const, seenRevision: 1 };
    expect(why(await save(branchHr, wide, wider))).toBe('reaches-others');
    expect(why(await save(branchHr, await own([{ type: 'everyone' }]), wider))).toBe('reaches-others');
    const settings = { effectiveFrom: TODAY, branchesKeepRules: true, settings: { absenceOn: true } };
    const asked = await save(
      branchHr,
      { kind: 'settings', id: 'company', value: settings },
      { seenRevision: 1 },
    );
    expect(why(asked)).toBe('company-only');
  });

  it('publishes only what the branch drafted', async () => {
    await letBranches();
    const he = company.person('何秀英').employmentId;
    granted(await save(hr, await valueOf('night', { allowedLateMinutes: 7 })));
    granted(await save(branchHr, await own([{ type: 'person', id: he }])));
    granted(await branchHr.call('rules.publish', { commandId: freshId() }));
    const { rules } = await desk();
    expect(rules.find(({ id }) => id === 'suzhou-day')?.state).toBe('published');
    expect(rules.find(({ id }) => id === 'night')?.state).toBe('changed');
  });

  it('employees do not see rules at all', async () => {
    const fang = await company.person('王芳').bind();
    expect(refused(await fang.call('rules.desk', {})).code).toBe('session.forbidden');
  });
});
