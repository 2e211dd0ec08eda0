import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import type { HandoverView } from '@contract/contract';
import { HandoverDesk } from '@/features/handover/handover-desk';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const CASE = 'E001-notice';

const blank: HandoverView = {
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
const handedIn: HandoverView = {
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

let view: HandoverView;
let asked: { procedure: string; input: Record<string, unknown> }[];
/** What the server says to everything but looking; null: no network at all. */
let answer: ((procedure: string) => unknown) | null;

const byId = (id: string) => document.getElementById(id);
const textOf = (id: string) => byId(id)?.textContent ?? '';
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const write = (id: string, text: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value: text } }));
const sent = (procedure: string) => asked.filter((one) => one.procedure === procedure);

async function open() {
  render(<HandoverDesk />);
  await waitFor(() => expect(byId('handover-head')).not.toBeNull());
}

/** The page is left for good, and opened again later. */
async function openAgain() {
  cleanup();
  await open();
}

beforeEach(() => {
  resetPhone();
  phone.router = { path: '/leaving/handover/index', params: { case: CASE } };
  view = blank;
  asked = [];
  answer = () => ({ ok: true, value: { text: '已提交，等待接收人核对', view: handedIn } });
  phone.answer = async ({ procedure, input }) => {
    asked.push({ procedure, input: input as Record<string, unknown> });
    if (answer === null) throw new Error('no network');
    return { result: procedure === 'handover.view' ? { ok: true, value: view } : answer(procedure) };
  };
});
afterEach(cleanup);

describe('the form', () => {
  it('counts what is missing on top and takes it off as it is written', async () => {
    await open();
    expect(textOf('handover-missing')).toBe('还差 2 项必填：工作内容、资产清单');
    await tap('add-work');
    await write('field-what', '华东区客户');
    await write('field-status', '进行中');
    await tap('line-done');
    expect(textOf('handover-missing')).toBe('还差 1 项必填：资产清单');
    await tap('say-none-assets');
    await write('none-sheet-text', '没有领用过');
    await tap('none-sheet-send');
    expect(byId('handover-missing')).toBeNull();
  });

  it('says what is wrong at the field once somebody tries to hand in, and asks the server for nothing', async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
    expect(byId('gap-status')).toBeNull();
    await tap('line-done');
    await tap('handover-submit');
    expect(sent('handover.submit')).toEqual([]);
    expect(textOf('gap-assets')).toBe('请至少写一条；没有的话，写明为什么');
    expect(textOf('handover-foot')).toBe('还差 2 项必填：工作内容、资产清单');
    const line = document.querySelector<HTMLElement>('.handover__line--wrong');
    expect(line?.textContent).toContain('有 1 处没填好');
    await act(async () => void fireEvent.click(line as HTMLElement));
    expect(textOf('gap-status')).toBe('这里要填');
    await write('field-status', '进行中');
    expect(byId('gap-status')).toBeNull();
  });

  it('drops a line in which nothing was written', async () => {
    await open();
    await tap('add-work');
    await tap('line-done');
    expect(textOf('item-work')).not.toContain('还没写');
    expect(textOf('add-work')).toBe('填一条');
  });

  it('removes a line that is not wanted any more', async () => {
    view = { ...handedIn, may: blank.may };
    await open();
    await tap('line-w1');
    await tap('line-remove');
    expect(byId('line-w1')).toBeNull();
    expect(textOf('handover-missing')).toBe('还差 1 项必填：工作内容');
  });

  it('hands in what is on the screen, and then shows it to read', async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
    await write('field-status', '进行中');
    await tap('line-done');
    await tap('say-none-assets');
    await write('none-sheet-text', ' 没有领用过 ');
    await tap('none-sheet-send');
    await tap('handover-submit');
    const [one] = sent('handover.submit');
    expect(one?.input.content).toMatchObject({
      work: { lines: [{ fields: { what: '华东区客户', status: '进行中' } }], none: null },
      assets: { lines: [], none: '没有领用过' },
    });
    expect(textOf('handover-said')).toContain('已提交');
    view = handedIn;
    await openAgain();
    expect(textOf('read-work')).toContain('华东区客户');
    expect(byId('handover-restored')).toBeNull();
    expect(byId('handover-submit')).toBeNull();
  });
});

describe('what was written', () => {
  const begin = async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
  };

  it('is there again after the page was left in the middle of a line, with a word', async () => {
    await begin();
    await openAgain();
    expect(textOf('item-work')).toContain('华东区客户');
    expect(textOf('handover-restored')).toContain('已恢复上次没有提交的内容');
  });

  it('is there without a network too, and can be written on', async () => {
    await begin();
    answer = null;
    await openAgain();
    expect(textOf('item-work')).toContain('华东区客户');
    await tap('add-contacts');
    await write('field-name', '李总');
    await tap('line-done');
    await openAgain();
    expect(textOf('item-contacts')).toContain('李总');
  });

  it('stays when handing in does not come through, and goes with the same id again', async () => {
    await begin();
    await write('field-status', '进行中');
    await tap('line-done');
    await tap('say-none-assets');
    await write('none-sheet-text', '没有领用过');
    await tap('none-sheet-send');
    const service = answer;
    answer = null;
    await tap('handover-submit');
    await waitFor(() => expect(textOf('handover-stuck')).toContain('已写的内容留在手机上'), {
      timeout: 5_000,
    });
    expect(textOf('item-work')).toContain('华东区客户');
    answer = service;
    await tap('handover-submit');
    await waitFor(() => expect(textOf('handover-said')).toContain('已提交'));
    expect(new Set(sent('handover.submit').map(({ input }) => input.commandId)).size).toBe(1);
  });

  it('stands beside a version that was handed in elsewhere until the person has chosen', async () => {
    await begin();
    view = { ...handedIn, may: blank.may, status: { tone: 'late', text: '已退回，等待王芳修改' } };
    await openAgain();
    await waitFor(() => expect(textOf('handover-conflict')).toContain('第 1 版'));
    await tap('drop-draft');
    await tap('forget-dialog-yes');
    expect(byId('handover-conflict')).toBeNull();
    expect(byId('line-w1')).not.toBeNull();
  });
});

describe('the recipient', () => {
  const mine: HandoverView = {
    ...handedIn,
    role: 'recipient',
    status: { tone: 'info', text: '等待李明核对' },
    may: { submit: false, comment: true, sendBack: true, accept: true, sign: false },
  };
  const changed: HandoverView = {
    ...mine,
    differences: {
      since: 1,
      list: [
        {
          item: 'work',
          title: '工作内容',
          line: 'w1',
          change: 'changed',
          fields: [{ name: 'status', title: '目前进展', before: '刚开始', after: '进行中' }],
          attachmentsChanged: false,
        },
      ],
    },
  };

  it('reads only what changed first, with what it said before, and everything on a tap', async () => {
    view = changed;
    await open();
    expect(textOf('handover-differences')).toContain('改了 1 处');
    expect(textOf('read-work')).toContain('目前进展原来：刚开始');
    expect(byId('read-assets')).toBeNull();
    await tap('show-all');
    expect(textOf('read-assets')).toContain('没有此项：没有领用过');
  });

  it('sends back only after a word at an item', async () => {
    view = mine;
    const said = {
      item: 'contacts',
      version: 1,
      byName: '李明',
      mine: true,
      whenText: '10:30',
      text: '缺少李总',
    };
    answer = () => ({ ok: true, value: { text: '已写在这一项下面', view: { ...mine, comments: [said] } } });
    await open();
    await tap('handover-send-back');
    expect(sent('handover.sendBack')).toEqual([]);
    await tap('comment-contacts');
    await write('comment-sheet-text', '缺少李总');
    await tap('comment-sheet-send');
    expect(sent('handover.comment')[0]?.input).toMatchObject({ item: 'contacts', text: '缺少李总' });
    expect(textOf('comments-contacts')).toContain('缺少李总');
    await tap('handover-send-back');
    expect(sent('handover.sendBack')[0]?.input).toMatchObject({ version: 1 });
  });

  it('loses no word that did not come through, also when the page is left meanwhile', async () => {
    view = mine;
    await open();
    answer = null;
    await tap('comment-contacts');
    await write('comment-sheet-text', '缺少李总');
    await tap('comment-sheet-send');
    await waitFor(() => expect(byId('comment-sheet-problem')).not.toBeNull(), { timeout: 5_000 });
    answer = () => ({ ok: true, value: { text: '已写在这一项下面', view: mine } });
    await openAgain();
    await tap('comment-contacts');
    expect((byId('comment-sheet-text') as HTMLTextAreaElement).value).toBe('缺少李总');
    await tap('comment-sheet-send');
    expect(byId('comment-sheet')).toBeNull();
    await tap('comment-contacts');
    expect((byId('comment-sheet-text') as HTMLTextAreaElement).value).toBe('');
  });

  it('accepts the very version that was read', async () => {
    view = mine;
    await open();
    await tap('handover-accept');
    expect(sent('handover.accept')[0]?.input).toMatchObject({ digest: 'a'.repeat(64) });
  });

  it('is told what is signed before anything else is asked', async () => {
    view = { ...mine, may: { ...mine.may, accept: false, sign: true } };
    await open();
    await tap('handover-sign');
    expect(textOf('signature-summary')).toContain('王芳交接给李明，第 1 版');
    expect(textOf('signature-summary')).toContain('工作内容：1 条');
  });
});

it('a stranger is shown nothing, not even a name', async () => {
  phone.answer = async () => ({ result: { ok: false, refusal: { code: 'case.unknown', facts: {} } } });
  render(<HandoverDesk />);
  await waitFor(() => expect(byId('handover-not-for-you')).not.toBeNull());
  expect(document.body.textContent).not.toContain('王芳');
});
