import type { InputOf } from '@contract/contract';
import type { RosterDesk } from '@contract/contract';
import type { Rule } from '@domain/schedule/rule';
import type { FixedShift } from '@domain/schedule/shift';
import { localDateOf } from '@domain/time/local-date';
import { serve } from '@server/serve';
import { reminderLedger } from '@server/repositories/reminder-ledger';
import { sheets } from '@server/repositories/sheets';
import { useCases } from '@server/use-cases';
import { DEMO_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { countedDatabase } from './company/counted-database';
import { portsInProcess } from './company/in-process';
import { AT_THE_DOOR, DEVICE, freshId, type Person } from './company/person';

let company: Company;
let hr: Person;
let fang: Person;
let chen: Person;

const SINCE = localDateOf('2020-01-01');
const LATE_SHIFT: FixedShift = {
  kind: 'fixed',
  id: 'noon',
  version: 1,
  effectiveFrom: SINCE,
  name: '中班',
  segments: [{ in: 720, out: 1260 }],
  rests: [],
};

/** The day team works by a roster; it is Wednesday the 4th, before work. */
beforeAll(async () => {
  company = await openCompany({ at: '2026-03-04T08:00' });
  hr = company.person('刘静');
  fang = await company.person('王芳').bind();
  chen = await company.person('陈思远').bind();
  await company.reorganise(({ rules, shifts }) => ({
    shifts: [...shifts, LATE_SHIFT],
    rules: rules.map((rule) => (rule.id === 'day' ? onRoster(rule, {}) : rule)),
    heads: { day: chen.employmentId },
  }));
});
afterAll(() => company.close());

const onRoster = (rule: Rule, more: Partial<Rule['timetable'] & object>): Rule => ({
  ...rule,
  timetable: {
    system: 'roster',
    shiftIds: ['nine-to-six', 'noon', 'ten-to-six'],
    unscheduledMayPunch: true,
    ...more,
  } as Rule['timetable'],
});

const settle = (settings: Rule['settings'], more: object = {}) =>
  company.reorganise(({ rules }) => ({
    rules: rules.map((rule) => (rule.id === 'day' ? { ...onRoster(rule, more), settings } : rule)),
  }));

type Cell = InputOf<'roster.save'>['changes'][number];

const cell = (who: Person, date: string, from: Cell['from'], to: Cell['to']): Cell => ({
  employmentId: who.employmentId,
  date,
  from,
  to,
});

const save = (changes: readonly Cell[], by = hr, commandId = freshId(), pastSeen = false) =>
  by.call('roster.save', { commandId, changes: [...changes], pastSeen });

const desk = async (by = hr, month = '2026-03'): Promise<RosterDesk> =>
  granted(await by.call('roster.desk', { month, ruleId: 'day', after: null }));

const rowOf = async (who: Person, by = hr) => {
  const row = (await desk(by)).people.find(({ employmentId }) => employmentId === who.employmentId);
  if (!row) throw new Error(`${who.name} is not on the grid`);
  return row;
};

const dayOf = async (who: Person, date: string) =>
  (await who.month(date.slice(0, 7))).days.find((day) => day.date === date);

it('HR paints a month; what is planned is what the person sees, punches by and is judged by', async () => {
  const grid = await desk();
  expect(grid.shifts.map(({ name, short, timeText }) => [name, short, timeText])).toEqual([
    ['早班', '早', '09:00–18:00'],
    ['中班', '中', '12:00–21:00'],
    ['夜班', '夜', '22:00–次日06:00'],
  ]);
  expect((await rowOf(fang)).open).toBe('pppp' + 'o'.repeat(27));
  const painted = granted(
    await save([cell(fang, '2026-03-05', '', 'noon'), cell(fang, '2026-03-06', '', null)]),
  );
  expect(painted).toEqual({ kept: 2, others: [], rejudgedDays: 0 });
  expect((await rowOf(fang)).marks.slice(3, 7)).toEqual(['', 'noon', null, '']);
  expect((await dayOf(fang, '2026-03-05'))?.planText).toBe('中班 12:00–21:00');
  await company.clockTo('2026-03-05T12:07');
  expect((await fang.today()).planText).toBe('中班 12:00–21:00');
  expect(granted(await fang.punch()).text).toContain('迟到 7 分钟');
});

it('a punch of somebody on a roster asks the cloud no more than any other', async () => {
  await company.clockTo('2026-03-05T21:01');
  const { database, requests } = countedDatabase(company.database);
  const ports = portsInProcess(company, database);
  const ask = (procedure: string, input: unknown) =>
    serve(ports, useCases, fang.openid, { procedure, input });
  await ask('punch.today', { position: null });
  requests.length = 0;
  const input = { punchId: freshId(), position: AT_THE_DOOR, claimedAt: null, device: DEVICE };
  expect(outcome(await ask('punch.clock', input))).toBe('ok');
  expect(requests.map(({ what }) => what).sort()).toEqual([
    'add punches',
    'find employments',
    'find sheets',
    'update sheets',
  ]);
  expect(new Set(requests.map(({ wave }) => wave)).size).toBe(2);
});

it('of two who paint one cell the second is told who was first; a repeat changes nothing', async () => {
  const twice = freshId();
  const seen = [cell(fang, '2026-03-10', '', 'noon')];
  const [first, again] = [granted(await save(seen, hr, twice)), granted(await save(seen, hr, twice))];
  expect([first.kept, again.kept]).toEqual([1, 1]);
  const second = granted(
    await save([cell(fang, '2026-03-10', '', null), cell(fang, '2026-03-11', '', null)]),
  );
  expect(second.kept).toBe(1);
  expect(second.others).toMatchObject([
    {
      date: '2026-03-10',
      now: 'noon',
      takenBy: expect.stringMatching(/^刘静 · 3月5日/) as string,
      why: null,
    },
  ]);
  // The first command once more, after somebody changed the cell in between: nothing of his is lost.
  granted(await save([cell(fang, '2026-03-10', 'noon', 'nine-to-six')]));
  expect(granted(await save(seen, hr, twice)).others).toMatchObject([{ now: 'nine-to-six' }]);
  expect((await rowOf(fang)).marks[9]).toBe('nine-to-six');
  // Side by side: all of it stands, once.
  const days = ['16', '17', '18', '19', '20'].map((day) => `2026-03-${day}`);
  const both = await Promise.all(days.map((date) => save([cell(fang, date, '', 'noon')])));
  expect(both.map((answer) => granted(answer).kept)).toEqual([1, 1, 1, 1, 1]);
  expect((await rowOf(fang)).marks.slice(15, 20)).toEqual(days.map(() => 'noon'));
  const history = granted(
    await hr.call('roster.history', { month: '2026-03', employmentIds: [fang.employmentId] }),
  );
  expect(history.lines.filter(({ cells }) => cells[0] === '3月10日 周二 未排 → 中班')).toHaveLength(1);
});

it('what overlaps, lies behind or is somebody else’s is said cell by cell, and the rest stands', async () => {
  const answer = granted(
    await save([
      cell(chen, '2026-03-12', '', 'ten-to-six'),
      cell(chen, '2026-03-13', '', null),
      cell(chen, '2026-03-04', '', 'noon'),
      cell(chen, '2026-03-14', '', 'gone'),
      cell(company.person('宋立新'), '2026-03-14', '', 'noon'),
    ]),
  );
  expect(answer.kept).toBe(2);
  expect(answer.others.map(({ date, why }) => [date, why?.code])).toEqual([
    ['2026-03-04', 'past'],
    ['2026-03-14', 'unknown-shift'],
    ['2026-03-14', 'not-on-roster'],
  ]);
  const branchHr = await company.person('高志强').bind();
  expect(granted(await save([cell(chen, '2026-03-20', '', 'noon')], branchHr)).others[0]?.why).toEqual({
    code: 'not-yours',
  });
  expect(refused(await save([cell(chen, '2026-03-20', '', 'noon')], fang)).code).toBe('roster.not-yours');
});

it('a head paints the own department only where the rule says so', async () => {
  expect((await desk(chen)).mayEdit).toBe(false);
  expect(granted(await save([cell(fang, '2026-03-24', '', 'noon')], chen)).others[0]?.why?.code).toBe(
    'not-yours',
  );
  await settle({}, { leadersMayPlan: true });
  expect((await desk(chen)).mayEdit).toBe(true);
  expect(granted(await save([cell(fang, '2026-03-24', '', 'noon')], chen)).kept).toBe(1);
});

it('days gone by: only with the switch, only once they were previewed; they are judged anew, and the day says so', async () => {
  await company.clockTo('2026-03-09T08:00');
  await company.tick();
  expect((await dayOf(fang, '2026-03-05'))?.word).toBe('迟到 7 分钟');
  const change = [cell(fang, '2026-03-05', 'noon', 'nine-to-six')];
  expect(granted(await save(change)).others[0]?.why?.code).toBe('past');
  await settle({ editPastRosters: true });
  expect(granted(await save(change)).others[0]?.why?.code).toBe('past-unseen');
  const preview = granted(await hr.call('roster.preview', { changes: change }));
  expect(preview).toMatchObject({ changedDays: 1, measuresRequests: false });
  expect(preview.people[0]?.days).toEqual([
    { date: '2026-03-05', dateText: '3月5日 周四', before: '迟到 7 分钟', after: '迟到 180 分钟' },
  ]);
  expect((await dayOf(fang, '2026-03-05'))?.word).toBe('迟到 7 分钟');
  expect(granted(await save(change, hr, freshId(), true))).toMatchObject({ kept: 1, rejudgedDays: 1 });
  const day = await dayOf(fang, '2026-03-05');
  expect(day?.word).toBe('迟到 180 分钟');
  expect(day?.why.at(-1)).toBe('排班调整后由 迟到 7 分钟 改为 迟到 180 分钟。');
  granted(await save([cell(fang, '2026-03-05', 'nine-to-six', 'noon')], hr, freshId(), true));
});

it('leave on a day that becomes a rest day costs none any more', async () => {
  granted(
    await hr.call('leave.grant', {
      commandId: freshId(),
      employmentId: fang.employmentId,
      typeId: 'annual',
      amount: 5,
      note: '本年度',
    }),
  );
  const span = {
    mode: 'days',
    from: '2026-03-16',
    to: '2026-03-17',
    fromAfternoon: false,
    untilNoon: false,
  } as const;
  const asking = { kind: 'leave', typeId: 'annual', span, place: '', reason: '回家' } as const;
  granted(await fang.call('request.apply', { commandId: freshId(), ...asking }));
  const left = async () =>
    granted(await hr.call('leave.balances', { employmentId: fang.employmentId })).leaves.find(
      ({ id }) => id === 'annual',
    )?.freeText;
  expect(await left()).toBe('3 天');
  granted(await save([cell(fang, '2026-03-17', 'noon', null)]));
  expect(await left()).toBe('4 天');
});

it('reminders follow the roster: painted earlier, they come earlier', async () => {
  granted(
    await fang.call('reminders.recordAnswers', {
      answerId: freshId(),
      answers: [{ templateId: DEMO_TEMPLATE_ID, answer: 'accept' }],
    }),
  );
  const dueFor = async () => (await reminderLedger.ofOpenid(company.database, fang.openid))[0]?.dueFor;
  // Today is Monday the 9th; the 10th is planned.
  expect(await dueFor()).toBe('2026-03-10');
  granted(await save([cell(fang, '2026-03-10', 'nine-to-six', null)]));
  await company.tick();
  expect(await dueFor()).toBe('2026-03-16');
});

it('a locked month takes nothing', async () => {
  const { _id } = await fang.sheet('2026-03');
  await company.database.updateWhere('sheets', _id, {}, { set: { lock: 'locked' } });
  expect((await rowOf(fang)).open).toBe('l'.repeat(31));
  const answer = granted(await save([cell(fang, '2026-03-25', '', 'noon')]));
  expect(answer.others[0]?.why).toEqual({ code: 'locked', month: '2026-03' });
  await company.database.updateWhere('sheets', _id, {}, { set: { lock: 'open' } });
});

it('the last days of a month lie on the next month’s sheet too: a night into the 1st is one duty day', async () => {
  granted(
    await save([cell(fang, '2026-03-31', '', 'ten-to-six'), cell(fang, '2026-04-01', '', 'ten-to-six')]),
  );
  const [march, april] = await Promise.all(
    ['2026-03', '2026-04'].map((month) => sheets.read(company.database, fang.employmentId, month)),
  );
  expect(march?.roster?.['2026-04-01']).toBe('ten-to-six');
  expect(april?.roster?.['2026-03-31']).toBe('ten-to-six');
  const overlap = granted(await save([cell(fang, '2026-04-02', '', 'nine-to-six')]));
  expect(overlap.kept).toBe(1);
});
