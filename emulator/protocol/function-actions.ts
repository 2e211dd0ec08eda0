import type { Action } from './action';
import { LIMITS } from './limits';
import { invalidParam, Refusal } from './refusal';

/** A function that calls another: the callee sees the chain in its source, such as `wx_client,scf`, and no user. */
const invokeFunction: Action = async (cloud, request) => {
  const { function_name: name, request_data: data } = request;
  if (typeof name !== 'string' || name === '') throw invalidParam('函数名不能为空');
  const event = typeof data === 'string' && data !== '' ? data : '{}';
  if (Buffer.byteLength(event) > LIMITS.functionEventBytes)
    throw new Refusal('EXCEED_REQUEST_SIZE_LIMIT', `an event may have ${LIMITS.functionEventBytes} bytes`);
  try {
    JSON.parse(event);
  } catch {
    throw invalidParam('"request_data" is not JSON');
  }
  const calling = cloud.functions.callWith(request.wxCloudApiToken);
  const source = calling ? `${calling.caller.source},scf` : 'unknown';
  return { data: { response_data: await cloud.functions.invoke(name, event, { source }) } };
};

export const FUNCTION_ACTIONS: Record<string, Action> = {
  'functions.invokeFunction': invokeFunction,
};
