import { cellOf, DEFAULT_COLUMNS } from '@domain/attendance/report-columns';
import type { Table } from '@domain/spreadsheets/table';
import { serve } from '@server/serve';
import { readTable } from '@server/spreadsheets/read-table';
import { sheets } from '@server/repositories/sheets';
import { useCases } from '@server/use-cases';
import type { MonthReport } from '@contract/contract';
import { employ } from './company/joining';
import { granted, refused } from './company/answers';
import { countedDatabase } from './company/counted-database';
import { portsInProcess } from './company/in-process';
import { freshId, Person } from './company/person';
import { days, openRequesting, type Requesting } from './company/requesting';

let at: Requesting;

/** 王芳: Monday late by an hour, Tuesday on leave, Wednesday without a card. It is Thursday morning. */
beforeAll(async () => {
  at = await openRequesting();
  granted(await at.ask(days('2026-03-10', '2026-03-10')));
  granted(await at.decide());
  await at.company.clockTo('10:00');
  granted(await at.fang.punch());
  await at.company.clockTo('18:05');
  granted(await at.fang.punch());
  await at.company.clockTo('2026-03-12T09:10');
});

afterAll(() => at.company.close());

const monthOf = async (person: Person, month: string | null = null): Promise<MonthReport> =>
  granted(await person.call('report.month', { month, after: null }));

const rowOf = ({ rows, columns }: MonthReport, name: string): Record<string, string> => {
  const row = rows.find((one) => one.name === name);
  return Object.fromEntries(columns.map(({ title }, i) => [title, row?.cells[i]?.text ?? 'nobody']));
};

describe('a month of everybody', () => {
  it('adds up what the people themselves see, leave and all', async () => {
    const report = await monthOf(at.hr);
    expect(report).toMatchObject({
      month: '2026-03',
      scopeText: '全公司',
      untilText: '截至 3月12日 周四',
      next: null,
    });
    expect(rowOf(report, '王芳')).toMatchObject({
      迟到: '1 次 1 小时',
      请假: '8 小时',
      少卡: expect.stringMatching(/^\d+ 次$/),
    });
    const own = (await at.fang.month()).totals.find(({ label }) => label === '出勤')?.value;
    expect(rowOf(report, '王芳').出勤).toBe(own);
  });

  it('every number opens into the days that make it, with their cards and reasons', async () => {
    const report = granted(
      await at.hr.call('report.person', { employmentId: at.fang.employmentId, month: '2026-03' }),
    );
    const counting = (column: string) =>
      report.days.filter(({ counts }) => (counts as string[]).includes(column)).map(({ date }) => date);
    expect(counting('late')).toEqual(['2026-03-09']);
    expect(counting('leave')).toEqual(['2026-03-10']);
    const late = report.days.find(({ date }) => date === '2026-03-09');
    expect(late?.cards.map(({ actual }) => actual)).toEqual(['10:00', '18:05']);
    expect(late?.why.join()).toContain('迟到 60 分钟');
    const missing = report.cells.find(({ column }) => column === 'missing')?.text;
    const days_ = report.days.filter(({ counts }) => counts.includes('missing'));
    expect(missing).toBe(`${days_.length * 2} 次`);
  });

  it('one day stands person by person, whoever needs looking at first', async () => {
    const day = granted(await at.hr.call('report.day', { date: '2026-03-09', after: null }));
    const fang = day.rows.find(({ name }) => name === '王芳');
    expect(fang).toMatchObject({ tone: 'late', word: '迟到 60 分钟', cardsText: '10:00 – 18:05' });
    const tones = day.rows.map(({ tone }) => tone);
    expect(tones.indexOf('missing')).toBeLessThan(tones.indexOf('late'));
    expect(day.counts.reduce((sum, { people }) => sum + people, 0)).toBe(day.rows.length);
    const leave = granted(await at.hr.call('report.day', { date: '2026-03-10', after: null }));
    expect(leave.rows.find(({ name }) => name === '王芳')).toMatchObject({ word: '请假' });
  });
});

describe('who sees whom', () => {
  it('HR of a branch sees the branch, a head the department, everybody else nothing', async () => {
    const branch = await at.company.person('高志强').bind();
    const names = (report: MonthReport) => report.rows.map(({ name }) => name).sort();
    expect(names(await monthOf(branch))).toEqual(['何秀英', '高志强'].sort());
    const led = await monthOf(at.leader);
    expect(led.scopeText).toBe('day 组');
    expect(names(led)).toContain('王芳');
    expect(names(led)).not.toContain('李明');
    expect(refused(await at.fang.call('report.month', { month: null, after: null })).code).toBe(
      'report.not-yours',
    );
  });

  it('a head sees somebody only inside the dates of the assignment', async () => {
    const held = { from: '2025-01-06', main: true, postId: null };
    const assign = (assignments: readonly object[]) =>
      at.company.database.updateWhere('employments', at.fang.employmentId, {}, { set: { assignments } });
    await assign([
      { ...held, to: '2026-03-09', departmentIds: ['day'] },
      { ...held, from: '2026-03-10', to: null, departmentIds: ['field'] },
    ]);
    const seen = async (person: Person) =>
      granted(await person.call('report.person', { employmentId: at.fang.employmentId, month: '2026-03' }))
        .days;
    expect((await seen(at.leader)).map(({ date }) => date).at(-1)).toBe('2026-03-09');
    expect(rowOf(await monthOf(at.leader), '王芳')).toMatchObject({ 迟到: '1 次 1 小时', 请假: '0' });
    expect((await seen(at.hr)).at(-1)?.date).toBe('2026-03-31');
    const later = await at.leader.call('report.person', {
      employmentId: at.fang.employmentId,
      month: '2026-04',
    });
    expect(refused(later).code).toBe('person.unknown');
    const stranger = await at.leader.call('report.person', { employmentId: 'E999', month: '2026-03' });
    expect(later).toEqual(stranger);
    await assign([{ ...held, to: null, departmentIds: ['day'] }]);
  });
});

describe('reports as HR wants them', () => {
  const sumOf = async (person: Person, after: string | null = null, date: string | null = null) =>
    granted(await person.call('report.sum', { month: '2026-03', date, after }));

  it('the sum of the company is the sum of its rows, and says how each day stood', async () => {
    const [report, { sum, people, days, next }] = [await monthOf(at.hr), await sumOf(at.hr)];
    expect([people, next]).toEqual([report.rows.length, null]);
    const texts = (cells: MonthReport['totals']) => cells.map(({ column, text }) => `${column} ${text}`);
    expect(texts(report.totals)).toEqual(texts(report.columns.map(({ column }) => cellOf(column, sum))));
    const monday = days.find(({ date }) => date === '2026-03-09');
    expect(monday?.people.late).toBe(1);
    expect(report.rows.filter((row) => row.days[8] === 'missing')).toHaveLength(monday?.people.missing ?? 0);
    const day = await sumOf(at.hr, null, '2026-03-09');
    expect(day.sum.lateMinutes).toBe(60);
    expect(day.days.map(({ date }) => date)).toEqual(['2026-03-09']);
    expect((await sumOf(at.leader)).people).toBeLessThan(people);
  });

  it('a day has the numbers of a month, of that day', async () => {
    const day = granted(await at.hr.call('report.day', { date: '2026-03-09', after: null }));
    const fang = day.rows.find(({ name }) => name === '王芳');
    expect(fang?.cells.find(({ column }) => column === 'late')?.text).toBe('1 次 1 小时');
    expect(day.totals.find(({ column }) => column === 'late')?.text).toBe('1 次 1 小时');
  });

  it('everybody keeps the own columns, in the own order; none are the usual ones', async () => {
    const keep = async (columns: ('night' | 'late')[]) =>
      granted(await at.hr.call('report.keepLayout', { report: 'hours', columns })).hours;
    expect(await keep(['night', 'late'])).toEqual(['night', 'late']);
    const layouts = async (person: Person) => granted(await person.call('report.layouts', {})).hours;
    expect(await layouts(at.hr)).toEqual(['night', 'late']);
    expect(await layouts(at.leader)).toEqual([...DEFAULT_COLUMNS.hours]);
    expect(await keep([])).toEqual([...DEFAULT_COLUMNS.hours]);
    expect(refused(await at.fang.call('report.layouts', {})).code).toBe('report.not-yours');
  });

  it('the workbook has the rows of the page with the same numbers, and of a head only the own people', async () => {
    const page = await monthOf(at.hr);
    const table = await workbook(at.hr, 'summary');
    const cell = (name: string, title: string) =>
      table.rows.find(({ cells }) => cells[0] === name)?.cells[table.header.indexOf(title)];
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(page.rows.map(({ name }) => name));
    expect([cell('王芳', '迟到次数'), cell('王芳', '迟到分钟'), cell('王芳', '请假分钟')]).toEqual([
      '1',
      '60',
      '480',
    ]);
    const led = await workbook(at.leader, 'odd');
    expect(led.rows.map(({ cells }) => cells[0])).not.toContain('李明');
    const monday = led.rows.find(({ cells }) => cells[0] === '王芳' && cells[3] === '3月9日 周一');
    expect(monday?.cells.slice(4)).toEqual([
      '迟到 60 分钟',
      '10:00 – 18:05',
      expect.stringContaining('迟到 60 分钟'),
    ]);
    const grid = await workbook(at.hr, 'situation');
    expect(grid.header).toHaveLength(3 + 31);
    const order = { what: 'report', report: 'odd', month: '2026-03', date: null } as const;
    const stranger = await at.fang.call('exports.start', { commandId: freshId(), order });
    expect(refused(stranger).code).toBe('export.not-yours');
  });

  /** The report as a workbook, downloaded and read again. */
  async function workbook(person: Person, report: 'summary' | 'odd' | 'situation'): Promise<Table> {
    const commandId = freshId();
    const order = { what: 'report', report, month: '2026-03', date: null } as const;
    let view = granted(await person.call('exports.start', { commandId, order }));
    while (view.state === 'running') view = granted(await person.call('exports.progress', { commandId }));
    expect(view).toMatchObject({ state: 'done', fileName: expect.stringMatching(/2026年3月\.xlsx$/) });
    const bytes = new Uint8Array(await (await fetch(view.url ?? '')).arrayBuffer());
    const table = await readTable(bytes, view.fileName);
    if ('why' in table) throw new Error(JSON.stringify(table));
    return table;
  }
});

describe('what it costs', () => {
  it('a month of 300 people with their sheets is three reads, whoever reads among them; page two has the rest', async () => {
    const around = { phone: at.company.phone, database: at.company.database, invite: async () => '' };
    const like = await at.fang.sheet('2026-03');
    for (let n = 100; n < 400; n += 1) {
      await employ(at.company.database, new Person(around, `员工${n}`, `F${n}`), { team: 'day' });
      const own = { employmentId: `F${n}`, openid: null };
      await sheets.add(at.company.database, { ...like, ...own, _id: sheets.idOf(`F${n}`, '2026-03') });
    }
    const { database, requests } = countedDatabase(at.company.database);
    const ports = portsInProcess(at.company, database);
    const ask = (after: string | null) =>
      serve(ports, useCases, at.hr.openid, { procedure: 'report.month', input: { month: null, after } });
    await ask(null);
    const before = requests.length;
    const begun = Date.now();
    const first = granted((await ask(null)) as never) as MonthReport;
    const spent = Date.now() - begun;
    expect(requests.slice(before).map(({ what }) => what)).toEqual([
      'find employments',
      'find employments',
      'find sheets',
    ]);
    expect(first.rows).toHaveLength(300);
    expect(rowOf(first, '员工200')).toMatchObject({ 迟到: '1 次 1 小时', 请假: '8 小时' });
    expect(JSON.stringify(first).length).toBeLessThan(1_000_000);
    expect(spent).toBeLessThan(10_000);
    const second = granted((await ask(first.next)) as never) as MonthReport;
    expect(second.rows).toHaveLength(11);
    expect(new Set([...first.rows, ...second.rows].map(({ employmentId }) => employmentId)).size).toBe(311);
  });

  it('the page of requests is one read beside the person, a draft two side by side', async () => {
    const { database, requests } = countedDatabase(at.company.database);
    const ports = portsInProcess(at.company, database);
    const spend = async (procedure: string, input: unknown) => {
      const before = requests.length;
      granted(await serve(ports, useCases, at.fang.openid, { procedure, input }));
      return requests.slice(before);
    };
    await spend('request.home', {});
    expect((await spend('request.home', {})).map(({ what }) => what)).toEqual([
      'find employments',
      'read requestBooks',
    ]);
    const draft = await spend('request.draft', days('2026-03-16', '2026-03-17'));
    expect(draft.map(({ what }) => what).sort()).toEqual([
      'find employments',
      'find sheets',
      'read requestBooks',
    ]);
    expect(new Set(draft.map(({ wave }) => wave)).size).toBe(2);
  });
});
