import { cleanup, waitFor } from '@testing-library/react';
import { RuleEditor } from '@/features/rules/rule-editor';
import { ShiftEditor } from '@/features/rules/shift-editor';
import { PlaceEditor } from '@/features/rules/place-editor';
import { SettingsEditor } from '@/features/rules/settings-editor';
import { phone } from '../stubs/taro';
import { openEditor } from './open-editor';
import { desk, preview, refuses, RULE, says, server, startServer } from './rules-server';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

beforeEach(() => startServer({ id: 'office' }));
afterEach(cleanup);

const show = openEditor;

it('shows each setting with a live example that follows what is typed', async () => {
  const page = await show(RuleEditor);
  expect(page.text('late-in')).toContain('例：09:20 到，18:20 可走');
  await page.type('late-in-cap-input', '10');
  expect(page.text('late-in')).toContain('例：09:10 到，18:10 可走');
  await page.type('allowed-late-input', '5');
  expect(page.text('allowed-late')).toContain('09:05 到：正常');
});

it('takes minutes or hours', async () => {
  const page = await show(RuleEditor);
  await page.tap('late-in-cap-unit-hours');
  await page.type('late-in-cap-input', '1.5');
  await page.tap('item-save');
  expect(server.inputs('rules.save')[0]?.item).toMatchObject({
    value: { lateInLateOut: { mode: 'elastic', capMinutes: 90 } },
  });
});

it('begins an edit of a rule in force today, never in its past', async () => {
  const page = await show(RuleEditor);
  await page.type('rule-name-input', '研发考勤');
  await page.tap('item-save');
  expect(server.inputs('rules.save')[0]?.item.value).toMatchObject({ effectiveFrom: '2026-11-20' });
});

it('says whom the edit would touch, before it is saved, and leads to the preview', async () => {
  const page = await show(RuleEditor);
  server.answers['rules.preview'] = says(preview({ changedPeople: 12, changedDays: 3 }));
  await page.type('late-in-cap-input', '10');
  await page.rests();
  expect(page.text('effect-bar')).toContain('影响 12 人，3 天结果变化');
  expect(server.inputs('rules.save')).toEqual([]);
  await page.tap('effect-look');
  await waitFor(() => expect(phone.routes).toEqual(['open /hr/preview/index']));
  expect(server.inputs('rules.save')).toHaveLength(1);
});

it('names a setting that cannot be, at the setting', async () => {
  const page = await show(RuleEditor);
  const problems = [{ item: 'rule:office', field: 'allowedLateMinutes', text: '不能超过 120 分钟' }];
  server.answers['rules.preview'] = refuses('rules.invalid', { problems });
  await page.type('allowed-late-input', '121');
  await page.rests();
  expect(page.text('allowed-late-problem')).toBe('不能超过 120 分钟');
  expect(page.text('effect-bar')).toContain('不能超过 120 分钟');
});

it('a rule without a name is told so before it is saved', async () => {
  const page = await show(RuleEditor);
  const issues = [{ field: 'item.value.name', reason: 'too-short', expected: 1 }];
  server.answers['rules.preview'] = refuses('input.invalid', { issues });
  await page.type('rule-name-input', '');
  await page.rests();
  expect(page.text('effect-bar')).toContain('太短，至少 1 个');
});

it('of two writers the second is told, keeps his words, and chooses', async () => {
  const page = await show(RuleEditor);
  await page.type('rule-name-input', '我的名字');
  server.answers['rules.save'] = refuses('rules.changed-meanwhile', {
    byName: '刘静',
    at: '11月20日 周五 09:30',
  });
  await page.tap('item-save');
  expect(page.text('item-clash')).toContain('刘静 在 11月20日 周五 09:30 改过这一项');
  expect((page.at('rule-name-input') as HTMLInputElement).value).toBe('我的名字');

  const items = [
    {
      kind: 'rule' as const,
      id: 'office',
      revision: 4,
      isDraft: true,
      isNew: false,
      changedText: '刘静 今天',
      mine: false,
    },
  ];
  server.answers['rules.desk'] = says(desk({ items }));
  server.answers['rules.save'] = says({ revision: 5, told: [], releasedFrom: [] });
  await page.tap('clash-mine');
  await page.tap('item-save');
  expect(server.inputs('rules.save').at(-1)).toMatchObject({
    seenRevision: 4,
    item: { value: { name: '我的名字' } },
  });
});

it('keeps what was written on the phone when the page is left', async () => {
  const page = await show(RuleEditor);
  await page.type('rule-name-input', '还没保存');
  cleanup();
  const again = await show(RuleEditor);
  expect((again.at('rule-name-input') as HTMLInputElement).value).toBe('还没保存');
  expect(again.text('item-save')).toBe('保存');
});

it('a repeated save after silence is the same command', async () => {
  const page = await show(RuleEditor);
  await page.type('rule-name-input', '新名字');
  delete server.answers['rules.save'];
  await page.tap('item-save');
  expect(page.has('item-stuck')).toBe(true);
  await page.tap('item-save');
  const [first, second] = server.inputs('rules.save');
  expect(first?.commandId).toBe(second?.commandId);
});

it('shows conflicts row by row and sends the rows that move', async () => {
  const page = await show(RuleEditor);
  await page.type('rule-name-input', '新名字');
  const rows = [
    { key: 'department:night@night', name: '夜班组', presentRuleName: '夜班考勤' },
    { key: 'person:P02@plant', name: '王芳', presentRuleName: '工厂白班考勤' },
  ];
  server.answers['rules.save'] = refuses('rules.conflicts', { rows });
  await page.tap('item-save');
  expect(page.text('conflict-1')).toContain('王芳现在：工厂白班考勤');
  server.answers['rules.save'] = says({ revision: 1, told: [], releasedFrom: ['工厂白班考勤'] });
  await page.tap('conflict-1-here');
  await page.tap('conflicts-rows');
  expect(server.inputs('rules.save').at(-1)?.conflicts).toEqual({
    answer: 'rows',
    moved: ['person:P02@plant'],
  });
  expect(page.has('conflicts')).toBe(false);
  expect(page.text('item-told')).toContain('已从 工厂白班考勤 调整过来');
});

it('only shows what another branch keeps', async () => {
  server.answers['rules.open'] = says({
    rule: RULE,
    revision: 0,
    isDraft: false,
    mayEdit: false,
    names: {},
    desk: desk({ ownBranchId: 'suzhou', mayEditCompany: false }),
  });
  const page = await show(RuleEditor);
  expect(page.has('item-read-only')).toBe(true);
  expect(page.has('effect-bar')).toBe(false);
});

it('a page that cannot load says what is safe and can be tried again', async () => {
  delete server.answers['rules.open'];
  const page = await show(RuleEditor);
  expect(page.text('item-trouble')).toContain('已写的内容留在手机上');
});

it('a shift says what it means, and a new segment follows the last', async () => {
  startServer({ id: 'day' });
  const page = await show(ShiftEditor);
  expect(page.text('shift-kind')).toContain('例：09:00 到，18:00 可走，工作 8 小时');
  await page.tap('segment-add');
  await page.tap('item-save');
  expect(server.inputs('rules.save')[0]?.item.value).toMatchObject({
    segments: [
      { in: 540, out: 1080 },
      { in: 1140, out: 1320 },
    ],
  });
});

it('a place takes the phone’s position; an empty radius is no zero', async () => {
  startServer({ id: 'headquarters' });
  const page = await show(PlaceEditor);
  await page.tap('place-here');
  await page.type('place-radius-input', '');
  expect(page.text('place-radius')).toContain('留空：在哪里都可以打卡');
  await page.tap('item-save');
  expect(server.inputs('rules.save')[0]?.item.value).toEqual({
    name: '上海总部大楼',
    latitude: 31.2304,
    longitude: 121.4737,
    radiusMeters: null,
  });
});

it('the master switches are settings like any other', async () => {
  startServer({});
  const page = await show(SettingsEditor);
  await page.tap('setting-absenceOn-switch');
  await page.tap('setting-branches-switch');
  await page.tap('item-save');
  expect(server.inputs('rules.save')[0]?.item).toMatchObject({
    kind: 'settings',
    value: { branchesKeepRules: true, settings: { absenceOn: true }, effectiveFrom: '2026-11-20' },
  });
});
