import type { Document } from '../store/document';
import { isPlainObject } from '../store/document';
import type { Action } from './action';
import { invalidParam } from './refusal';

/** node-sdk `callWxOpenApi`: the function proves itself with its token, WeChat answers as JSON text. */
const api: Action = (cloud, request) => {
  const { apiName, requestData, wxCloudApiToken } = request;
  if (typeof apiName !== 'string' || apiName === '') throw invalidParam('"apiName" is missing');
  const fn = cloud.functions.callWith(wxCloudApiToken)?.fn;
  const answer = cloud.weChat.call(fn, apiName, parseInput(requestData));
  return { data: { responseData: JSON.stringify(answer) } };
};

function parseInput(requestData: unknown): Document {
  if (requestData === undefined || requestData === '') return {};
  try {
    const input: unknown = JSON.parse(String(requestData));
    if (isPlainObject(input)) return input;
  } catch {
    // Said below, together with JSON that is not an object.
  }
  throw invalidParam('"requestData" must be a JSON object');
}

export const WECHAT_ACTIONS: Record<string, Action> = { 'wx.api': api };
