import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { OutputOf } from '@contract/contract';
import { NoticeDesk } from '@/features/leaving/notice-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

type Forecast = OutputOf<'leaving.draft'>;

const NOTICE: Forecast = {
  flowTitle: '通知离职',
  route: 'notice',
  lastDay: '2026-11-21' as never,
  lastDayText: '2026年11月21日',
  earliest: '2026-11-21' as never,
  earliestText: '2026年11月21日',
  label: null,
  sentences: [{ text: '这是通知，不是申请。', article: '《劳动合同法》第三十七条' }],
  text: ['致：江南周到科技有限公司', '本人王芳……最后工作日为2026年11月21日。'],
  recipients: ['陈思远', '刘静'],
  digest: 'a'.repeat(64),
  signature: { document: 'notice', title: '解除劳动合同通知书' },
  uploadFolder: 'inbox/openid',
  comparesCards: false,
};
const AGREEMENT: Forecast = {
  ...NOTICE,
  flowTitle: '协商离职',
  route: 'agreement',
  lastDay: '2026-11-01' as never,
  lastDayText: '2026年11月1日',
  label: '比通知期早 20 天，需要协商一致',
  digest: 'b'.repeat(64),
  signature: null,
};

let asked: { procedure: string; input: unknown }[];
let answers: Record<string, (input: never) => unknown>;

const byId = (id: string) => document.getElementById(id);
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const ok = (value: unknown) => ({ ok: true, value });
const inputsOf = (procedure: string) =>
  asked.filter((one) => one.procedure === procedure).map(({ input }) => input as Record<string, unknown>);

async function open(path: string) {
  phone.router = { path: '/leaving/notice/index', params: { path } };
  render(<NoticeDesk />);
  await waitFor(() => expect(byId('notice-explained')).not.toBeNull());
}

beforeEach(() => {
  resetPhone();
  asked = [];
  answers = {
    'leaving.draft': ({ wished }: { wished: string | null }) =>
      ok(wished === '2026-11-01' ? AGREEMENT : NOTICE),
    'leaving.give': () => ok({ text: '通知已送达', caseId: 'E003-1' }),
  };
  phone.answer = async (data) => {
    asked.push(data);
    return { result: answers[data.procedure]?.(data.input as never) };
  };
});
afterEach(cleanup);

describe('the form of a notice', () => {
  it('says what comes of it, who receives it and on which article it rests, before anything is sent', async () => {
    await open('notice');
    expect(byId('notice-day')?.textContent).toContain('2026年11月21日');
    expect(document.body.textContent).toContain('《劳动合同法》第三十七条');
    expect(document.body.textContent).toContain('由 陈思远、刘静 接收');
    expect(byId('notice-send')?.textContent).toBe('签署并送达');
    expect(inputsOf('leaving.give')).toEqual([]);
  });

  it('a shorter day is labelled at once and becomes a question to the company, without a signature', async () => {
    await open('notice');
    const picker = document.querySelector('[data-picker]') as HTMLElement;
    await act(async () => void fireEvent.change(picker, { target: { value: '2026-11-01' } }));
    await waitFor(() => expect(byId('notice-label')?.textContent).toContain('比通知期早 20 天'));
    expect(byId('notice-send')?.textContent).toBe('提交给公司');
    await tap('notice-send');
    await waitFor(() => expect(phone.routes).toEqual(['instead /leaving/journey/index']));
    expect(inputsOf('leaving.give')).toEqual([
      expect.objectContaining({ wished: '2026-11-01', digest: AGREEMENT.digest, signature: null }),
    ]);
  });

  it('shows the very text for signing, with the reason as it is written now', async () => {
    await open('notice');
    await act(
      async () =>
        void fireEvent.change(byId('notice-reason') as HTMLElement, { target: { value: ' 想换个方向 ' } }),
    );
    await tap('notice-send');
    await waitFor(() => expect(byId('signature-summary')).not.toBeNull());
    expect(byId('signature-summary')?.textContent).toContain('最后工作日为2026年11月21日');
    expect(inputsOf('leaving.draft').at(-1)).toMatchObject({ reason: '想换个方向' });
    expect(inputsOf('leaving.give')).toEqual([]);
  });

  it('keeps what was written when the page is opened again, under the same id', async () => {
    await open('notice');
    await act(
      async () =>
        void fireEvent.change(byId('notice-reason') as HTMLElement, { target: { value: '家里有事' } }),
    );
    const kept = [...phone.storage.keys()].find((key) => key.startsWith('leaving-draft-notice'));
    const { commandId } = JSON.parse(phone.storage.get(kept ?? '') ?? '{}') as { commandId: string };
    cleanup();
    await open('notice');
    expect((byId('notice-reason') as HTMLTextAreaElement).value).toBe('家里有事');
    const again = JSON.parse(phone.storage.get(kept ?? '') ?? '{}') as { commandId: string };
    expect(again.commandId).toBe(commandId);
  });

  it('what changed meanwhile is shown anew, and nothing is lost', async () => {
    answers['leaving.give'] = () => ({
      ok: false,
      refusal: { code: 'leaving.changed', facts: { lastDay: '2026年11月2日' } },
    });
    phone.storage.clear();
    await open('notice');
    const picker = document.querySelector('[data-picker]') as HTMLElement;
    await act(async () => void fireEvent.change(picker, { target: { value: '2026-11-01' } }));
    await waitFor(() => expect(byId('notice-label')).not.toBeNull());
    const before = inputsOf('leaving.draft').length;
    await tap('notice-send');
    await waitFor(() => expect(byId('notice-stuck')?.textContent).toContain('请看过新的内容再签'));
    expect(inputsOf('leaving.draft').length).toBeGreaterThan(before + 1);
    expect(phone.routes).toEqual([]);
  });

  it('a day that cannot be is explained beside the day, and nothing can be sent', async () => {
    await open('notice');
    answers['leaving.draft'] = () => ({
      ok: false,
      refusal: { code: 'leaving.date-past', facts: { wished: '10月21日 周三', today: '10月22日 周四' } },
    });
    const picker = document.querySelector('[data-picker]') as HTMLElement;
    await act(async () => void fireEvent.change(picker, { target: { value: '2026-10-21' } }));
    await waitFor(() => expect(byId('notice-day-refused')?.textContent).toContain('不能早于今天'));
    await tap('notice-send');
    expect(inputsOf('leaving.give')).toEqual([]);
  });

  it('whoever is leaving already is led to the journey', async () => {
    answers['leaving.give'] = () => ({
      ok: false,
      refusal: { code: 'leaving.already-open', facts: { caseId: 'E003-0' } },
    });
    await open('agreement');
    const picker = document.querySelector('[data-picker]') as HTMLElement;
    await act(async () => void fireEvent.change(picker, { target: { value: '2026-11-01' } }));
    await waitFor(() => expect(byId('notice-label')).not.toBeNull());
    await tap('notice-send');
    await waitFor(() => expect(byId('notice-stuck')?.textContent).toContain('已经在办理中'));
    expect(byId('notice-stuck')?.textContent).toContain('看进度');
  });
});
