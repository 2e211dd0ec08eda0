import { readOpenApiInput, writeOpenApiAnswer, writeOpenApiFault } from '../wechat/open-api-message';
import type { Cloud } from './action';
import { invalidParam, reasonOf } from './refusal';

/** Codes of WeChat's machinery, not of an interface: wx-server-sdk wants them outside the answer. */
const isMachinery = (errCode: number): boolean => errCode <= -600000;

/**
 * wx-server-sdk `openapi.*`: fields of a multipart form in, protobuf out.
 * @throws INVALID_PARAM when the form or its protobuf cannot be read
 */
export async function answerOpenApi(cloud: Cloud, form: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const text = (field: string): string => form.get(field)?.toString('utf8') ?? '';
  if (text('action') !== 'wx.openApi')
    throw invalidParam(`multipart requests are for wx.openApi, not "${text('action')}"`);
  const fn = cloud.functions.callWith(text('wxCloudApiToken'))?.fn;
  const { errCode, errMsg } = cloud.weChat.call(fn, text('apiName'), inputOf(form.get('requestData')));
  await cloud.store.settled();
  return isMachinery(errCode)
    ? writeOpenApiFault(errCode)
    : writeOpenApiAnswer({ errcode: errCode, errmsg: errMsg });
}

function inputOf(requestData: Buffer | undefined): Record<string, unknown> {
  try {
    return readOpenApiInput(requestData ?? Buffer.alloc(0));
  } catch (thrown) {
    throw invalidParam(`"requestData" is not the protobuf of wx-server-sdk: ${reasonOf(thrown)}`);
  }
}
