import { CloudFailure } from '../phone/cloud-door';
import type { Interfaces, Surroundings } from './surroundings';
import { type MakeAsync, WxFailure, type WxOptions } from './wx-call';

/** `wx.cloud`: the calls leave the phone here, with the identity that WeChat adds. */
export function cloudDesk({ phone, stack, meter, makeAsync }: Surroundings): Interfaces {
  let started = false;

  const reach = async <Value extends object>(ask: () => Promise<Value>): Promise<Value> => {
    if (!started) throw new WxFailure("Cloud API isn't enabled, please call wx.cloud.init first");
    if (phone.network === 'none')
      throw new WxFailure('-404011 cloud function execution error | request:fail');
    try {
      return await ask();
    } catch (thrown) {
      if (thrown instanceof CloudFailure) throw new WxFailure(thrown.errMsg, { errCode: thrown.errCode });
      throw thrown;
    }
  };
  const cloudAsync: MakeAsync = (name, work) => makeAsync(`cloud.${name}`, work);

  return {
    cloud: {
      init: () => {
        started = true;
      },
      callFunction: cloudAsync('callFunction', ({ name, data }: WxOptions) => {
        meter.request(stack.top?.route ?? 'app', procedureOf(data) ?? String(name));
        return reach(() => phone.line.callFunction(String(name), JSON.parse(JSON.stringify(data ?? {}))));
      }),
      uploadFile: cloudAsync('uploadFile', ({ cloudPath, filePath }: WxOptions) =>
        reach(() => phone.line.uploadFile(String(cloudPath), fileOf(phone.files, filePath))),
      ),
      getTempFileURL: cloudAsync('getTempFileURL', ({ fileList }: WxOptions) =>
        reach(() => phone.line.temporaryUrls(fileList as readonly string[])),
      ),
      downloadFile: cloudAsync('downloadFile', ({ fileID }: WxOptions) =>
        reach(async () => {
          const { fileList } = await phone.line.temporaryUrls([String(fileID)]);
          const [first] = fileList;
          if (first === undefined || first.status !== 0) throw new WxFailure(first?.errMsg ?? 'no such file');
          const tempFilePath = `wxfile://tmp_${phone.files.size}_${String(fileID).split('/').pop() ?? ''}`;
          phone.files.set(tempFilePath, await phone.line.download(first.tempFileURL));
          return { tempFilePath, statusCode: 200 };
        }),
      ),
    },
  };
}

/** The house's functions are asked for a procedure by name. */
function procedureOf(event: unknown): string | undefined {
  const asked = (event as Record<string, unknown> | undefined)?.procedure;
  return typeof asked === 'string' ? asked : undefined;
}

function fileOf(files: ReadonlyMap<string, Buffer>, path: unknown): Buffer {
  const bytes = files.get(String(path));
  if (bytes === undefined) throw new WxFailure(`file not found: ${String(path)}`);
  return bytes;
}
