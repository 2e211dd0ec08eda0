import { codeOf } from '../support/test-cloud';
import { describeCloud } from './target';

describeCloud('storage', (target) => {
  const upload = async (cloudPath: string, content: string | Buffer) =>
    (await target().app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID;

  test('what is uploaded is downloaded, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256));
    const fileID = await upload('conformance/字节.bin', bytes);
    expect(fileID).toMatch(/^cloud:\/\/.+\/conformance\/字节\.bin$/);
    const { fileContent } = await target().app.downloadFile({ fileID });
    expect(Buffer.compare(fileContent as Buffer, bytes)).toBe(0);
  });

  test('an upload to the same path replaces', async () => {
    const first = await upload('conformance/same.txt', 'one');
    const second = await upload('conformance/same.txt', 'two');
    expect(second).toBe(first);
    expect(String((await target().app.downloadFile({ fileID: first })).fileContent)).toBe('two');
  });

  test('a temporary URL is open to everybody who has it', async () => {
    const fileID = await upload('conformance/open.txt', '你好');
    const { fileList } = await target().app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', fileID });
    const response = await fetch(encodeURI(fileList[0]?.tempFileURL ?? ''));
    expect([response.status, await response.text()]).toEqual([200, '你好']);
  });

  test('a missing file has no URL and no content', async () => {
    const fileID = (await upload('conformance/there.txt', 'x')).replace('there.txt', 'not-there.txt');
    const { fileList } = await target().app.getTempFileURL({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST', fileID });
    expect(await codeOf(target().app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST');
  });

  test('getFileInfo tells size and kind', async () => {
    const fileID = await upload('conformance/info.json', '{"a":1}');
    const { fileList } = await target().app.getFileInfo({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 7, mime: 'application/json' });
  });

  test('deleted is gone', async () => {
    const fileID = await upload('conformance/gone.txt', 'x');
    expect((await target().app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { fileID, code: 'SUCCESS' },
    ]);
    expect(await codeOf(target().app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST');
  });

  test('copied, and moved', async () => {
    await upload('conformance/from/f.txt', 'moved');
    const { fileList } = await target().app.copyFile({
      fileList: [
        { srcPath: 'conformance/from/f.txt', dstPath: 'conformance/to/f.txt', removeOriginal: true },
      ],
    });
    const fileID = String(fileList[0]?.fileId);
    expect(String((await target().app.downloadFile({ fileID })).fileContent)).toBe('moved');
    expect(await codeOf(target().app.downloadFile({ fileID: fileID.replace('/to/', '/from/') }))).toBe(
      'STORAGE_FILE_NONEXIST',
    );
  });
});
