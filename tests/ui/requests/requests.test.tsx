import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { RequestDraft, RequestHome } from '@contract/contract';
import { AskDesk } from '@/features/requests/ask-desk';
import { RequestsHome } from '@/features/requests/requests-home';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const home: RequestHome = {
  today: '2026-03-09',
  approverName: '陈思远',
  leaves: [
    {
      id: 'annual',
      name: '年假',
      paid: true,
      hours: false,
      halves: true,
      balance: { freeText: '4 天', detailText: '共 5 天，审批中 1 天' },
    },
    { id: 'personal', name: '事假', paid: false, hours: true, halves: false, balance: null },
  ],
  requests: [
    {
      caseId: 'one',
      kind: 'leave',
      title: '年假 1 天',
      whenText: '3月12日 周四',
      status: { tone: 'ok', text: '已通过' },
      canRevoke: true,
    },
  ],
};

const draft: RequestDraft = {
  durationText: '请假 1.5 天',
  daysText: '3月13日 周五 下午，3月16日 周一 全天',
  balanceText: '年假还剩 4 天，申请后剩 2.5 天',
  hints: ['带薪', '其中 2 天休息，不计入'],
  refusal: null,
};

let drafted: RequestDraft;
let sent: { procedure: string; input: Record<string, unknown> }[];
let answers: (procedure: string) => unknown;

const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const asked = (procedure: string) => sent.filter((one) => one.procedure === procedure);

beforeEach(() => {
  resetPhone();
  drafted = draft;
  sent = [];
  answers = (procedure) => {
    if (procedure === 'request.home') return { ok: true, value: home };
    if (procedure === 'request.draft') return { ok: true, value: drafted };
    return { ok: true, value: { text: '已提交，等待审批', view: { caseId: 'new' } } };
  };
  phone.answer = async ({ procedure, input }) => {
    sent.push({ procedure, input: input as Record<string, unknown> });
    return { result: answers(procedure) };
  };
});
afterEach(cleanup);

describe('what can be asked for', () => {
  const open = async () => {
    render(<RequestsHome />);
    await waitFor(() => expect(byId('ask-annual')).not.toBeNull());
  };

  it('says what is left and where it went, and what became of each request, by one call', async () => {
    await open();
    expect(textOf('ask-annual')).toBe('年假共 5 天，审批中 1 天还剩 4 天');
    expect(textOf('ask-personal')).toBe('事假');
    expect(textOf('request-one')).toContain('年假 1 天3月12日 周四');
    expect(asked('request.home').length).toBe(sent.length);
  });

  it('leads to the form with the day it was opened for', async () => {
    phone.router = { path: '/requests/home/index', params: { date: '2026-03-11' } };
    await open();
    await tap('ask-trip');
    expect(phone.routes.at(-1)).toContain('/requests/ask/index?kind=trip&type=&date=2026-03-11');
  });

  it('takes a granted one back with a word why', async () => {
    await open();
    await tap('revoke-one');
    await tap('reason-send');
    expect(asked('request.revoke')).toEqual([]);
    fireEvent.change(byId('reason-text') as HTMLElement, { target: { value: '行程取消了' } });
    fireEvent.input(byId('reason-text') as HTMLElement, { target: { value: '行程取消了' } });
    await tap('reason-send');
    expect(asked('request.revoke')[0]?.input).toMatchObject({ caseId: 'one', reason: '行程取消了' });
  });
});

describe('the form', () => {
  const open = async (params: Record<string, string> = { kind: 'leave', type: 'annual' }) => {
    phone.router = { path: '/requests/ask/index', params };
    render(<AskDesk />);
    await waitFor(() => expect(textOf('ask-measure')).not.toBe(''));
  };
  const write = (words: string) =>
    act(async () => void fireEvent.input(byId('ask-reason') as HTMLElement, { target: { value: words } }));

  it('shows length, days, balance and what else to know before the tap', async () => {
    await open();
    expect(textOf('ask-measure')).toBe(
      [draft.durationText, draft.daysText, draft.balanceText, draft.hints.join(' · ')].join(''),
    );
    expect(textOf('ask-send')).toBe('提交：请假 1.5 天');
    expect(asked('request.draft')[0]?.input).toEqual({
      kind: 'leave',
      typeId: 'annual',
      span: { mode: 'days', from: '2026-03-09', to: '2026-03-09', fromAfternoon: false, untilNoon: false },
    });
  });

  it('is measured again when a half changes, and sends just what was measured', async () => {
    await open();
    await tap('ask-from-half-pm');
    await waitFor(() => expect(asked('request.draft')).toHaveLength(2));
    await waitFor(() => expect(textOf('ask-send')).toContain('1.5 天'));
    await write('家里有事');
    await tap('ask-send');
    expect(asked('request.apply')[0]?.input).toMatchObject({
      span: { fromAfternoon: true },
      reason: '家里有事',
      place: '',
    });
    expect(phone.routes.at(-1)).toContain('case=new');
  });

  it('sends nothing that would be refused, and says why', async () => {
    drafted = {
      ...draft,
      refusal: {
        code: 'leave.balance-short',
        facts: { name: '年假', freeText: '0.5 天', askedText: '1.5 天' },
      },
    };
    await open();
    expect(textOf('ask-refused')).toContain('年假还剩 0.5 天，这次需要 1.5 天，不够');
    await write('家里有事');
    await tap('ask-send');
    expect(asked('request.apply')).toEqual([]);
  });

  it('is one request however often a weak network makes it be sent', async () => {
    await open();
    await write('家里有事');
    const good = answers;
    answers = (procedure) =>
      procedure === 'request.apply' ? { ok: false, fault: { id: 'F1' } } : good(procedure);
    await tap('ask-send');
    await waitFor(() => expect(textOf('ask-stuck')).toContain('已写的内容留在手机上'));
    answers = good;
    cleanup();
    await open();
    await tap('ask-send');
    const ids = asked('request.apply').map(({ input }) => input.commandId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('asks hours of an outing and a place of a trip', async () => {
    await open({ kind: 'outing' });
    expect(byId('ask-from-time')).not.toBeNull();
    cleanup();
    await open({ kind: 'trip' });
    await write('拜访客户');
    await tap('ask-send');
    expect(asked('request.apply')).toEqual([]);
    await act(
      async () => void fireEvent.input(byId('ask-place') as HTMLElement, { target: { value: '杭州' } }),
    );
    await tap('ask-send');
    expect(asked('request.apply')[0]?.input).toMatchObject({ kind: 'trip', place: '杭州' });
  });
});
