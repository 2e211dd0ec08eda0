import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { InputOf, SettlementView } from '@contract/contract';
import { SettlementAnswerDesk } from '@/features/departments/settlement-answer-desk';
import { SettlementDesk } from '@/features/departments/settlement-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const before: SettlementView = {
  caseId: 'case-1',
  employeeName: '王芳',
  contractEnd: '2026-04-10',
  handedOverOn: null,
  versions: [],
  propose: { taskId: 'settlement#1.0.0', round: 1 },
  answer: null,
  wagesText: '合同终止当日一次付清，不等交接，也不等确认',
};

const proposed: SettlementView = {
  ...before,
  propose: null,
  answer: { taskId: 'settlementAnswer#1.0.0', round: 1 },
  versions: [
    {
      number: 1,
      digest: 'd'.repeat(64),
      lines: [
        { kind: 'wage', note: '4月1日至10日', fen: 800_000 },
        { kind: 'compensation', note: '1 个月', fen: 1_000_000 },
        { kind: 'incomeTax', note: '按月', fen: 12_345 },
      ],
      proposedByName: '何财',
      proposedText: '4月8日 周三 10:00',
      answer: null,
    },
  ],
};

const asked: { procedure: string; input: unknown }[] = [];
const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const type = (id: string, value: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value } }));
const sent = <Key extends 'settlement.propose' | 'settlement.answer'>(key: Key): InputOf<Key>[] =>
  asked.filter(({ procedure }) => procedure === key).map(({ input }) => input as InputOf<Key>);

const answering = (view: SettlementView, next: unknown = { result: { ok: true, value: proposed } }) => {
  phone.answer = async (data) => {
    asked.push(data);
    return data.procedure === 'settlement.view'
      ? { result: { ok: true, value: view } }
      : (next as { result: unknown });
  };
};

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  phone.router = { path: '/leaving/settlement/index', params: { case: 'case-1' } };
});
afterEach(cleanup);

const openForm = async () => {
  render(<SettlementDesk />);
  await waitFor(() => expect(byId('yuan-0')).not.toBeNull());
};

describe('finance’s form', () => {
  it('takes yuan and sends whole 分', async () => {
    answering(before);
    await openForm();
    await type('yuan-0', '8,000.5');
    await type('note-0', '4月1日至10日，8 个工作日');
    await tap('add-line');
    await tap('kind-socialInsurance');
    await type('yuan-1', '1050');
    await type('note-1', '4 月个人部分');
    await tap('settlement-send');
    const [input] = sent('settlement.propose');
    expect(input).toMatchObject({
      caseId: 'case-1',
      taskId: 'settlement#1.0.0',
      round: 1,
      lines: [
        { kind: 'wage', note: '4月1日至10日，8 个工作日', fen: 800_050 },
        { kind: 'socialInsurance', note: '4 月个人部分', fen: 105_000 },
      ],
    });
    await waitFor(() => expect(textOf('settlement-said')).toContain('已提交'));
  });

  it('adds up while it is typed, and says when it is paid and by which article', async () => {
    answering(before);
    await openForm();
    await type('yuan-0', '1.15');
    expect(textOf('settlement-sums')).toContain('实付1.15 元');
    await tap('add-line');
    await tap('kind-incomeTax');
    await type('yuan-1', '0.16');
    const sums = textOf('settlement-sums');
    expect(sums).toContain('代扣-0.16 元');
    expect(sums).toContain('实付0.99 元');
    expect(sums).toContain('4月10日 周五 付 0.99 元');
    expect(sums).toContain('《工资支付暂行规定》第九条');
  });

  it('names every line that is not right, and sends nothing', async () => {
    answering(before);
    await openForm();
    await type('yuan-0', '12.345');
    await tap('add-line');
    await tap('kind-overtime');
    await type('yuan-1', '-5');
    await type('note-1', '加班');
    await tap('settlement-send');
    const faults = textOf('settlement-faults');
    expect(faults).toContain('还差 3 处');
    expect(faults).toContain('第 1 行（工资）：金额最多两位小数');
    expect(faults).toContain('第 1 行（工资）：请写一句是怎么算的');
    expect(faults).toContain('第 2 行（加班工资）：金额不用写负号');
    expect(sent('settlement.propose')).toEqual([]);
  });

  it('without a line says so', async () => {
    answering(before);
    await openForm();
    await tap('drop-line-0');
    await tap('settlement-send');
    expect(textOf('settlement-faults')).toContain('请至少加一行');
  });

  it('offers no damages and no deposit', async () => {
    answering(before);
    await openForm();
    await tap('add-line');
    const sheet = textOf('kind-sheet');
    expect(sheet).toContain('代扣个人所得税');
    expect(byId('kind-damages')).toBeNull();
    expect([...(byId('kind-sheet')?.querySelectorAll('[id^="kind-"]') ?? [])]).toHaveLength(11);
  });

  it('keeps what was typed when the page is left', async () => {
    answering(before);
    await openForm();
    await type('yuan-0', '8000');
    cleanup();
    await openForm();
    expect((byId('yuan-0') as HTMLInputElement).value).toBe('8000');
  });

  it('says in words what the server refuses', async () => {
    const refusal = { code: 'settlement.deductions-exceed-wages', facts: { wagesFen: -200 } };
    answering(before, { result: { ok: false, refusal } });
    await openForm();
    await type('yuan-0', '1');
    await type('note-0', '工资');
    await tap('settlement-send');
    await waitFor(() => expect(textOf('settlement-said')).toContain('扣款比工资多 2.00 元'));
  });
});

describe('the employee’s page', () => {
  const open = async () => {
    render(<SettlementAnswerDesk />);
    await waitFor(() => expect(byId('version-1')).not.toBeNull());
  };

  it('shows every line with how it was computed, and what waits for the handover', async () => {
    answering(proposed);
    await open();
    const shown = document.body.textContent ?? '';
    expect(textOf('version-1')).toContain('代扣个人所得税-123.45 元');
    expect(textOf('version-1')).toContain('4月1日至10日');
    expect(shown).toContain('4月10日 周五 付 7,876.55 元');
    expect(shown).toContain('交接办结时 付 10,000.00 元');
    expect(shown).toContain('不等你确认，也不等交接');
  });

  it('confirms exactly what was seen', async () => {
    answering(proposed);
    await open();
    await tap('settlement-confirm');
    expect(sent('settlement.answer')).toMatchObject([
      { seen: 'd'.repeat(64), answer: 'confirm', reason: '' },
    ]);
  });

  it('objects only with a reason', async () => {
    answering(proposed);
    await open();
    await tap('settlement-object');
    await tap('reason-send');
    expect(sent('settlement.answer')).toEqual([]);
    await type('reason-text', '少算了加班');
    await tap('reason-send');
    expect(sent('settlement.answer')).toMatchObject([{ answer: 'object', reason: '少算了加班' }]);
  });

  it('of somebody else gives nothing away', async () => {
    phone.answer = async () => ({ result: { ok: false, refusal: { code: 'case.unknown', facts: {} } } });
    render(<SettlementAnswerDesk />);
    await waitFor(() => expect(byId('settlement-answer-not-for-you')).not.toBeNull());
    expect(document.body.textContent).not.toContain('王芳');
  });
});
