import { reasonOf, Refusal } from '../protocol/refusal';
import { jsonReply, type Reply, type Visit } from './http-door';

/** The numbers `wx.cloud` gives for the cloud's codes. */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501007,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  EXCEED_REQUEST_SIZE_LIMIT: -501023,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504004,
  FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT: -604001,
};
const SYSTEM_ERROR = -501001;

export const clientCode = (code: string): number => CLIENT_CODES[code] ?? SYSTEM_ERROR;

/**
 * The user a request acts for. A laptop has no WeChat login, so the development host vouches for the user with
 * the header `x-wx-openid`; without it the caller is nobody.
 */
export function openIdOf(visit: Visit): string | undefined {
  const openId = visit.headers['x-wx-openid'];
  return typeof openId === 'string' && openId !== '' ? openId : undefined;
}

/** Answers as `wx.cloud` does: what `answer` gives, or `{ errCode, errMsg }`. */
export async function clientReply(api: string, answer: () => Promise<unknown>): Promise<Reply> {
  try {
    return jsonReply(await answer());
  } catch (thrown) {
    const code = thrown instanceof Refusal ? thrown.code : 'SYS_ERR';
    return jsonReply({ errCode: clientCode(code), errMsg: `cloud.${api}:fail ${code}: ${reasonOf(thrown)}` });
  }
}

/** @throws INVALID_PARAM */
export function readClientJson(visit: Visit): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(visit.body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below, together with JSON that is not an object.
  }
  throw new Refusal('INVALID_PARAM', 'the body must be a JSON object');
}
