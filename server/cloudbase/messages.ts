import type { CloudBase } from '@cloudbase/node-sdk';
import type { Messages } from '../ports';

interface OpenApiAnswer {
  readonly errcode?: number;
  readonly errCode?: number;
  readonly errmsg?: string;
  readonly errMsg?: string;
}

/** 订阅消息 over `subscribeMessage.send`. A WeChat error is an answer here, not an exception: the ledger needs it. */
export function cloudbaseMessages(app: CloudBase): Messages {
  return {
    async send({ openid, templateId, page, fields }) {
      const requestData = {
        touser: openid,
        template_id: templateId,
        page,
        data: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
      };
      const answer = await callOpenApi(app, requestData);
      const errorCode = answer.errcode ?? answer.errCode ?? 0;
      if (errorCode === 0) return { sent: true };
      return { sent: false, errorCode, message: answer.errmsg ?? answer.errMsg ?? '' };
    },
  };
}

async function callOpenApi(app: CloudBase, requestData: object): Promise<OpenApiAnswer> {
  try {
    const response = await app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData });
    const result: unknown = response.result;
    return (typeof result === 'string' ? JSON.parse(result) : (result ?? {})) as OpenApiAnswer;
  } catch (error) {
    const { errCode, errcode, message } = error as { errCode?: number; errcode?: number; message?: string };
    const code = errcode ?? errCode;
    if (typeof code === 'number') return { errcode: code, errmsg: message ?? '' };
    throw error;
  }
}
