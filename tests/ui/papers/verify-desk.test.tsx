import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { PaperCheck } from '@contract/contract';
import { printedIn } from '@/features/verify/printed';
import { VerifyDesk } from '@/features/verify/verify-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const PAPER: NonNullable<PaperCheck['paper']> = {
  title: '离职证明',
  number: 'ZM-2026-4F7K-9Q2M',
  organisation: '小满工坊',
  maskedName: '王*',
  issuedText: '2026年11月21日',
  revokedText: null,
};

let answer: unknown;
let calls: { procedure: string; input: unknown }[];
beforeEach(() => {
  resetPhone();
  calls = [];
  phone.answer = async (data) => {
    calls.push(data);
    return { result: answer };
  };
});
afterEach(cleanup);

const told = (value: PaperCheck) => {
  answer = { ok: true, value };
};
const show = (params: Record<string, string> = {}) => {
  phone.router = { path: '/leaving/verify/index', params };
  return render(<VerifyDesk />);
};
const type = (container: Element, id: string, value: string) =>
  act(async () => void fireEvent.input(container.querySelector(`#${id}`) as Element, { target: { value } }));

it('asks what is typed, and says 有效 with what to compare', async () => {
  told({ state: 'valid', paper: PAPER });
  const { container } = show();
  await type(container, 'verify-number', ' zm-2026-4f7k-9q2m ');
  await type(container, 'verify-code', '0123456789abcdef');
  await act(async () => void fireEvent.click(container.querySelector('#verify-submit') as Element));
  expect(calls).toEqual([
    {
      procedure: 'document.verify',
      input: { number: 'zm-2026-4f7k-9q2m', code: '0123456789abcdef' },
    },
  ]);
  const said = container.querySelector('#verify-valid')?.textContent;
  for (const part of ['有效', '离职证明', '小满工坊', '王*', '2026年11月21日']) expect(said).toContain(part);
});

it.each([
  ['revoked', '已撤销', { ...PAPER, revokedText: '2026年11月22日' }],
  ['unknown', '查无此证', null],
] as const)('says %s in plain words', async (state, word, paper) => {
  told({ state, paper });
  const { container } = show({ number: 'ZM-2026-4F7K-9Q2M', code: '0123456789abcdef' });
  await waitFor(() => expect(container.querySelector(`#verify-${state}`)?.textContent).toContain(word));
});

it('a scanned code asks by itself, once', async () => {
  told({ state: 'valid', paper: PAPER });
  const { container } = show({ scene: encodeURIComponent('ZM20264F7K9Q2M.0123456789abcdef') });
  await waitFor(() => expect(container.querySelector('#verify-valid')).not.toBeNull());
  expect(calls).toHaveLength(1);
});

describe('the scanner', () => {
  const scan = async (text: string | null) => {
    phone.scanned = text;
    const { container } = show();
    await act(async () => void fireEvent.click(container.querySelector('#verify-scan') as Element));
    return container;
  };

  it.each([
    ['the code of a paper', 'ZM20264F7K9Q2M.0123456789abcdef'],
    [
      'the link of a paper',
      'https://kq.example.cn/#/leaving/verify/index?number=ZM-2026-4F7K-9Q2M&code=0123456789abcdef',
    ],
  ])('reads %s and asks at once', async (_, text) => {
    told({ state: 'valid', paper: PAPER });
    const container = await scan(text);
    await waitFor(() => expect(container.querySelector('#verify-valid')).not.toBeNull());
    expect(calls).toEqual([
      { procedure: 'document.verify', input: { number: 'ZM-2026-4F7K-9Q2M', code: '0123456789abcdef' } },
    ]);
  });

  it('says of any other code that it is none of a paper, and asks nothing', async () => {
    const container = await scan('https://weixin.qq.com/x');
    expect(container.querySelector('#verify-strange')?.textContent).toContain('不是周到文件上的二维码');
    expect(calls).toEqual([]);
  });

  it('says nothing to somebody who went back', async () => {
    const container = await scan(null);
    expect(container.querySelector('#verify-strange')).toBeNull();
    expect(calls).toEqual([]);
  });
});

it('says how long to wait after too many questions', async () => {
  answer = { ok: false, refusal: { code: 'verify.too-many-tries', facts: { minutesLeft: 12 } } };
  const { container } = show({ number: 'ZM-1', code: '0' });
  await waitFor(() => expect(container.querySelector('#verify-trouble')?.textContent).toContain('12 分钟'));
});

it.each([
  [{ scene: 'ZM20264F7K9Q2M.0123456789abcdef' }, { number: 'ZM-2026-4F7K-9Q2M', code: '0123456789abcdef' }],
  [{ scene: 'x' }, null],
  [{}, null],
  [{ number: 'A' }, null],
])('reads %j', (params, expected) => {
  expect(printedIn(params)).toEqual(expected);
});
