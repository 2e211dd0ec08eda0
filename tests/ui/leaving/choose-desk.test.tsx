import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { OutputOf } from '@contract/contract';
import { ChooseDesk } from '@/features/leaving/choose-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

type Options = OutputOf<'leaving.options'>;

const option = (more: Partial<Options['options'][number]>): Options['options'][number] => ({
  path: 'notice',
  title: '通知离职',
  meaning: { text: '送达即生效，不需要批准。', article: '《劳动合同法》第三十七条' },
  offered: true,
  whyNot: null,
  earliestText: '2026年11月21日',
  ...more,
});

const view: Options = {
  openCaseId: null,
  arrivesText: '2026年10月22日',
  options: [
    option({}),
    option({
      path: 'probation',
      title: '试用期离职',
      offered: false,
      whyNot: '你的试用期已经结束',
      earliestText: null,
    }),
    option({ path: 'agreement', title: '协商离职', earliestText: null }),
  ],
  atFault: { text: '法律不要求提前通知。', article: '《劳动合同法》第三十八条' },
  hasFile: true,
};

let options: Options;
let answer: () => unknown;

const byId = (id: string) => document.getElementById(id);
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));

beforeEach(() => {
  resetPhone();
  options = view;
  answer = () => ({ ok: true, value: options });
  phone.answer = async () => ({ result: answer() });
});
afterEach(cleanup);

const open = async () => {
  render(<ChooseDesk />);
  await waitFor(() => expect(byId('option-notice')).not.toBeNull());
};

describe('choosing how to leave', () => {
  it('says of each way what it means, from when, on which article, and why one is not for now', async () => {
    await open();
    expect(byId('option-notice')?.textContent).toContain('最早的最后工作日：2026年11月21日');
    expect(byId('option-notice')?.textContent).toContain('《劳动合同法》第三十七条');
    expect(byId('option-probation')?.textContent).toContain('你的试用期已经结束');
    expect(byId('choose-probation')).toBeNull();
    expect(byId('choose-at-fault')?.textContent).toContain('《劳动合同法》第三十八条');
  });

  it('leads to the form of the way that was chosen', async () => {
    await open();
    await tap('choose-agreement');
    expect(phone.routes).toEqual(['open /leaving/notice/index?path=agreement']);
  });

  it('whoever is leaving already is led to the journey, and can begin no second one', async () => {
    options = { ...view, openCaseId: 'E003-1' };
    await open();
    await tap('choose-notice');
    await tap('choose-journey');
    expect(phone.routes).toEqual(['open /leaving/journey/index']);
  });

  it('says that the usual terms were taken where HR has no file', async () => {
    options = { ...view, hasFile: false };
    await open();
    expect(document.body.textContent).toContain('以合同为准');
  });

  it('a fault says that nothing was sent, and offers to ask again', async () => {
    answer = () => ({ ok: false, fault: { id: 'f-1' } });
    render(<ChooseDesk />);
    await waitFor(() => expect(byId('choose-trouble')?.textContent).toContain('什么都还没有提交'));
    answer = () => ({ ok: true, value: options });
    await tap('choose-trouble-again');
    await waitFor(() => expect(byId('option-notice')).not.toBeNull());
  });
});
