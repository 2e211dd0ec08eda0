import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure, type WxOptions } from './wx-call';

/** What WeChat's reader can show. */
const READABLE = ['doc', 'xls', 'ppt', 'pdf', 'docx', 'xlsx', 'pptx'];

/** Files on the phone: in memory, by path. */
export function fileDesk({ phone, makeAsync }: Surroundings): Interfaces {
  const { files } = phone;
  let downloads = 0;
  const read = (path: unknown, encoding: unknown): string | ArrayBuffer => {
    const bytes = files.get(String(path));
    if (bytes === undefined) throw new WxFailure(`no such file or directory, open ${String(path)}`);
    if (typeof encoding === 'string') return bytes.toString(encoding as BufferEncoding);
    return new Uint8Array(bytes).buffer;
  };
  const write = (path: unknown, content: unknown, encoding: unknown): void => {
    const bytes =
      typeof content === 'string'
        ? Buffer.from(content, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(new Uint8Array(content as ArrayBuffer));
    files.set(String(path), bytes);
  };
  const existing = (path: unknown): string => {
    if (!files.has(String(path))) throw new WxFailure(`no such file or directory, access ${String(path)}`);
    return String(path);
  };
  const manager = {
    readFileSync: read,
    writeFileSync: write,
    accessSync: (path: unknown) => void existing(path),
    unlinkSync: (path: unknown) => void files.delete(existing(path)),
    readFile: makeAsync('readFile', ({ filePath, encoding }: WxOptions) => ({
      data: read(filePath, encoding),
    })),
    writeFile: makeAsync('writeFile', ({ filePath, data, encoding }: WxOptions) => {
      write(filePath, data, encoding);
      return undefined;
    }),
  };
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    downloadFile: makeAsync('downloadFile', async ({ url }: WxOptions) => {
      const address = String(url);
      if (!URL.canParse(address)) throw new WxFailure('invalid url');
      if (!phone.downloadDomains.includes(new URL(address).host))
        throw new WxFailure('url not in domain list', { errno: 600002 });
      if (phone.network === 'none') throw new WxFailure('', { errno: 600001 });
      downloads += 1;
      const tempFilePath = `wxfile://tmp_download_${downloads}_${new URL(address).pathname.split('/').pop() ?? ''}`;
      files.set(tempFilePath, await phone.line.download(address));
      return { tempFilePath, statusCode: 200 };
    }),
    openDocument: makeAsync('openDocument', ({ filePath, fileType, showMenu }: WxOptions) => {
      const file = existing(filePath);
      const type = typeof fileType === 'string' ? fileType : file.split('.').pop();
      if (!READABLE.includes(type ?? '')) throw new WxFailure('filetype not supported');
      phone.did({ kind: 'document-opened', file, menu: showMenu === true });
      return undefined;
    }),
    shareFileMessage: makeAsync('shareFileMessage', ({ filePath, fileName }: WxOptions) => {
      const file = existing(filePath);
      phone.did({ kind: 'file-shared', file, name: typeof fileName === 'string' ? fileName : file });
      return undefined;
    }),
  };
}
