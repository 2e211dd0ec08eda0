import { Refusal } from '../protocol/refusal';
import { fileIdOf, pathOf, readPath } from './file-path';
import type { FileCabinet } from './file-cabinet';
import { type StoredFile } from './file-cabinet';
import { ClientStorageGuard, type StorageRules } from './storage-rules';
import type { UrlSigner } from './url-signer';

/** How long an upload may begin after it was announced, and a download by default. Seconds. */
const UPLOAD_SECONDS = 900;
const DOWNLOAD_SECONDS = 7200;

/** Where a file is put, with everything that the SDK sends along. */
export interface UploadTicket {
  readonly url: string;
  readonly token: string;
  readonly authorization: string;
  readonly fileId: string;
  readonly cosFileId: string;
}

/** One line of `getTempFileURL`'s answer. */
export interface DownloadTicket {
  readonly code: string;
  readonly fileID: string;
  readonly tempFileURL: string;
}

export const UPLOAD_PATH = '/cos/';
export const DOWNLOAD_PATH = '/files/';

/** The cloud's storage: announces uploads, gives out URLs that expire, and asks the rules where clients come. */
export class StorageDesk {
  readonly guard: ClientStorageGuard;

  constructor(
    private readonly envId: string,
    readonly cabinet: FileCabinet,
    private readonly signer: UrlSigner,
    rules: StorageRules,
    private readonly now: () => number,
    private readonly baseUrl: () => string,
  ) {
    this.guard = new ClientStorageGuard(rules);
  }

  /** @throws INVALID_PARAM for a bad path */
  announceUpload(cloudPath: unknown): UploadTicket {
    const path = readPath(cloudPath);
    const until = this.now() + UPLOAD_SECONDS * 1000;
    const fileId = fileIdOf(this.envId, path);
    return {
      url: `${this.baseUrl()}${UPLOAD_PATH}${encodeURI(path)}`,
      token: `local-cloud.${until}`,
      authorization: this.signer.sign('upload', path, until),
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64url'),
    };
  }

  /** @returns why the upload is refused, or undefined */
  refuseUpload(path: string, token: string, authorization: string): string | undefined {
    const until = Number(token.replace(/^local-cloud\./, ''));
    if (!this.signer.verify('upload', path, until, authorization)) return 'SignatureDoesNotMatch';
    return until < this.now() ? 'RequestTimeTooSkewed' : undefined;
  }

  /** @param openid of a client; functions are not asked for rules */
  ticket(
    fileId: string,
    maxAgeSeconds = DOWNLOAD_SECONDS,
    client?: { openid: string | undefined },
  ): DownloadTicket {
    const file = this.find(fileId);
    const none = (code: string): DownloadTicket => ({ code, fileID: fileId, tempFileURL: '' });
    if (client && file && !this.guard.mayRead(client.openid, file)) return none('STORAGE_EXCEED_AUTHORITY');
    if (!file) return none('STORAGE_FILE_NONEXIST');
    if (!Number.isFinite(maxAgeSeconds) || maxAgeSeconds <= 0) return none('INVALID_PARAM');
    const until = Math.floor(this.now() + maxAgeSeconds * 1000);
    const sign = this.signer.sign('download', file.path, until);
    // The path is left as it is: the SDK encodes the whole URL.
    return {
      code: 'SUCCESS',
      fileID: fileId,
      tempFileURL: `${this.baseUrl()}${DOWNLOAD_PATH}${file.path}?sign=${sign}&t=${until}`,
    };
  }

  /** The file a signed URL leads to. @returns a reason when it leads nowhere */
  open(path: string, sign: string, until: number): StoredFile | 'AccessDenied' | 'Expired' | 'NoSuchKey' {
    if (!this.signer.verify('download', path, until, sign)) return 'AccessDenied';
    if (until < this.now()) return 'Expired';
    return this.cabinet.find(path) ?? 'NoSuchKey';
  }

  find(fileId: string): StoredFile | undefined {
    const path = pathOf(this.envId, fileId);
    return path === undefined ? undefined : this.cabinet.find(path);
  }

  async remove(fileId: string): Promise<'SUCCESS' | 'STORAGE_FILE_NONEXIST'> {
    const file = this.find(fileId);
    if (!file) return 'STORAGE_FILE_NONEXIST';
    await this.cabinet.remove(file.path);
    return 'SUCCESS';
  }

  /** A client's upload. @throws STORAGE_EXCEED_AUTHORITY, INVALID_PARAM */
  async putByClient(cloudPath: unknown, content: Buffer, openid: string | undefined): Promise<string> {
    const path = readPath(cloudPath);
    if (!this.guard.mayWrite(openid, path, this.cabinet.find(path)))
      throw new Refusal('STORAGE_EXCEED_AUTHORITY', `the storage rules do not let this user write "${path}"`);
    await this.cabinet.put(path, content, openid);
    return fileIdOf(this.envId, path);
  }

  /** A client's delete. */
  async removeByClient(fileId: string, openid: string | undefined): Promise<string> {
    const file = this.find(fileId);
    if (file && !this.guard.mayWrite(openid, file.path, file)) return 'STORAGE_EXCEED_AUTHORITY';
    return this.remove(fileId);
  }
}
