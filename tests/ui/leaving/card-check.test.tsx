import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { CardCheck } from '@/features/leaving/card-check';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/photos', () => ({
  choosePhotos: async () => [{ path: 'wxfile://tmp/1.jpg' }],
  uploadPhoto: async (folder: string) => `cloud://${folder}/1.jpg`,
}));

let asked: unknown[];
let answer: unknown;
const byId = (id: string) => document.getElementById(id);
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));

beforeEach(() => {
  resetPhone();
  asked = [];
  phone.answer = async (data) => {
    asked.push(data);
    return { result: answer };
  };
  render(<CardCheck folder="inbox/me" />);
});
afterEach(cleanup);

it('asks for consent first, and says what it cannot do', () => {
  expect(byId('card-check')?.textContent).toContain('不能证明证件真伪');
  expect(byId('card-check')?.textContent).toContain('不做也可以离职');
  expect(byId('card-id')).toBeNull();
});

it('compares, shows what was read with the number masked, and that the picture is gone', async () => {
  answer = {
    ok: true,
    value: { result: 'same', name: '王芳', numberMasked: '310***********1234', kept: '照片已删除' },
  };
  await tap('card-consent');
  await tap('card-id');
  expect(asked).toEqual([
    {
      procedure: 'leaving.compareCard',
      input: { card: 'idCard', fileId: 'cloud://inbox/me/1.jpg', consent: true },
    },
  ]);
  expect(byId('card-said')?.textContent).toMatch(/与公司档案一致.*王芳 310\*+1234.*照片已删除/);
});

it('says that nothing was read, and that one may go on', async () => {
  answer = { ok: false, refusal: { code: 'leaving.card-unread', facts: {} } };
  await tap('card-consent');
  await tap('card-badge');
  expect(byId('card-said')?.textContent).toContain('也可以跳过');
});
