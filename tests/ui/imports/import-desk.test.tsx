import type { OutputOf } from '@contract/contract';
import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { ImportDesk } from '@/features/imports/import-desk';
import { chooseFiles, uploadFile } from '@/phone/files';
import { openFile } from '@/phone/open-file';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/files', () => ({ chooseFiles: jest.fn(), uploadFile: jest.fn() }));
jest.mock('@/phone/open-file', () => ({ openFile: jest.fn(async () => true) }));

type View = OutputOf<'imports.progress'>;

const batch = (more: Partial<View> = {}): View => ({
  batchId: 'E001:one',
  kind: 'people',
  fileName: '三月入职.xlsx',
  byText: '刘静 3月9日 周一 09:30',
  state: 'checked',
  counts: { added: 12, changed: 3, same: 40, wrong: 2 },
  unreadSheets: [],
  done: 0,
  total: 15,
  written: { added: 0, changed: 0 },
  leftOut: [],
  leftOutCount: 0,
  kept: [],
  keptCount: 0,
  undone: 0,
  mayUndo: false,
  ...more,
});

const says = (value: unknown) => ({ ok: true, value });
let answers: Record<string, unknown>;
let calls: { procedure: string; input: Record<string, unknown> }[];

beforeEach(() => {
  resetPhone();
  calls = [];
  answers = {
    'imports.list': says({ uploadFolder: 'inbox/me', batches: [] }),
    'imports.check': says(batch()),
    'imports.lines': says({
      lines: [{ row: 5, title: '郑新（N2）', details: ['手机：不是 11 位手机号'] }],
      next: null,
    }),
  };
  phone.answer = async ({ procedure, input }) => {
    calls.push({ procedure, input: input as Record<string, unknown> });
    return { result: answers[procedure] ?? null };
  };
  jest.mocked(chooseFiles).mockResolvedValue([{ path: 'tmp', name: '三月入职.xlsx' }]);
  jest.mocked(uploadFile).mockResolvedValue('cloud://file');
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function open(params: Record<string, string> = {}) {
  phone.router = { path: '/hr/imports/index', params };
  const { container } = render(<ImportDesk />);
  await waitFor(() => expect(container.querySelector('#imports-loading')).toBeNull());
  const find = (id: string) => container.querySelector(`#${id}`);
  return {
    has: (id: string) => find(id) !== null,
    text: (id: string) => find(id)?.textContent ?? '',
    tap: (id: string) => act(async () => void fireEvent.click(find(id) as Element)),
  };
}

const inputs = (procedure: string) =>
  calls.filter((one) => one.procedure === procedure).map(({ input }) => input);

describe('a file', () => {
  it('is checked before anything is written, what is wrong first', async () => {
    const page = await open();
    await page.tap('imports-choose');
    expect(jest.mocked(chooseFiles)).toHaveBeenCalledWith(1, ['xlsx', 'csv']);
    expect(inputs('imports.check')).toMatchObject([
      { kind: 'people', fileId: 'cloud://file', name: '三月入职.xlsx' },
    ]);
    expect(page.text('imports-lines')).toBe('第 5 行 · 郑新（N2）手机：不是 11 位手机号');
    expect(page.text('imports-apply')).toBe('导入 15 人');
    await page.tap('imports-changed');
    expect(inputs('imports.lines').at(-1)).toEqual({ batchId: 'E001:one', show: 'changed', after: null });
    expect(inputs('imports.apply')).toEqual([]);
  });

  it('that must pass whole is not written while a row is wrong', async () => {
    const page = await open();
    await page.tap('imports-choose');
    await page.tap('imports-whole');
    await page.tap('imports-apply');
    expect(inputs('imports.apply')).toEqual([]);
    expect(page.text('imports-batch')).toContain('还有 2 行有问题，改好再上传，一行都不会先导入');
    await page.tap('imports-whole');
    answers['imports.apply'] = says(batch({ state: 'written', written: { added: 12, changed: 3 } }));
    await page.tap('imports-apply');
    expect(inputs('imports.apply')).toEqual([{ batchId: 'E001:one', wholeOnly: false }]);
    expect(page.text('imports-written')).toContain('已导入：新增 12 人，更改 3 人');
  });

  it('that is no table is told why, and another can be chosen', async () => {
    const merged = { why: 'merged', cells: ['A2:B3'] };
    answers['imports.check'] = { ok: false, refusal: { code: 'table.unreadable', facts: merged } };
    const page = await open();
    await page.tap('imports-choose');
    expect(page.text('imports-stuck')).toContain('表里有合并的单元格：A2:B3。请取消合并再上传');
    jest.mocked(uploadFile).mockResolvedValue(null);
    await page.tap('imports-choose');
    expect(page.text('imports-stuck')).toContain('“三月入职.xlsx”没有传上去');
  });

  it('shows its progress while it is written', async () => {
    jest.useFakeTimers();
    answers['imports.apply'] = says(batch({ state: 'writing', done: 5 }));
    const page = await open();
    await page.tap('imports-choose');
    await page.tap('imports-apply');
    expect(page.text('imports-running')).toContain('正在导入 5 / 15');
    answers['imports.progress'] = says(batch({ state: 'writing', done: 10 }));
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(page.text('imports-running')).toContain('正在导入 10 / 15');
    answers['imports.progress'] = says(batch({ state: 'written', written: { added: 12, changed: 3 } }));
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(page.has('imports-written')).toBe(true);
  });
});

it('an import is taken back after a question, and who stays is named', async () => {
  const written = batch({ state: 'written', written: { added: 12, changed: 3 }, mayUndo: true });
  answers['imports.check'] = says(written);
  const kept = [{ row: 3, name: '丁二（N3）', why: '已经绑定微信' }];
  answers['imports.undo'] = says(batch({ state: 'undone', undone: 14, kept, keptCount: 1 }));
  const page = await open();
  await page.tap('imports-choose');
  await page.tap('imports-undo');
  expect(inputs('imports.undo')).toEqual([]);
  await page.tap('imports-undo-sure-yes');
  expect(page.text('imports-undone')).toContain('已撤销 14 人，1 人保留');
  expect(page.text('imports-kept')).toContain('第 3 行 丁二（N3）已经绑定微信');
});

it('a workbook is begun by a tap, tells how far it is, and opens with another', async () => {
  jest.useFakeTimers();
  const view = { state: 'running', done: 500, total: 1200, fileName: '', url: null };
  answers['exports.start'] = says(view);
  answers['exports.progress'] = says({
    ...view,
    state: 'done',
    done: 1200,
    fileName: '员工名单.xlsx',
    url: 'https://x',
  });
  const page = await open();
  await page.tap('people-export-tap');
  expect(page.text('people-export-said')).toBe('已写 500 / 1200');
  await act(() => jest.advanceTimersByTimeAsync(1000));
  expect(page.text('people-export-said')).toBe('员工名单.xlsx，保留一天');
  await page.tap('people-export-tap');
  expect(jest.mocked(openFile)).toHaveBeenCalledWith({ url: 'https://x', kind: 'xlsx' });
});

it('places become drafts: the way on is to publish them', async () => {
  answers['imports.check'] = says(
    batch({ kind: 'places', state: 'written', written: { added: 2, changed: 0 } }),
  );
  const page = await open({ kind: 'places' });
  await page.tap('imports-choose');
  expect(page.text('imports-written')).toContain('已导入：新增 2 个地点');
  await page.tap('imports-publish');
  expect(phone.routes).toEqual(['open /hr/preview/index']);
});
