import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { PapersView } from '@contract/contract';
import { PapersDesk } from '@/features/papers/papers-desk';
import { openFile } from '@/phone/open-file';
import { fetchFile, sendFile } from '@/phone/send-file';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/open-file', () => ({ openFile: jest.fn(async () => true) }));
jest.mock('@/phone/send-file', () => ({
  fetchFile: jest.fn(async (path: string, name: string) => ({ path, name })),
  sendFile: jest.fn(async () => true),
}));

type Paper = PapersView['papers'][number];

const paper = (more: Partial<Paper> = {}): Paper => ({
  id: 'E003-1:certificate:1',
  title: '离职证明',
  number: 'ZM-2026-4F7K-9Q2M',
  version: 1,
  madeText: '2026年11月21日 09:00',
  digest: '0123456789abcdef'.repeat(4),
  sizeText: '32 KB',
  revokedText: null,
  purged: false,
  canRevoke: false,
  ...more,
});

/** What the server answers by procedure; every call is kept. */
let answers: Record<string, unknown>;
let calls: { procedure: string; input: unknown }[];

beforeEach(() => {
  resetPhone();
  jest.clearAllMocks();
  calls = [];
  answers = {
    'document.list': { papers: [paper()], canExport: false } satisfies PapersView,
    'document.open': { url: 'https://files/1', fileName: '离职证明.pdf', digest: 'a' },
    'document.revoke': { text: '已撤销离职证明' },
    'evidence.export': { url: 'https://files/2', fileName: '存证包.zip', digest: 'b', sizeText: '747 KB' },
  };
  phone.answer = async (data) => {
    calls.push(data);
    const value = answers[data.procedure];
    return { result: value === undefined ? { ok: false, fault: { id: 'F1' } } : { ok: true, value } };
  };
});
afterEach(cleanup);

const show = async (params: Record<string, string> = {}) => {
  phone.router = { path: '/leaving/papers/index', params };
  const shown = render(<PapersDesk />);
  await waitFor(() => expect(shown.container.querySelector('#papers-loading')).toBeNull());
  const tap = (id: string) =>
    act(async () => void fireEvent.click(shown.container.querySelector(`#${id}`) as Element));
  return { ...shown, tap, has: (id: string) => shown.container.querySelector(`#${id}`) !== null };
};

it('lists one’s own papers with number and the beginning of the digest', async () => {
  const { container } = await show();
  expect(calls[0]).toEqual({ procedure: 'document.list', input: { caseId: null } });
  expect(container.textContent).toContain('离职证明');
  expect(container.textContent).toContain('编号 ZM-2026-4F7K-9Q2M');
  expect(container.textContent).toContain('摘要 01234567 89abcdef …');
});

it('opens a paper in the phone’s reader', async () => {
  const { tap } = await show();
  await tap('open-ZM-2026-4F7K-9Q2M');
  expect(openFile).toHaveBeenCalledWith(
    expect.objectContaining({ url: 'https://files/1', kind: 'pdf', fileName: '离职证明.pdf' }),
  );
});

it('says so when the file did not open, and keeps the list', async () => {
  jest.mocked(openFile).mockResolvedValueOnce(false);
  const { tap, container } = await show();
  await tap('open-ZM-2026-4F7K-9Q2M');
  expect(container.querySelector('#papers-said')?.textContent).toContain('文件没有打开');
  expect(container.textContent).toContain('离职证明');
});

it('has nothing to open of a paper that was destroyed, and says which was withdrawn', async () => {
  answers['document.list'] = {
    papers: [
      paper({ purged: true }),
      paper({ id: '2', number: 'ZM-2', version: 2, revokedText: '2026年11月22日由人事撤销：岗位写错' }),
    ],
    canExport: false,
  };
  const { has, container } = await show();
  expect(has('open-ZM-2026-4F7K-9Q2M')).toBe(false);
  expect(container.textContent).toContain('已销毁');
  expect(container.textContent).toContain('离职证明（第 2 版）');
  expect(container.textContent).toContain('岗位写错');
});

it('lets HR withdraw a paper with a reason, and export the case; an employee sees neither', async () => {
  const mine = await show();
  expect(mine.has('papers-export')).toBe(false);
  expect(mine.has('revoke-ZM-2026-4F7K-9Q2M')).toBe(false);
  cleanup();

  answers['document.list'] = { papers: [paper({ canRevoke: true })], canExport: true };
  const { tap, has, container } = await show({ case: 'E003-1' });
  await tap('revoke-ZM-2026-4F7K-9Q2M');
  const words = container.querySelector('#reason-text') as Element;
  await act(async () => void fireEvent.input(words, { target: { value: '岗位写错' } }));
  await tap('reason-send');
  expect(calls).toContainEqual({
    procedure: 'document.revoke',
    input: { documentId: 'E003-1:certificate:1', reason: '岗位写错' },
  });
  expect(has('papers-send')).toBe(false);
  await tap('papers-export');
  expect(calls.at(-1)).toEqual({ procedure: 'evidence.export', input: { caseId: 'E003-1' } });
  expect(fetchFile).toHaveBeenCalledWith('https://files/2', '存证包.zip');
  await tap('papers-send');
  expect(sendFile).toHaveBeenCalledWith({ path: 'https://files/2', name: '存证包.zip' });
});

it('says what will be here while there is nothing, and what is safe when it cannot be read', async () => {
  answers['document.list'] = { papers: [], canExport: false };
  expect((await show()).container.textContent).toContain('还没有文件');
  cleanup();
  delete answers['document.list'];
  const { container } = await show();
  await waitFor(() => expect(container.querySelector('#papers-trouble')).not.toBeNull());
  expect(container.textContent).toContain('离职以后也能下载');
});
