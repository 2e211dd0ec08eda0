import { act, cleanup, render } from '@testing-library/react';
import CasePage from '@/pages/case/index';
import { comment, leavingCase } from '../fixtures/leaving-case';
import { phone } from '../stubs/taro';
import { asked, byId, openCase, pass, server, tap, textOf, write } from './open-case';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/photos', () => ({ choosePhotos: async () => [{ path: 'wxfile://tmp/1.jpg' }] }));

const chosen = { files: [] as { path: string; name: string; bytes?: number }[], uploads: 0 };
jest.mock('@/phone/files', () => ({
  chooseFiles: async () => chosen.files,
  uploadFile: async (folder: string, { name }: { name: string }) => {
    chosen.uploads += 1;
    return name === 'lost.pdf' ? null : `cloud://${folder}/${name || 'photo'}`;
  },
}));

beforeEach(() => Object.assign(chosen, { files: [], uploads: 0 }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('the conversation', () => {
  it('shows a word of somebody else’s within five seconds on an open page', async () => {
    await openCase();
    server.view = { ...server.view, seq: 8, unread: 1, comments: [comment(8, '交接从哪里开始？')] };
    server.seq = 8;
    await pass(5_000);
    expect(textOf('case-comments')).toContain('沟通 1 条 · 1 条新');
    expect(textOf('case-comments')).toContain('交接从哪里开始？');
  });

  it('asks nothing while nobody looks, and one small question while nothing happens', async () => {
    await openCase();
    await pass(20_000);
    expect(asked('case.pulse')).toHaveLength(5);
    expect(asked('case.view')).toHaveLength(1);
    await act(async () => phone.hidings.forEach((hide) => hide()));
    await pass(60_000);
    expect(asked('case.pulse')).toHaveLength(5);
  });

  it('counts as read what was opened, and sends words with a mention', async () => {
    await openCase({ unread: 1, comments: [comment(6, '在吗')] });
    expect(asked('case.see')).toEqual([]);
    await tap('write-comment');
    expect(asked('case.see')).toEqual([{ caseId: 'E003-leave', seq: 7 }]);
    await tap('mention-E001');
    await write('say-text', ' 社保怎么办？ ');
    await tap('say-send');
    expect(asked('case.say')).toEqual([
      expect.objectContaining({ text: '社保怎么办？', mentions: ['E001'], itemKey: null, files: [] }),
    ]);
    expect((byId('say-text') as HTMLTextAreaElement).value).toBe('');
  });

  it('says 已归还 with a picture in one tap for the leaver, and the notes for the others', async () => {
    await openCase({ isApplicant: true, task: null });
    await tap('write-comment');
    await tap('quick-returned');
    expect(asked('case.say')).toEqual([
      expect.objectContaining({
        text: '已归还',
        files: [{ fileId: 'cloud://inbox/openid-1/photo', name: '' }],
      }),
    ]);
    cleanup();
    await openCase();
    await tap('write-comment');
    await tap('quick-notes');
    expect(asked('case.say')[0]?.text).toContain('工资结清和离职证明按法律规定办理，不受交接进度影响');
  });

  it('does not upload 30 MB, keeps what is written when an upload is lost', async () => {
    await openCase();
    await tap('write-comment');
    chosen.files = [{ path: 'wxfile://tmp/a', name: '全部资料.pdf', bytes: 30 * 1024 * 1024 }];
    await tap('say-file');
    expect(textOf('say-stuck')).toBe('“全部资料.pdf”有 30 MB，太大了，一个最多 20 MB');
    expect(chosen.uploads).toBe(0);
    chosen.files = [{ path: 'wxfile://tmp/b', name: 'lost.pdf', bytes: 10 }];
    await tap('say-file');
    await write('say-text', '请看附件');
    await tap('say-send');
    expect(textOf('say-stuck')).toContain('文件没有传上去');
    expect((byId('say-text') as HTMLTextAreaElement).value).toBe('请看附件');
    expect(asked('case.say')).toEqual([]);
  });

  it('says in words why a file is not taken, and keeps it', async () => {
    await openCase();
    await tap('write-comment');
    chosen.files = [{ path: 'wxfile://tmp/c', name: '合同.pdf', bytes: 10 }];
    await tap('say-file');
    server.refusing = { 'case.say': { code: 'file.wrong-kind', facts: { name: '合同.pdf' } } };
    await tap('say-send');
    expect(textOf('conversation')).toContain('“合同.pdf”的内容不是其中一种');
    expect(textOf('composer')).toContain('合同.pdf');
  });

  it('follows one item of the list as a thread', async () => {
    await openCase({
      items: [{ key: 'contacts', title: '联系人' }],
      comments: [
        comment(5, '大家好', { unread: false }),
        comment(6, '缺三家', { unread: false, itemKey: 'contacts', itemTitle: '联系人' }),
      ],
    });
    await tap('write-comment');
    expect(textOf('conversation-lines')).toContain('大家好');
    await tap('about-contacts');
    expect(textOf('conversation-lines')).not.toContain('大家好');
    await write('say-text', '已补上');
    await tap('say-send');
    expect(asked('case.say')[0]).toMatchObject({ itemKey: 'contacts' });
  });
});

describe('a card in a chat', () => {
  it('carries ids and neutral words: no name, no flow, no day', async () => {
    await openCase();
    render(<CasePage />);
    await pass(50);
    const card = phone.card?.();
    expect(card?.path).toBe('/pages/case/index?case=E003-leave&task=leader%231.0.0&round=1');
    expect(card?.imageUrl).toBe('/assets/card.png');
    const { applicantName, title, people } = leavingCase;
    for (const word of [applicantName, title, '离职', ...people.map(({ name }) => name)])
      expect(JSON.stringify(card)).not.toContain(word);
  });

  it('opened by a stranger shows a neutral page without a name', async () => {
    await openCase();
    cleanup();
    server.refusing = { 'case.view': { code: 'case.unknown', facts: {} } };
    render(<CasePage />);
    await pass(50);
    expect(byId('case-not-for-you')).not.toBeNull();
    expect(document.body.textContent).not.toMatch(/王芳|离职|通知/);
  });

  it('opened by somebody who is not bound leads to the invitation code, and then back to the task', async () => {
    await openCase();
    cleanup();
    server.refusing = { 'case.view': { code: 'session.not-bound', facts: {} } };
    render(<CasePage />);
    await pass(50);
    expect(phone.routes).toEqual(['launch /pages/bind/index']);
    const { goWherePostponed } = jest.requireActual('@/navigation/destination');
    await goWherePostponed();
    expect(phone.routes.at(-1)).toMatch(/^launch \/pages\/case\/index\?case=E003-leave&task=/);
  });
});
