/** CloudBase as one person's WeChat reaches it. */
export interface CloudDoor {
  /** `{ result }`. @throws Error with WeChat's `errCode` */
  callFunction(name: string, event: unknown): Promise<{ result: unknown }>;
  /** Tells WeChat that the person accepted one message of each template. */
  acceptMessages(templateIds: readonly string[]): Promise<void>;
  /** Tells WeChat that the person is of the company's staff and takes its messages of these templates. */
  bindEmployee(templateIds: readonly string[]): Promise<void>;
  uploadFile(cloudPath: string, bytes: Buffer): Promise<{ fileID: string }>;
  temporaryUrls(fileIds: readonly string[]): Promise<{ fileList: readonly TemporaryUrl[] }>;
  download(url: string): Promise<Buffer>;
}

export interface TemporaryUrl {
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly status: number;
  readonly errMsg: string;
}

/** What a call of wx.cloud ends with when it fails. */
export class CloudFailure extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg);
  }
}

/** The local cloud at `url`, with `openId` as the identity that WeChat would add. */
export function localCloudDoor(url: string, openId: string): CloudDoor {
  const ask = async (path: string, body: BodyInit, type = 'application/json'): Promise<unknown> => {
    const headers = { 'content-type': type, 'x-wx-openid': openId };
    const answer = (await (await fetch(`${url}${path}`, { method: 'POST', headers, body })).json()) as object;
    if ('errCode' in answer)
      throw new CloudFailure(Number(answer.errCode), 'errMsg' in answer ? String(answer.errMsg) : '');
    return answer;
  };
  const askJson = (path: string, body: object) => ask(path, JSON.stringify(body));
  return {
    callFunction: async (name, data) =>
      (await askJson('/client/callFunction', { name, data })) as { result: unknown },
    acceptMessages: async (templateIds) => {
      await askJson('/wechat/accept', { openid: openId, templateIds });
    },
    bindEmployee: async (templateIds) => {
      await askJson('/wechat/employee', { openid: openId, templateIds });
    },
    uploadFile: async (cloudPath, bytes) => {
      const path = `/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`;
      return (await ask(path, new Uint8Array(bytes), 'application/octet-stream')) as { fileID: string };
    },
    temporaryUrls: async (fileList) =>
      (await askJson('/client/getTempFileURL', { fileList })) as { fileList: readonly TemporaryUrl[] },
    download: async (file) => {
      const answer = await fetch(file);
      if (!answer.ok) throw new CloudFailure(-1, `downloadFile:fail ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
