import type { InputOf, OutputOf } from '@contract/contract';
import { employments } from '@server/repositories/employments';
import { personnel } from '@server/repositories/personnel';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Company, openCompany } from '../company';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { department, idNumber, newcomer, type Unit } from './entries';

let company: Company;
let hr: Person;
let secondHr: Person;
let branchHr: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
  secondHr = await (await company.hire('董文', { team: 'day', roles: ['hr'] })).bind();
  branchHr = await company.person('高志强').bind();
});
afterAll(() => company.close());

type Part = InputOf<'staff.change'>['part'];

const file = async (person: Person, by = hr): Promise<OutputOf<'staff.file'>> =>
  granted(await by.call('staff.file', { employmentId: person.employmentId }));
const change = async (person: Person, part: Part, by = hr, seenRevision?: number) =>
  by.call('staff.change', {
    commandId: freshId(),
    employmentId: person.employmentId,
    seenRevision: seenRevision ?? (await file(person, by)).revision,
    part,
  });
const move = (person: Person, from: string, departmentIds: string[], also: string[] = []) =>
  change(person, {
    kind: 'place',
    from,
    main: { departmentIds, postId: null },
    concurrent: also.map((id) => ({ departmentIds: [id], postId: null, to: '2026-03-25' })),
  });
const view = async () => granted(await hr.call('company.view', {}));
const put = async (unit: Unit, by = hr) =>
  by.call('company.change', { commandId: freshId(), seenRevision: (await view()).revision, unit });
const list = async (more: Partial<InputOf<'staff.list'>> = {}, by = hr) =>
  granted(
    await by.call('staff.list', {
      query: '',
      departmentId: null,
      branchId: null,
      state: 'working',
      after: null,
      ...more,
    }),
  );
const names = async (...args: Parameters<typeof list>) => (await list(...args)).rows.map(({ name }) => name);
describe('departments, branches and posts', () => {
  it('HR adds a department below another; who leads it decides requests and sees its report from then on', async () => {
    const leader = await company.person('陈思远').bind();
    const member = await company.person('王芳').bind();
    granted(await put(department('tests', '测试组', { parentId: 'day', headId: leader.employmentId })));
    granted(await move(member, '2026-03-09', ['tests']));

    granted(
      await member.call('request.apply', {
        commandId: freshId(),
        kind: 'leave',
        typeId: 'personal',
        span: { mode: 'days', from: '2026-03-17', to: '2026-03-17', fromAfternoon: false, untilNoon: false },
        place: '',
        reason: '家里有事',
      }),
    );
    expect(
      JSON.stringify(granted(await leader.call('inbox.list', { show: 'todo', before: null }))),
    ).toContain('王芳');
    const report = granted(await leader.call('report.month', { month: null, after: null }));
    expect(report.rows.map(({ name }) => name)).toEqual(['王芳']);
    expect((await employments.read(company.database, leader.employmentId))?.roles).toContain('leader');
  });

  it('a move takes effect on its day: reports before it and the history stay where they were', async () => {
    const leader = company.person('陈思远');
    const member = company.person('王芳');
    granted(await move(member, '2026-03-20', ['night'], ['field']));
    const { assignments } = await file(member);
    expect(assignments.map(({ text, spanText, when }) => [text, spanText, when])).toEqual([
      ['field 组', '2026-03-20 至 2026-03-25', 'later'],
      ['night 组 · 专员', '2026-03-20 起', 'later'],
      ['测试组 · 专员', '2026-03-09 至 2026-03-19', 'now'],
      ['day 组 · 专员', '2025-01-06 至 2026-03-08', 'past'],
    ]);
    expect(granted(await leader.call('report.month', { month: null, after: null })).rows).toHaveLength(1);
  });

  it('two who change one department at once: one is told who was first, and nothing is lost', async () => {
    const { revision } = await view();
    const ask = (by: Person, name: string) =>
      by.call('company.change', {
        commandId: freshId(),
        seenRevision: revision,
        unit: department('roaming', name),
      });
    const answers = await Promise.all([ask(hr, '外勤一组'), ask(secondHr, '外勤二组')]);
    expect(answers.map(outcome).sort()).toEqual(['company.changed-meanwhile', 'ok']);
    const winner = answers.findIndex(({ ok }) => ok);
    expect((await view()).departments.find(({ id }) => id === 'roaming')?.name).toBe(
      ['外勤一组', '外勤二组'][winner],
    );
    expect(refused(answers[1 - winner] as never).facts).toMatchObject({
      byName: [hr, secondHr][winner]?.name,
    });
  });

  it('two who change different ones at once both succeed, and a repeated command changes nothing again', async () => {
    const { revision } = await view();
    const command = {
      commandId: freshId(),
      seenRevision: revision,
      unit: { kind: 'post', id: 'engineer', name: '工程师', secrecy: true, closed: false },
    } as const;
    const branch = { kind: 'branch', id: 'hangzhou', name: '杭州', closed: false } as const;
    const answers = await Promise.all([
      hr.call('company.change', command),
      secondHr.call('company.change', { commandId: freshId(), seenRevision: revision, unit: branch }),
    ]);
    expect(answers.map(outcome)).toEqual(['ok', 'ok']);
    const once = await view();
    const again = granted(await hr.call('company.change', command));
    expect(again.revision).toBe(once.revision);
    expect(again.posts.map(({ name }) => name)).toEqual(['工程师']);
    expect(again.branches.map(({ name }) => name)).toContain('杭州');
    expect(again.changes.filter(({ what }) => what === '新增岗位“工程师”')).toHaveLength(1);
  });

  it('what still has people is not closed, and says who; a branch’s HR changes nothing of the company', async () => {
    expect(refused(await put(department('elastic', 'elastic 组', { closed: true })))).toEqual({
      code: 'company.invalid',
      facts: { why: 'has-people', names: ['李明'] },
    });
    expect(outcome(await put({ kind: 'branch', id: 'suzhou', name: '苏州', closed: true }))).toBe(
      'company.invalid',
    );
    expect(
      outcome(await put({ kind: 'branch', id: 'suzhou', name: '苏州园区', closed: false }, branchHr)),
    ).toBe('session.forbidden');
    for (const closed of [false, true]) granted(await put(department('spare', '备用组', { closed })));
    expect((await view()).departments.find(({ id }) => id === 'spare')?.closed).toBe(true);
    expect(refused(await move(company.person('李明'), '2026-03-10', ['spare'])).facts).toEqual({
      problems: [{ field: 'departments', why: 'closed' }],
    });
  });
});

describe('files', () => {
  it('somebody new is there once, however often the command comes, and can be invited', async () => {
    const entry = newcomer({ postId: 'engineer' });
    const [first, second] = await Promise.all([hr.call('staff.add', entry), hr.call('staff.add', entry)]);
    const { employmentId } = granted(first);
    expect(granted(second).employmentId).toBe(employmentId);
    const made = granted(await hr.call('staff.file', { employmentId }));
    expect(made).toMatchObject({
      name: '林远',
      phone: '138****1234',
      idNumber: `999${'*'.repeat(11)}${idNumber(1).slice(-4)}`,
      stateText: '3月16日 周一 入职',
      assignments: [{ text: 'day 组 · 工程师' }],
      wechat: { bound: false, mayInvite: true },
    });
    expect(outcome(await hr.call('invitation.issue', { employmentId }))).toBe('ok');
  });

  it('two who add the same ID number at once: one is told whose it is', async () => {
    const [one, two] = [
      newcomer({ name: '甲', idNumber: idNumber(2) }),
      newcomer({ name: '乙', idNumber: idNumber(2) }),
    ];
    const answers = await Promise.all([hr.call('staff.add', one), secondHr.call('staff.add', two)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'staff.id-number-taken']);
    const winner = answers.findIndex(({ ok }) => ok);
    expect(refused(answers[1 - winner] as never).facts).toEqual({ name: ['甲', '乙'][winner] });
  });

  it('says every wrong field at once', async () => {
    const wrong = newcomer({
      name: ' ',
      idNumber: '110101199003078888',
      phone: '12',
      departmentIds: ['none'],
      probationEnd: '2026-03-01',
    });
    expect(refused(await hr.call('staff.add', wrong)).facts).toEqual({
      problems: [
        { field: 'name', why: 'missing' },
        { field: 'departments', why: 'unknown' },
        { field: 'probationEnd', why: 'before-hire' },
        { field: 'phone', why: 'bad-format' },
        { field: 'idNumber', why: 'bad-format' },
      ],
    });
  });

  it('two HR with one file: the second is told who changed it, and what the first wrote stands', async () => {
    const person = company.person('李明');
    const { revision } = await file(person);
    const phone = (number: string) => ({ kind: 'numbers', phone: number }) as const;
    const answers = await Promise.all([
      change(person, phone('13900000001'), hr, revision),
      change(person, phone('13900000002'), secondHr, revision),
    ]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'staff.changed-meanwhile']);
    const winner = answers.findIndex(({ ok }) => ok);
    expect((await file(person)).phone).toBe(`139****000${winner + 1}`);
    expect((await file(person)).changedText).toContain([hr, secondHr][winner]?.name);
  });

  it('numbers lie sealed, are found by their digest only, and stand in no log', async () => {
    const person = company.person('赵一鸣');
    granted(
      await change(person, { kind: 'numbers', idNumber: idNumber(3).toLowerCase(), phone: '138 1111 2222' }),
    );
    granted(await change(person, { kind: 'numbers', idNumber: idNumber(3) }));
    expect(await names({ query: idNumber(3) })).toEqual(['赵一鸣']);
    expect(await names({ query: idNumber(3) }, branchHr)).toEqual([]);
    expect((await personnel.read(company.database, person.employmentId))?.revision).toBe(2);
    const kept = readdirSync(company.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(kept).toContain(person.employmentId);
    for (const number of [idNumber(3), '13811112222', '13900000001']) {
      expect(kept).not.toContain(number);
      expect(company.log.join('\n')).not.toContain(number);
    }
  });

  it('a branch’s HR sees and touches the own branch; others see nothing', async () => {
    expect(await names({}, branchHr)).toEqual(['高志强', '何秀英']);
    const stranger = company.person('王芳');
    expect(outcome(await branchHr.call('staff.file', { employmentId: stranger.employmentId }))).toBe(
      'person.unknown',
    );
    expect(
      outcome(
        await change(
          company.person('何秀英'),
          { kind: 'name', name: '何秀英', branchId: 'shanghai' },
          branchHr,
        ),
      ),
    ).toBe('staff.role-refused');
    expect(outcome(await branchHr.call('staff.add', newcomer({ idNumber: null })))).toBe('person.unknown');
    expect(
      outcome(
        await stranger.call('staff.list', {
          query: '',
          departmentId: null,
          branchId: null,
          state: 'working',
          after: null,
        }),
      ),
    ).toBe('session.forbidden');
  });

  it('a page goes on where the last one ended, with every filter', async () => {
    for (let n = 0; n < 52; n += 1)
      await company.hire(`丁${n}`, { team: 'roaming', branchId: n % 2 ? 'suzhou' : 'shanghai' });
    const first = await list({ departmentId: 'roaming' });
    expect(first.rows).toHaveLength(50);
    const rest = await list({ departmentId: 'roaming', after: first.next });
    expect(rest.next).toBeNull();
    expect(new Set([...first.rows, ...rest.rows].map(({ employmentId }) => employmentId)).size).toBe(53);
    expect((await list({ query: '丁', branchId: 'suzhou' })).rows).toHaveLength(26);
    expect(await names({ departmentId: 'day', query: '王芳' })).toEqual(['王芳']);
    expect(await names({ state: 'unbound', query: '何秀英' })).toEqual(['何秀英']);
    expect(await names({ state: 'probation' })).toContain('林远');
  });
});

it('a move that lies back judges the days since again, and says so on the day; those before stay', async () => {
  const person = await company.person('孙䶮').bind();
  for (const day of ['2026-03-09', '2026-03-10'])
    for (const time of ['09:10', '18:20']) {
      await company.clockTo(`${day}T${time}`);
      granted(await person.punch());
    }
  await company.clockTo('2026-03-11T08:00');
  await company.tick();
  const tones = async () =>
    (await person.month()).days
      .filter(({ date }) => date > '2026-03-08')
      .slice(0, 2)
      .map(({ tone }) => tone);
  expect(await tones()).toEqual(['late', 'late']);
  // Whoever comes late there stays late.
  granted(await move(person, '2026-03-10', ['elastic']));
  expect(await tones()).toEqual(['late', 'ok']);
  expect(Object.keys((await person.sheet('2026-03')).rejudged ?? {})).toEqual(['10']);
});
