import { cleanup } from '@testing-library/react';
import type { RuleDesk } from '@contract/contract';
import { CalendarEditor } from '@/features/rules/calendar-editor';
import { CorrectionsEditor } from '@/features/rules/corrections-editor';
import { LeavesEditor } from '@/features/rules/leaves-editor';
import { OvertimeEditor } from '@/features/rules/overtime-editor';
import { PlaceEditor } from '@/features/rules/place-editor';
import { RuleEditor } from '@/features/rules/rule-editor';
import { SettingsEditor } from '@/features/rules/settings-editor';
import { ShiftEditor } from '@/features/rules/shift-editor';
import { phone } from '../stubs/taro';
import { openEditor } from './open-editor';
import { desk, refuses, RULE, says, server, startServer } from './rules-server';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const OVERTIME: RuleDesk['overtimeRules'][number] = {
  id: 'plain',
  version: 1,
  name: '普通加班',
  days: { workday: { recognise: 'punches', settle: 'pay', multiple: 1.5, startAfterMinutes: 30 } },
};

const users = {
  'overtime:plain': [
    { kind: 'rule' as const, id: 'office', name: '研发弹性考勤' },
    { kind: 'rule' as const, id: 'plant', name: '工厂白班考勤' },
  ],
};

const withOvertime = (more: Partial<RuleDesk> = {}) => desk({ overtimeRules: [OVERTIME], users, ...more });

function start(params: Record<string, string>, stands = withOvertime()): void {
  startServer(params);
  server.answers['rules.desk'] = says(stands);
  server.answers['rules.open'] = says({
    rule: RULE,
    revision: 0,
    isDraft: false,
    mayEdit: true,
    names: { 'department:product': '产品研发部' },
    desk: stands,
  });
}

const saved = () => server.inputs('rules.save').at(-1)?.item;

const draft = (kind: RuleDesk['items'][number]['kind'], id: string, isNew: boolean) => ({
  items: [{ kind, id, revision: 3, isDraft: true, isNew, changedText: '刘静 今天', mine: true }],
});

afterEach(cleanup);

describe('overtime', () => {
  it('names the other rules that use it, and says in an example what the engine makes of it', async () => {
    start({ id: 'plain', of: 'office' });
    const page = await openEditor(OvertimeEditor);
    expect(page.text('overtime-others')).toContain('规则“工厂白班考勤” 也在用这条加班规则');
    expect(page.text('overtime-others')).not.toContain('研发弹性考勤');
    expect(page.text('overtime-workday')).toContain('例：21:00 走：加班 2.5 小时，按 1.5 倍');
    await page.type('overtime-workday-start-input', '0');
    await page.tap('overtime-restday-switch');
    expect(page.text('overtime-restday')).toContain('10:00 到、18:00 走：加班 8 小时，按 2 倍');
    await page.tap('item-save');
    expect(saved()).toMatchObject({
      kind: 'overtime',
      value: { days: { workday: { startAfterMinutes: 0 }, restday: { multiple: 2 } } },
    });
  });

  it('is picked in a rule, and opened from there', async () => {
    start({ id: 'office' });
    const page = await openEditor(RuleEditor);
    expect(page.text('rule-overtime')).toContain('不计加班');
    await page.tap('rule-overtime-rule');
    expect(page.text('rule-overtime-which')).toContain('规则“工厂白班考勤” 也在用它');
    await page.tap('rule-overtime-open');
    expect(phone.routes).toEqual(['open /hr/overtime/index?id=plain&of=office']);
    await page.tap('item-save');
    expect(saved()).toMatchObject({ value: { overtime: { by: 'rule', overtimeRuleId: 'plain' } } });
  });

  it('can be a shift’s own', async () => {
    start({ id: 'day' });
    const page = await openEditor(ShiftEditor);
    await page.pick('shift-overtime-pick', 1);
    await page.tap('item-save');
    expect(saved()).toMatchObject({ kind: 'shift', value: { overtimeRuleId: 'plain' } });
  });
});

describe('the end of an editor', () => {
  it('a draft of something new is deleted after a question, and the page goes back', async () => {
    start({ id: 'headquarters' }, withOvertime({ ...draft('place', 'headquarters', true), users: {} }));
    server.answers['rules.drop'] = says({ revision: 4 });
    const page = await openEditor(PlaceEditor);
    expect(page.text('item-drop')).toBe('删除这份草稿');
    await page.tap('item-drop');
    expect(server.calls.some(({ procedure }) => procedure === 'rules.drop')).toBe(false);
    await page.tap('item-drop-sure-yes');
    expect(server.calls.find(({ procedure }) => procedure === 'rules.drop')?.input).toMatchObject({
      item: { kind: 'place', id: 'headquarters', seenRevision: 3 },
    });
    expect(phone.routes).toEqual(['back']);
  });

  it('what is still used says by whom, and stays when the server says so', async () => {
    start({ id: 'headquarters' }, withOvertime({ ...draft('place', 'headquarters', true), users: {} }));
    const text = '还在使用，不能删除：规则“研发弹性考勤”。先在那里换掉它';
    server.answers['rules.drop'] = refuses('rules.invalid', { problems: [{ item: '', field: '', text }] });
    const page = await openEditor(PlaceEditor);
    await page.tap('item-drop');
    await page.tap('item-drop-sure-yes');
    expect(page.text('item-stuck')).toContain(text);
    expect(phone.routes).toEqual([]);
  });

  it('stops what was used once, deletes what never was, and says who uses it', async () => {
    start({ id: 'day' }, desk());
    const page = await openEditor(ShiftEditor);
    expect(page.text('item-users')).toBe('正在使用：规则“研发弹性考勤”、规则“工厂白班考勤”');
    expect(page.text('item-stop')).toBe('停用');
    await page.tap('item-stop');
    expect(page.text('item-restart')).toBe('恢复使用');
    await page.tap('item-save');
    expect(saved()).toMatchObject({ kind: 'shift', value: { stopped: true } });
    cleanup();
    start({ id: 'factory' }, desk());
    expect((await openEditor(PlaceEditor)).text('item-stop')).toBe('删除');
  });
});

describe('the calendar', () => {
  it('shows the public days of a year, and takes the company’s own', async () => {
    start({});
    const page = await openEditor(CalendarEditor);
    expect(page.text('calendar-year')).toContain('元旦');
    await page.tap('calendar-add');
    await page.tap('special-0-kind-restday');
    await page.type('special-0-name-input', '司庆');
    await page.tap('item-save');
    expect(saved()).toMatchObject({
      kind: 'specialDays',
      value: { days: [{ date: '2026-11-20', kind: 'restday', name: '司庆' }], knownUntil: '2026-12-31' },
    });
  });

  it('reads next year’s days as they are pasted, and names the line it cannot read', async () => {
    start({});
    const page = await openEditor(CalendarEditor);
    await page.tap('calendar-turn-2027');
    expect(page.text('calendar-unknown')).toContain('还没有内置这一年的放假安排');
    await page.tap('calendar-paste');
    await page.type('paste-text', '2月5日至2月6日 春节 法定\n清明节放假\n2月14日 补班');
    expect(page.text('paste-unread-2')).toBe('第 2 行“清明节放假”：没有看懂日期');
    expect(page.text('paste-read')).toContain('2月14日 周日 补班（上班）');
    await page.tap('paste-take');
    await page.tap('calendar-known-switch');
    await page.tap('item-save');
    expect(saved()).toMatchObject({
      value: {
        days: [
          { date: '2027-02-05', kind: 'holiday', name: '春节' },
          { date: '2027-02-06', kind: 'holiday', name: '春节' },
          { date: '2027-02-14', kind: 'workday', name: '补班' },
        ],
        knownUntil: '2027-12-31',
      },
    });
  });
});

it('leave types: one that was offered is stopped, one just added goes; what cannot be is said at the field', async () => {
  start({}, desk({ onceUsed: ['leaves:annual'] }));
  const page = await openEditor(LeavesEditor);
  expect(page.text('leave-0')).toContain('一次至少 0.5 天 · 工作日 · 带薪 · 有余额');
  await page.tap('leave-0-open');
  expect(page.text('leave-0-stop')).toBe('停用');
  await page.tap('leave-0-stop');
  expect(page.text('leave-0')).toContain('已停用');
  const problems = [{ item: '', field: 'types[1].unit', text: '不能改单位' }];
  server.answers['rules.preview'] = refuses('rules.invalid', { problems });
  await page.tap('leave-1-unit-day');
  await page.rests();
  expect(page.text('leave-1-unit-problem')).toBe('不能改单位');
  expect(page.text('leave-2-stop')).toBe('去掉');
  await page.tap('leave-2-stop');
  await page.tap('leave-add');
  await page.tap('item-save');
  expect(saved()).toMatchObject({ kind: 'leaves' });
  const { types = [] } = saved()?.value as { types?: readonly { id: string; stopped?: boolean }[] };
  expect(types.map(({ id }) => id)).not.toContain('sick');
  expect(types[0]).toMatchObject({ id: 'annual', stopped: true });
});

it('limits on corrections say what they mean in days', async () => {
  start({}, desk());
  const page = await openEditor(CorrectionsEditor);
  expect(page.text('corrections-perMonth')).toContain('这个月补过 3 次，第 4 次：不能补');
  expect(page.text('corrections-daysBack')).toContain('今天补10月21日 周三：可以；补10月20日 周二：不能补');
  expect(page.text('corrections-deadlineDay')).toContain('本月的卡最晚 12月5日 周六 补');
  await page.tap('corrections-daysBack-switch');
  await page.tap('corrections-late-switch');
  await page.tap('item-save');
  expect(saved()).toMatchObject({
    kind: 'corrections',
    value: { daysBack: null, kinds: ['missing-in', 'missing-out', 'late'] },
  });
});

describe('a rule', () => {
  it('names a department alone, posts and tags', async () => {
    start({ id: 'office' }, desk({ posts: [{ id: 'guard', name: '保安' }] }));
    const page = await openEditor(RuleEditor);
    await page.tap('scope-0-itself');
    await page.pick('scope-add-post', 0);
    await page.tap('scope-add-tag');
    await page.type('tag-name-input', '临时工');
    await page.tap('tag-add');
    expect(page.text('scope-1')).toContain('保安岗位');
    await page.tap('item-save');
    expect(saved()).toMatchObject({
      value: {
        scope: [
          { type: 'department', id: 'product', onlyItself: true },
          { type: 'post', id: 'guard' },
          { type: 'tag', id: '临时工' },
        ],
      },
    });
  });

  it('has days of its own, a zone, and periods of the year with an example of their edge', async () => {
    start({ id: 'office' }, desk());
    const page = await openEditor(RuleEditor);
    await page.tap('own-day-add');
    await page.tap('own-day-0-kind-restday');
    await page.pick('rule-zone-pick', 1);
    await page.tap('validity-yearly');
    expect(page.text('period-0')).toContain('例：2027年3月31日 按它判定，4月1日 不按');
    await page.pick('period-0-to', '2024-02-29');
    expect(page.text('period-0')).toContain('例：2027年2月28日 按它判定，3月1日 不按');
    await page.tap('item-save');
    expect(saved()).toMatchObject({
      value: {
        zone: 'Asia/Hong_Kong',
        ownDays: [{ date: '2026-11-20', kind: 'restday', shiftId: null }],
        validity: { kind: 'yearly', periods: [{ from: '11-01', to: '02-29', nextYear: true }] },
      },
    });
  });

  it('says what the button does after the end of work, and what counts as absence', async () => {
    start({ id: 'office' }, desk({ settings: { absenceOn: true } }));
    const page = await openEditor(RuleEditor);
    expect(page.text('rule-checkout')).toContain('例：18:00 还没签到，按钮是“签到”');
    await page.tap('rule-checkout-switch');
    expect(page.text('rule-checkout')).toContain('例：18:00 还没签到，按钮是“签退”');
    expect(page.text('absence-noInNoOut')).toContain('例：一天没有打卡：旷工 480 分钟');
    await page.tap('absence-noIn-switch');
    expect(page.text('absence-noIn')).toContain('例：没签到，18:00 走：旷工 240 分钟');
  });

  it('with many places they are found by a part of their name', async () => {
    const places = Array.from({ length: 12 }, (_, i) => ({
      id: `p${i}`,
      name: `${i} 号门`,
      latitude: 31,
      longitude: 121,
      radiusMeters: 100,
    }));
    start({ id: 'office' }, desk({ places }));
    const page = await openEditor(RuleEditor);
    expect(page.has('place-p7')).toBe(false);
    await page.type('place-query', '7');
    await page.tap('place-p7-switch');
    expect(page.text('places-now')).toContain('在 2 个所选地点');
  });
});

it('numbers among the settings have examples, and a night window can be set', async () => {
  start({}, desk());
  const page = await openEditor(SettingsEditor);
  expect(page.text('setting-opensBeforeMinutes')).toContain('例：09:00 上班，最早 01:00 打上班卡');
  await page.tap('setting-nightWindow-switch');
  await page.type('setting-maxPunchesPerDay-input', '20');
  await page.tap('item-save');
  expect(saved()).toMatchObject({
    value: { settings: { nightWindow: { from: 1320, to: 1800 }, maxPunchesPerDay: 20 } },
  });
});
