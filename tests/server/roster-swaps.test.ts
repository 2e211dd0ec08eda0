import type { InputOf } from '@contract/contract';
import { type Company, openCompany } from './company';
import { granted, refused } from './company/answers';
import { freshId, type Person } from './company/person';
import { newsOf, todoOf } from './company/requests';
import { importCalls } from './imports/import-calls';
import { upload } from './leaving/case-calls';

let company: Company;
let hr: Person;
let fang: Person;
let chen: Person;
let leader: Person;

type Cell = InputOf<'roster.save'>['changes'][number];

const paint = async (who: Person, date: string, to: Cell['to'], from: Cell['from'] = '') => {
  const changes = [{ employmentId: who.employmentId, date, from, to }];
  const answer = granted(await hr.call('roster.save', { commandId: freshId(), changes, pastSeen: false }));
  expect(answer.others).toEqual([]);
};

const markOf = async (who: Person, date: string): Promise<string | null | undefined> => {
  const { people, days } = granted(
    await hr.call('roster.desk', { month: '2026-03', ruleId: 'day', after: null }),
  );
  const at = days.findIndex((day) => day.date === date);
  return people.find(({ employmentId }) => employmentId === who.employmentId)?.marks[at];
};

/** 王芳 works on the 10th and rests on the 11th, 陈思远 the other way round; 孙䶮 leads both. */
beforeAll(async () => {
  company = await openCompany({ at: '2026-03-04T08:00' });
  hr = company.person('刘静');
  fang = await company.person('王芳').bind();
  chen = await company.person('陈思远').bind();
  leader = await company.person('孙䶮').bind();
  await company.reorganise(({ rules }) => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
    rules: rules.map((rule) =>
      rule.id === 'day'
        ? {
            ...rule,
            timetable: {
              system: 'roster',
              shiftIds: ['nine-to-six', 'ten-to-six'],
              unscheduledMayChoose: true,
            },
          }
        : rule,
    ),
  }));
  for (const day of ['10', '12', '17']) {
    await paint(fang, `2026-03-${day}`, 'nine-to-six');
    await paint(chen, `2026-03-${day}`, null);
  }
  for (const day of ['11', '18']) {
    await paint(fang, `2026-03-${day}`, null);
    await paint(chen, `2026-03-${day}`, 'nine-to-six');
  }
});
afterAll(() => company.close());

const swap = (mine: string, theirs: string) => ({ colleagueId: chen.employmentId, mine, theirs });
const ask = (mine: string, theirs: string, commandId = freshId()) =>
  fang.call('swap.ask', { commandId, ...swap(mine, theirs), reason: '家里有事' });

/** Answers the newest task. */
async function answer(who: Person, action: 'agree' | 'reject') {
  const item = (await todoOf(who)).find(({ title }) => title.includes('换班'));
  const { caseId, taskId, round } = item?.link ?? {};
  if (!caseId || !taskId || !round) throw new Error(`nothing waits for ${who.name}`);
  const comment = action === 'agree' ? '' : '那天不行';
  return who.call('case.act', { commandId: freshId(), caseId, taskId, round, action, comment });
}

it('the colleague agrees, the leader approves, both rosters change in one go', async () => {
  expect(granted(await fang.call('swap.draft', swap('2026-03-10', '2026-03-11')))).toEqual({
    text: '3月10日 周二：王芳 早班 → 休，陈思远 休 → 早班；3月11日 周三：王芳 休 → 早班，陈思远 早班 → 休',
    refusal: null,
  });
  const twice = freshId();
  granted(await ask('2026-03-10', '2026-03-11', twice));
  granted(await ask('2026-03-10', '2026-03-11', twice));
  const [item] = await todoOf(chen);
  expect(item?.title).toBe('王芳 · 换班');
  expect(await todoOf(chen)).toHaveLength(1);
  granted(await answer(chen, 'agree'));
  expect(await markOf(fang, '2026-03-10')).toBe('nine-to-six');
  granted(await answer(leader, 'agree'));
  for (const [who, day, mark] of [
    [fang, '10', null],
    [fang, '11', 'nine-to-six'],
    [chen, '10', 'nine-to-six'],
    [chen, '11', null],
  ] as const)
    expect(await markOf(who, `2026-03-${day}`)).toBe(mark);
  const history = granted(
    await hr.call('roster.history', { month: '2026-03', employmentIds: [chen.employmentId] }),
  );
  expect(history.lines[0]).toMatchObject({ means: 'swapped' });
});

it('a colleague who says no ends it; nothing changes', async () => {
  granted(await ask('2026-03-12', '2026-03-12'));
  granted(await answer(chen, 'reject'));
  expect(await markOf(fang, '2026-03-12')).toBe('nine-to-six');
  expect(await todoOf(leader)).toEqual([]);
});

it('what stands in the way is said before anybody is asked', async () => {
  const why = async (mine: string, theirs: string) =>
    (refused(await ask(mine, theirs)).facts as { why: string; name: string }).why;
  expect(await why('2026-03-20', '2026-03-20')).toBe('unscheduled');
  await paint(fang, '2026-03-20', null);
  await paint(chen, '2026-03-20', null);
  expect(await why('2026-03-20', '2026-03-20')).toBe('same');
  // A night before the early shift that would come.
  await paint(chen, '2026-03-25', 'ten-to-six');
  await paint(chen, '2026-03-26', null);
  await paint(fang, '2026-03-26', 'nine-to-six');
  expect(granted(await fang.call('swap.draft', swap('2026-03-26', '2026-03-26'))).refusal).toBeNull();
  const span = {
    mode: 'days',
    from: '2026-03-26',
    to: '2026-03-26',
    fromAfternoon: false,
    untilNoon: false,
  } as const;
  granted(
    await fang.call('request.apply', {
      commandId: freshId(),
      kind: 'trip',
      typeId: '',
      span,
      place: '北京',
      reason: '开会',
    }),
  );
  expect(await why('2026-03-26', '2026-03-26')).toBe('away');
  expect(
    refused(
      await fang.call('swap.draft', { ...swap('2026-03-26', '2026-03-26'), colleagueId: fang.employmentId }),
    ).code,
  ).toBe('person.is-oneself');
});

it('a roster that changed since it was agreed is not overwritten: neither half happens, and HR is told', async () => {
  granted(await ask('2026-03-17', '2026-03-18'));
  granted(await answer(chen, 'agree'));
  await paint(chen, '2026-03-18', null, 'nine-to-six');
  granted(await answer(leader, 'agree'));
  expect(await markOf(fang, '2026-03-17')).toBe('nine-to-six');
  expect(await markOf(chen, '2026-03-17')).toBeNull();
  for (const who of [hr, fang, chen])
    expect((await newsOf(who)).some((title) => title.includes('没有对换'))).toBe(true);
});

describe('an unscheduled day', () => {
  it('lets the person choose before the first punch, and binds the day', async () => {
    const today = await fang.today();
    expect(today.button.refusal?.code).toBe('punch.choose-shift');
    expect(today.choice).toMatchObject({
      chosenId: null,
      shifts: [{ id: 'nine-to-six' }, { id: 'ten-to-six' }],
    });
    const choose = (shiftId: string) =>
      fang.call('roster.choose', { commandId: freshId(), date: '2026-03-04', shiftId });
    granted(await choose('ten-to-six'));
    granted(await choose('nine-to-six'));
    const chosen = await fang.today();
    expect([chosen.planText, chosen.choice?.chosenId]).toEqual(['早班 09:00–18:00', 'nine-to-six']);
    expect(granted(await fang.punch()).text).toContain('签到成功');
    expect((await fang.today()).choice).toBeUndefined();
    expect(refused(await choose('ten-to-six')).code).toBe('choice.already-punched');
    await company.clockTo('2026-03-07T09:00');
    await company.tick();
    const day = (await fang.month('2026-03')).days.find(({ date }) => date === '2026-03-04');
    expect(day?.planText).toBe('早班 09:00–18:00');
  });

  it('is nothing to choose on a planned day or far ahead', async () => {
    const choose = (date: string) =>
      fang.call('roster.choose', { commandId: freshId(), date, shiftId: 'nine-to-six' });
    expect(refused(await choose('2026-03-10')).code).toBe('choice.not-offered');
    await paint(fang, '2026-03-08', null);
    expect(refused(await choose('2026-03-08')).code).toBe('choice.not-offered');
  });
});

describe('a table of the month', () => {
  const { exported } = importCalls(() => company);
  const table = (lines: readonly string[]) =>
    new TextEncoder().encode(`工号,姓名,23,24\n${lines.join('\n')}\n`);
  const check = async (bytes: Uint8Array) =>
    hr.call('roster.checkTable', {
      month: '2026-03',
      ruleId: 'day',
      fileId: await upload(company, hr, bytes, '排班.csv'),
      name: '排班.csv',
    });

  it('says row by row what it would change and what is wrong, writes the rest, and comes out as it went in', async () => {
    const checked = granted(
      await check(
        table([
          `${fang.employmentId},王芳,早班,休`,
          `${chen.employmentId},陈思元,早班,`,
          'E999,没有人,早班,',
          `${leader.employmentId},孙䶮,晚晚班,`,
        ]),
      ),
    );
    expect(checked).toMatchObject({ people: 1, cells: 2, problemCount: 3 });
    expect(checked.problems.map(({ row, why, text, day }) => [row, why, text, day])).toEqual([
      [3, 'name-differs', '陈思远', null],
      [4, 'unknown-person', 'E999', null],
      [5, 'unknown-word', '晚晚班', '23'],
    ]);
    expect(await markOf(fang, '2026-03-23')).toBe('');
    const write = {
      commandId: freshId(),
      month: '2026-03',
      ruleId: 'day',
      tableId: checked.tableId,
      after: 0,
    };
    expect(granted(await hr.call('roster.importTable', write))).toEqual({ kept: 2, lost: 0, next: null });
    expect(granted(await hr.call('roster.importTable', write))).toEqual({ kept: 0, lost: 0, next: null });
    expect(await markOf(fang, '2026-03-23')).toBe('nine-to-six');
    const { rows } = await exported(hr, { what: 'roster', month: '2026-03', ruleId: 'day' });
    const line = rows.find(({ cells }) => cells[0] === fang.employmentId)?.cells;
    expect([line?.[1], line?.[24], line?.[25]]).toEqual(['王芳', '早班', '休']);
  });

  it('a wrong header is refused by name; nobody plans others’ people by a table', async () => {
    const wrong = new TextEncoder().encode('工号,名字,23\nE003,王芳,早班\n');
    expect(refused(await check(wrong)).code).toBe('table.unreadable');
    const fileId = await upload(company, fang, table([]), '排班.csv');
    const answer = await fang.call('roster.checkTable', {
      month: '2026-03',
      ruleId: 'day',
      fileId,
      name: '排班.csv',
    });
    expect(refused(answer).code).toBe('roster.not-yours');
  });
});
