import { cleanup, render, waitFor } from '@testing-library/react';
import type { HandoverView } from '@contract/contract';
import { HandoverDesk } from '@/features/handover/handover-desk';
import { phone } from '../stubs/taro';
import { begin, handedIn, byId, open, openAgain, sent, stage, tap, textOf, write } from './open-handover';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

beforeEach(begin);
afterEach(cleanup);

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
    stage.view = changed;
    await open();
    expect(textOf('handover-differences')).toContain('改了 1 处');
    expect(textOf('read-work')).toContain('目前进展原来：刚开始');
    expect(byId('read-assets')).toBeNull();
    await tap('show-all');
    expect(textOf('read-assets')).toContain('没有此项：没有领用过');
  });

  it('sends back only after a word at an item', async () => {
    stage.view = mine;
    const said = {
      item: 'contacts',
      version: 1,
      byName: '李明',
      mine: true,
      whenText: '10:30',
      text: '缺少李总',
    };
    stage.answer = () => ({
      ok: true,
      value: { text: '已写在这一项下面', view: { ...mine, comments: [said] } },
    });
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
    stage.view = mine;
    await open();
    stage.answer = null;
    await tap('comment-contacts');
    await write('comment-sheet-text', '缺少李总');
    await tap('comment-sheet-send');
    await waitFor(() => expect(byId('comment-sheet-problem')).not.toBeNull(), { timeout: 5_000 });
    stage.answer = () => ({ ok: true, value: { text: '已写在这一项下面', view: mine } });
    await openAgain();
    await tap('comment-contacts');
    expect((byId('comment-sheet-text') as HTMLTextAreaElement).value).toBe('缺少李总');
    await tap('comment-sheet-send');
    expect(byId('comment-sheet')).toBeNull();
    await tap('comment-contacts');
    expect((byId('comment-sheet-text') as HTMLTextAreaElement).value).toBe('');
  });

  it('accepts the very version that was read', async () => {
    stage.view = mine;
    await open();
    await tap('handover-accept');
    expect(sent('handover.accept')[0]?.input).toMatchObject({ digest: 'a'.repeat(64) });
  });

  it('is told what is signed before anything else is asked', async () => {
    stage.view = { ...mine, may: { ...mine.may, accept: false, sign: true } };
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
