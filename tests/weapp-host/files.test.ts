import { lines, opened, said } from './fixture/lines';
import { plainPhone } from './fixture/mini-program';
import type { CloudDoor } from './phone/cloud-door';

const CHOOSE = `wx.chooseMessageFile({ count: 2, type: 'file', extension: ['pdf', 'docx'], fail: say,
  success: ({ tempFiles }) => say(tempFiles.map(({ name, size }) => [name, size])) })`;
const file = (name: string) => ({ name, bytes: Buffer.from(name) });

describe('files on the phone', () => {
  it('photographs what the test holds before the camera, and reads it as a file', async () => {
    const phone = plainPhone();
    const page = lines(`wx.chooseMedia({ count: 1, fail: say, success: ({ tempFiles: [one] }) =>
      say([one.size, wx.getFileSystemManager().readFileSync(one.tempFilePath, 'base64')]) })`);
    const host = await opened(page, { phone });
    expect(await said(host, 0)).toEqual({ errMsg: 'chooseMedia:fail cancel' });
    phone.answers.pictures = [{ name: 'badge.jpg', bytes: Buffer.from('badge') }];
    expect(await said(host, 0)).toEqual([5, Buffer.from('badge').toString('base64')]);
  });

  it('opens and passes on documents that are there', async () => {
    const phone = plainPhone();
    const page = lines(
      `const file = wx.env.USER_DATA_PATH + '/a.pdf'; wx.getFileSystemManager().writeFileSync(file, 'pdf');
       wx.openDocument({ filePath: file, showMenu: true, success: say });
       wx.shareFileMessage({ filePath: file, fileName: '证明.pdf' })`,
      `wx.openDocument({ filePath: 'wxfile://none.pdf', fail: ({ errMsg }) => say(errMsg) })`,
    );
    const host = await opened(page, { phone });
    await host.tap('#0');
    expect(phone.deedsOf('document-opened')).toEqual([
      { kind: 'document-opened', file: 'wxfile://usr/a.pdf', menu: true },
    ]);
    expect(phone.deedsOf('file-shared')[0]?.name).toBe('证明.pdf');
    expect(await said(host, 1)).toContain('no such file');
  });

  it('opens only what WeChat’s reader can show', async () => {
    const open = (more: string) =>
      `const file = wx.env.USER_DATA_PATH + '/paper'; wx.getFileSystemManager().writeFileSync(file, 'pdf');
       wx.openDocument({ filePath: file, ${more} success: say, fail: ({ errMsg }) => say(errMsg) })`;
    const host = await opened(lines(open(''), open(`fileType: 'exe',`), open(`fileType: 'pdf',`)));
    expect(await said(host, 0)).toBe('openDocument:fail filetype not supported');
    expect(await said(host, 1)).toBe('openDocument:fail filetype not supported');
    expect(await said(host, 2)).toEqual({ errMsg: 'openDocument:ok' });
  });

  it('come out of a chat: those with a wanted ending, if the privacy guideline names it', async () => {
    const phone = plainPhone({ privacyGuideline: ['chooseMessageFile'] });
    const host = await opened(lines(CHOOSE), { phone });
    phone.answers.chatFiles = [file('song.mp3')];
    expect(await said(host, 0)).toEqual({ errMsg: 'chooseMessageFile:fail cancel' });
    phone.answers.chatFiles = ['song.mp3', '计划.PDF', 'b.docx', 'c.pdf'].map(file);
    expect(await said(host, 0)).toEqual([
      ['计划.PDF', Buffer.from('计划.PDF').length],
      ['b.docx', 6],
    ]);
    const undeclared = await opened(lines(CHOOSE));
    expect(await said(undeclared, 0)).toEqual({
      errMsg: 'chooseMessageFile:fail api scope is not declared in the privacy agreement',
      errno: 112,
    });
  });

  it('are fetched from hosts that the console names, while there is a network', async () => {
    const fetched: string[] = [];
    const cloud = {
      download: (url: string) => {
        fetched.push(url);
        return Promise.resolve(Buffer.from('paper'));
      },
    } as Partial<CloudDoor> as CloudDoor;
    const phone = plainPhone({ cloud, downloadDomains: ['files.example'] });
    const from = (url: string) => `wx.downloadFile({ url: '${url}', fail: say, success: ({ tempFilePath }) =>
      say(wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8')) })`;
    const host = await opened(
      lines(from('https://files.example/a.pdf'), from('https://other.example/a.pdf')),
      {
        phone,
      },
    );
    expect(await said(host, 0)).toBe('paper');
    expect(await said(host, 1)).toMatchObject({ errMsg: 'downloadFile:fail url not in domain list' });
    phone.network = 'none';
    expect(await said(host, 0)).toMatchObject({ errno: 600001 });
    expect(fetched).toEqual(['https://files.example/a.pdf']);
  });

  it('are shown as pictures, the one that was tapped first', async () => {
    const host = await opened(
      lines(
        `wx.previewImage({ urls: ['a', 'b'], current: 'b', success: say })`,
        `wx.previewImage({ urls: [], fail: say })`,
      ),
    );
    await said(host, 0);
    expect(host.phone.deedsOf('pictures-shown')).toEqual([
      { kind: 'pictures-shown', urls: ['a', 'b'], first: 'b' },
    ]);
    expect(await said(host, 1)).toMatchObject({ errMsg: expect.stringContaining('fail') as string });
  });
});

describe('用工关系', () => {
  const BIND = `wx.bindEmployeeRelation({ tmplIds: ['one'], success: say, fail: say })`;

  it('is asked in a tap, of six templates at most, and WeChat learns of the yes', async () => {
    const bound: unknown[] = [];
    const cloud = {
      bindEmployee: (ids: readonly string[]) => Promise.resolve(void bound.push(ids)),
    } as Partial<CloudDoor> as CloudDoor;
    const phone = plainPhone({ cloud });
    const seven = JSON.stringify([...'1234567']);
    const host = await opened(
      lines(
        `setTimeout(() => { ${BIND} }, 5)`,
        BIND,
        `wx.bindEmployeeRelation({ tmplIds: ${seven}, success: say, fail: say })`,
      ),
      { phone },
    );
    expect(await said(host, 0)).toMatchObject({
      errMsg: 'bindEmployeeRelation:fail can only be invoked by user TAP gesture.',
    });
    phone.answers.employeeRelation = 'reject';
    expect(await said(host, 1)).toMatchObject({ bindingStatus: 'reject', one: 'reject' });
    expect(await said(host, 2)).toMatchObject({ errCode: 20003 });
    expect(bound).toEqual([]);
    phone.answers.employeeRelation = 'accept';
    expect(await said(host, 1)).toMatchObject({ bindingStatus: 'accept', one: 'accept' });
    expect(bound).toEqual([['one']]);
  });

  it('is not there below base library 3.10.0', async () => {
    const page = lines(`say([typeof wx.bindEmployeeRelation, wx.canIUse('bindEmployeeRelation')])`);
    expect(await said(await opened(page, { baseLibrary: '3.9.0' }), 0)).toEqual(['undefined', false]);
    expect(await said(await opened(page, { baseLibrary: '3.10.0' }), 0)).toEqual(['function', true]);
  });
});
