import type { Cloud } from '../protocol/action';
import { LIMITS } from '../protocol/limits';
import { reasonOf, Refusal } from '../protocol/refusal';
import { jsonReply, type Route, type Visit } from './http-door';

/** The numbers `wx.cloud` gives for the cloud's codes. */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501007,
  EXCEED_REQUEST_SIZE_LIMIT: -501023,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504004,
};

/**
 * Stands in for `wx.cloud.callFunction` where there is no WeChat: `{ name, data }` in, `{ result }` or
 * `{ errCode, errMsg }` out. A laptop has no WeChat login, so the development host vouches for the user
 * with the header `x-wx-openid`; without it the caller is nobody.
 */
export const callFunctionRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /client/callFunction',
  mostBytes: LIMITS.clientEventBytes + 1024,
  fromBrowser: true,
  answer: async (visit) => {
    try {
      const { name, event } = readCall(visit);
      const openId = visit.headers['x-wx-openid'];
      const result = await cloud().functions.invoke(name, event, {
        source: 'wx_client',
        ...(typeof openId === 'string' && openId !== '' && { openId }),
      });
      return jsonReply({ result: JSON.parse(result) as unknown });
    } catch (thrown) {
      const code = thrown instanceof Refusal ? thrown.code : 'SYS_ERR';
      const errCode = CLIENT_CODES[code] ?? -501001;
      return jsonReply({ errCode, errMsg: `cloud.callFunction:fail ${code}: ${reasonOf(thrown)}` });
    }
  },
});

function readCall(visit: Visit): { name: string; event: string } {
  if (visit.tooLarge) throw tooLarge();
  const call = JSON.parse(visit.body.toString('utf8')) as { name?: unknown; data?: unknown };
  if (typeof call.name !== 'string')
    throw new Refusal('INVALID_PARAM', '"name" must be the function\'s name');
  const event = JSON.stringify(call.data ?? {});
  if (Buffer.byteLength(event) > LIMITS.clientEventBytes) throw tooLarge();
  return { name: call.name, event };
}

const tooLarge = (): Refusal =>
  new Refusal(
    'EXCEED_REQUEST_SIZE_LIMIT',
    `a client may send ${LIMITS.clientEventBytes} bytes; send files through storage`,
  );
