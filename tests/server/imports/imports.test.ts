import { personnel } from '@server/repositories/personnel';
import { ruleDrafts } from '@server/repositories/rule-drafts';
import { growWorkbook } from '@server/spreadsheets/write-workbook';
import { demoCipher } from '../../../scripts/demo/personnel';
import { type Company, openCompany } from '../company';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { upload } from '../leaving/case-calls';
import {
  csv,
  diedOn,
  exportOf,
  idNumberOf,
  importCalls,
  type PeopleCells,
  PEOPLE_TITLES,
  peopleCsv,
} from './import-calls';

let company: Company;
let hr: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
});
afterAll(() => company.close());

const { check, finished, write, lines, exported } = importCalls(() => company);
const stored = (number: string) => company.database.read('employments', number);

const NEW: PeopleCells = { 姓名: '郑新', 工号: 'N1', 部门: 'day 组', 机构: '上海', 入职日期: '2026-03-02' };

describe('an import of people', () => {
  it('shows what each row would do, writes the good ones, and a repeat writes nothing again', async () => {
    const rows: readonly PeopleCells[] = [
      { ...NEW, 手机: '13800000001', 身份证号: idNumberOf(1), 合同结束日期: '2029-03-01' },
      { 工号: 'E003', 姓名: '王芳芳', 部门: 'night 组' },
      { 工号: 'E004', 姓名: '陈思远' },
      { ...NEW, 工号: 'N2', 身份证号: '123' },
      { ...NEW, 工号: 'N3', 部门: '没有的组', 入职日期: '昨天' },
      { ...NEW, 工号: 'N4', 手机: '12345' },
    ];
    const view = granted(await check(hr, 'people', peopleCsv(...rows)));
    expect(view).toMatchObject({
      state: 'checked',
      counts: { added: 1, changed: 1, same: 1, wrong: 3 },
      byText: '刘静 3月9日 周一 08:00',
    });
    expect(await stored('N1')).toBeNull();
    expect((await lines(hr, view.batchId, 'wrong')).slice(0, 2)).toEqual([
      { row: 5, title: '郑新（N2）', details: ['身份证号：身份证号的位数或校验位不对，请核对'] },
      {
        row: 6,
        title: '郑新（N3）',
        details: ['部门：没有叫“没有的组”的部门', '入职日期：“昨天”不是日期，请写成 2026-03-09 这样'],
      },
    ]);
    expect(await lines(hr, view.batchId, 'changed')).toEqual([
      { row: 3, title: '王芳芳（E003）', details: ['姓名：王芳 → 王芳芳', '部门：day 组 → night 组'] },
    ]);
    expect(refused(await hr.call('imports.apply', { batchId: view.batchId, wholeOnly: true }))).toEqual({
      code: 'import.has-wrong-rows',
      facts: { wrong: 3 },
    });

    const apply = () => hr.call('imports.apply', { batchId: view.batchId, wholeOnly: false });
    const [one] = await Promise.all([apply(), apply()]);
    const done = await finished(hr, granted(one));
    expect(done).toMatchObject({ state: 'written', written: { added: 1, changed: 1 }, leftOutCount: 0 });
    expect(granted(await apply()).written).toEqual({ added: 1, changed: 1 });
    expect(await stored('E003')).toMatchObject({
      name: '王芳芳',
      assignments: [
        { departmentIds: ['day'], to: '2026-03-08' },
        { departmentIds: ['night'], from: '2026-03-09', to: null },
      ],
    });
    // The numbers lie in boxes, and open where they were put.
    expect(JSON.stringify(await company.database.read('personnel', 'N1'))).not.toMatch(
      /13800000001|9999991971/,
    );
    const file = await personnel.read(company.database, 'N1');
    expect(file && personnel.open(demoCipher(), file, 'phone')).toBe('13800000001');
  });

  it('goes back whole, but for those who acted or were changed meanwhile', async () => {
    const rows = ['U1', 'U2', 'U3'].map((number) => ({
      ...NEW,
      姓名: `丁${number}`,
      工号: number,
      身份证号: idNumberOf(Number(number[1]) + 10),
    }));
    const view = granted(
      await check(
        hr,
        'people',
        peopleCsv(
          ...rows,
          { 工号: 'E005', 姓名: '何改名', 手机: '13700000005' },
          { 工号: 'E007', 手机: '13700000007', 身份证号: idNumberOf(77) },
        ),
      ),
    );
    await write(hr, view, true);
    const { code } = granted(await hr.call('invitation.issue', { employmentId: 'U2' }));
    expect(outcome(await company.phone('openid-of-U2', 'session.bind', { code }))).toBe('ok');
    await company.database.updateWhere('employments', 'U3', {}, { set: { name: '另一个名字' } });

    // Whoever was here before may lead.
    await company.reorganise(() => ({ heads: { day: 'E005' } }));
    const undone = await finished(hr, granted(await hr.call('imports.undo', { batchId: view.batchId })));
    expect(undone).toMatchObject({ state: 'undone', undone: 3, keptCount: 2, mayUndo: false });
    expect(undone.kept).toEqual([
      { row: 3, name: '丁U2（U2）', why: '已经绑定微信' },
      { row: 4, name: '丁U3（U3）', why: '导入之后又有改动' },
    ]);
    expect(await stored('U1')).toBeNull();
    expect(await company.database.read('personnel', 'U1')).toBeNull();
    expect(await stored('E005')).toMatchObject({ name: '何秀英' });
    expect(await personnel.read(company.database, 'E005')).toMatchObject({
      phone: { masked: '120****5005' },
    });
    const numbers = { phone: { masked: '120****5007' }, idNumber: { masked: '999***********0071' } };
    expect(await personnel.read(company.database, 'E007')).toMatchObject(numbers);
    // The number is free again.
    const again = granted(await check(hr, 'people', peopleCsv(rows[0] ?? {})));
    expect(again.counts.added).toBe(1);
  });

  it('leaves out what has changed since the check, and says so', async () => {
    const view = granted(
      await check(hr, 'people', peopleCsv({ ...NEW, 工号: 'L1' }, { ...NEW, 工号: 'L2' })),
    );
    const other = granted(await check(hr, 'people', peopleCsv({ ...NEW, 工号: 'L2', 姓名: '先来的' })));
    await write(hr, other, true);
    const done = await write(hr, view, true);
    expect(done).toMatchObject({ written: { added: 1 }, leftOutCount: 1 });
    expect(done.leftOut).toEqual([{ row: 3, name: '郑新（L2）', why: '检查之后情况有变，请重新导入这一行' }]);
    expect(await stored('L2')).toMatchObject({ name: '先来的' });
  });

  it('of a branch’s HR reaches the own branch only', async () => {
    const branchHr = await company.person('高志强').bind();
    const rows: readonly PeopleCells[] = [
      { ...NEW, 工号: 'B1', 机构: '' },
      { ...NEW, 工号: 'B2' },
      { 工号: 'E004', 姓名: '改' },
    ];
    const view = granted(await check(branchHr, 'people', peopleCsv(...rows)));
    expect(view.counts).toEqual({ added: 1, changed: 0, same: 0, wrong: 2 });
    expect(await lines(hr, view.batchId, 'wrong')).toEqual([
      { row: 3, title: '郑新（B2）', details: ['机构：不是你负责的机构'] },
      { row: 4, title: '改（E004）', details: ['工号：这个工号已有人使用'] },
    ]);
    const own = granted(await check(hr, 'people', peopleCsv({ ...NEW, 工号: 'B3' })));
    for (const call of ['imports.progress', 'imports.undo'] as const)
      expect(outcome(await branchHr.call(call, { batchId: own.batchId }))).toBe('import.unknown');
  });

  it.each([
    ['a wrong header', csv(['姓名', '电话'], [{}, { 姓名: 'a' }]), { why: 'columns', unknown: ['电话'] }],
    ['no table', new Uint8Array([0xff, 0xd8, 0xff, 0]), { why: 'not-a-spreadsheet' }],
  ])('with %s is refused, and the file is gone', async (_, bytes, facts) => {
    const fileId = await upload(company, hr, bytes, 'a.csv');
    const answer = await hr.call('imports.check', {
      commandId: freshId(),
      kind: 'people',
      fileId,
      name: 'a.csv',
    });
    expect(refused(answer)).toMatchObject({ code: 'table.unreadable', facts });
    const again = await hr.call('imports.check', {
      commandId: freshId(),
      kind: 'people',
      fileId,
      name: 'a.csv',
    });
    expect(outcome(again)).toBe('file.unknown');
    const foreign = await upload(company, company.person('高志强'), peopleCsv(NEW), 'b.csv');
    const stolen = { commandId: freshId(), kind: 'people' as const, fileId: foreign, name: 'b.csv' };
    expect(outcome(await hr.call('imports.check', stolen))).toBe('file.unknown');
  });
});

describe('a workbook', () => {
  it('whose worker died is finished by the clock, and is gone after a day', async () => {
    const commandId = freshId();
    const before = granted(
      await hr.call('exports.start', { commandId: freshId(), order: { what: 'places' } }),
    );
    expect(before.state).not.toBe('failed');
    await company.database.add('workbookExports', diedOn(hr, commandId, company.cloud.clock.now()));
    expect(granted(await hr.call('exports.progress', { commandId }))).toMatchObject({
      state: 'running',
      url: null,
    });
    await company.clockTo('08:10');
    await company.tick();
    const done = await exportOf(hr, commandId);
    expect(done.fileName).toBe('员工名单 2026-03-09.xlsx');
    // Nobody else meets it under this id, and who may not have it cannot begin it.
    const branchHr = company.person('高志强');
    expect(outcome(await branchHr.call('exports.progress', { commandId }))).toBe('export.unknown');
    const fang = await company.person('王芳').bind();
    const theirs = { commandId: freshId(), order: { what: 'people' } as const };
    expect(outcome(await fang.call('exports.start', theirs))).toBe('export.not-yours');
    const own = await exported(branchHr, { what: 'people' });
    expect(new Set(own.rows.map(({ cells }) => cells[6]))).toEqual(new Set(['苏州']));

    await company.clockTo('2026-03-10T08:30');
    await company.tick();
    expect(granted(await hr.call('exports.progress', { commandId }))).toMatchObject({
      state: 'gone',
      url: null,
    });
    expect((await fetch(done.url ?? '')).ok).toBe(false);
  });
});

it('5,000 rows with three bad ones are checked and written in parts, over a worker that died', async () => {
  const workbook = growWorkbook([{ name: '员工', columns: PEOPLE_TITLES.map((title) => ({ title })) }]);
  for (let n = 0; n < 5000; n += 1) {
    const hired = [10, 2000, 4999].includes(n) ? '2026-13-01' : '2026-03-01';
    workbook.add(0, [
      `员工${n}`,
      `X${n}`,
      `139${String(n).padStart(8, '0')}`,
      '',
      'day 组',
      '',
      '上海',
      hired,
      '',
      '',
      '',
    ]);
  }
  const view = granted(await check(hr, 'people', await workbook.finish(), '五千人.xlsx'));
  expect(view.counts).toEqual({ added: 4997, changed: 0, same: 0, wrong: 3 });
  expect(
    (await lines(hr, view.batchId, 'wrong')).map(({ row, details }) => [row, details[0]?.slice(0, 4)]),
  ).toEqual([12, 2002, 5001].map((row) => [row, '入职日期']));
  const started = granted(await hr.call('imports.apply', { batchId: view.batchId, wholeOnly: false }));
  expect(started).toMatchObject({ state: 'writing', total: 4997 });
  // A worker takes it and dies: others wait until it must be dead, and go on where it was.
  await company.database.updateWhere(
    'importBatches',
    view.batchId,
    {},
    { set: { claimedUntil: company.cloud.clock.now() + 60_000 } },
  );
  const stuck = granted(await hr.call('imports.progress', { batchId: view.batchId }));
  expect(granted(await hr.call('imports.progress', { batchId: view.batchId })).done).toBe(stuck.done);
  await company.clockTo('08:40');
  const done = await finished(hr, started);
  expect(done).toMatchObject({ state: 'written', written: { added: 4997 }, leftOutCount: 0 });
  expect(await stored('X4998')).not.toBeNull();
  expect(await stored('X4999')).toBeNull();
  // All of them in one workbook again, in three parts.
  const commandId = freshId();
  granted(await hr.call('exports.start', { commandId, order: { what: 'people' } }));
  expect((await exportOf(hr, commandId)).total).toBeGreaterThan(5000);
});

it('places become drafts; a radius of 0, none or 50 km is refused with its row', async () => {
  const titles = ['名称', '经度', '纬度', '半径', '地址'];
  const place = (名称: string, 半径: string) => ({
    名称,
    经度: '121.5',
    纬度: '31.2',
    半径,
    地址: '人民路 1 号',
  });
  const rows = [
    place('仓库', '200'),
    place('甲', '0'),
    place('乙', ''),
    place('丙', '50000'),
    { ...place('总部大楼', '500'), 经度: '121.47', 纬度: '31.23' },
  ];
  const view = granted(await check(hr, 'places', csv(titles, rows), '地点.csv'));
  expect(view.counts).toEqual({ added: 1, changed: 1, same: 0, wrong: 3 });
  expect((await lines(hr, view.batchId, 'wrong')).map(({ row, title }) => [row, title])).toEqual([
    [3, '甲'],
    [4, '乙'],
    [5, '丙'],
  ]);
  const done = await write(hr, view, false);
  expect(done).toMatchObject({ state: 'written', written: { added: 1, changed: 1 }, mayUndo: false });
  const drafts = await ruleDrafts.all(company.database);
  expect(drafts.map(({ kind, value, state }) => [kind, 'name' in value && value.name, state]).sort()).toEqual(
    [
      ['place', '仓库', 'draft'],
      ['place', '总部大楼', 'draft'],
    ],
  );
  expect((await exported(hr, { what: 'places' })).rows.map(({ cells }) => cells[0])).not.toContain('仓库');
});
