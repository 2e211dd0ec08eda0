import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { HandoverView } from '@contract/contract';
import { HandoverDesk } from '@/features/handover/handover-desk';
import { phone, resetPhone } from '../stubs/taro';

const CASE = 'E001-notice';

export const blank: HandoverView = {
  caseId: CASE,
  role: 'employee',
  employeeName: '王芳',
  recipientName: '李明',
  status: { tone: 'info', text: '等待王芳填写' },
  dueText: '4月10日 周五 18:00 前',
  overdue: false,
  items: [
    { key: 'work', kind: 'work', title: '工作内容', required: true },
    { key: 'assets', kind: 'asset', title: '资产清单', required: true },
    { key: 'contacts', kind: 'contact', title: '联系人', required: false },
  ],
  shown: null,
  missingText: '还差 2 项必填：工作内容、资产清单',
  differences: null,
  versions: [],
  comments: [],
  files: [],
  may: { submit: true, comment: false, sendBack: false, accept: false, sign: false },
  uploadFolder: 'inbox/o-1',
};

const WORK = {
  lines: [{ id: 'w1', fields: { what: '华东区客户', status: '进行中' }, attachments: [] }],
  none: null,
};
const NO_ASSETS = { lines: [], none: '没有领用过' };

/** Handed in once, with a word of the recipient's. */
export const handedIn: HandoverView = {
  ...blank,
  shown: { number: 1, isCurrent: true, digest: 'a'.repeat(64), content: { work: WORK, assets: NO_ASSETS } },
  missingText: null,
  may: { ...blank.may, submit: false, comment: true },
  versions: [
    {
      number: 1,
      submittedText: '4月1日 周三 10:00',
      recipientName: '李明',
      sentBackText: null,
      signatures: [],
    },
  ],
};

/** What the server says; a test turns it. */
export const stage = {
  view: blank,
  asked: [] as { procedure: string; input: Record<string, unknown> }[],
  /** To everything but looking; null: no network at all. */
  answer: null as ((procedure: string) => unknown) | null,
};

/** A phone out of its box, and a list that nobody has written on. */
export function begin(): void {
  resetPhone();
  phone.router = { path: '/leaving/handover/index', params: { case: CASE } };
  stage.view = blank;
  stage.asked = [];
  stage.answer = () => ({ ok: true, value: { text: '已提交，等待接收人核对', view: handedIn } });
  phone.answer = async ({ procedure, input }) => {
    stage.asked.push({ procedure, input: input as Record<string, unknown> });
    if (stage.answer === null) throw new Error('no network');
    return {
      result: procedure === 'handover.view' ? { ok: true, value: stage.view } : stage.answer(procedure),
    };
  };
}

export const byId = (id: string) => document.getElementById(id);
export const textOf = (id: string) => byId(id)?.textContent ?? '';
export const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
export const write = (id: string, text: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value: text } }));
export const sent = (procedure: string) => stage.asked.filter((one) => one.procedure === procedure);

export async function open(): Promise<void> {
  render(<HandoverDesk />);
  await waitFor(() => expect(byId('handover-head')).not.toBeNull());
}

/** The page is left for good, and opened again later. */
export async function openAgain(): Promise<void> {
  cleanup();
  await open();
}
