import type { Cloud } from '../protocol/action';
import { LIMITS } from '../protocol/limits';
import { reasonOf, Refusal } from '../protocol/refusal';
import { jsonReply, type Reply, type Route, type Visit } from './http-door';

/** Which function answers below which path, as the HTTP access service is told: `{ '/open': 'open' }`. */
export type HttpAccess = Readonly<Record<string, string>>;

const PREFIX = '/http';

/** `* /http/…`: functions as the HTTP access service calls them. The public internet may come here. */
export const functionHttpRoute = (cloud: () => Cloud, access: HttpAccess): Route => ({
  on: `* ${PREFIX}/`,
  mostBytes: LIMITS.functionEventBytes,
  fromBrowser: 'any site',
  answer: async (visit) => {
    const path = visit.path.slice(PREFIX.length);
    const name = functionFor(access, path);
    if (name === undefined)
      return jsonReply({ code: 'INVALID_PATH', message: `no function answers ${path}` }, 404);
    if (visit.tooLarge)
      return jsonReply(
        { code: 'EXCEED_REQUEST_SIZE_LIMIT', message: `at most ${LIMITS.functionEventBytes} bytes` },
        413,
      );
    try {
      const answer: unknown = JSON.parse(
        await cloud().functions.invoke(name, JSON.stringify(eventOf(visit, path)), { source: 'wx_http' }),
      );
      return replyOf(answer);
    } catch (thrown) {
      const code = thrown instanceof Refusal ? thrown.code : 'SYS_ERR';
      return jsonReply({ code, message: reasonOf(thrown) }, code === 'FUNCTION_NOT_FOUND' ? 404 : 500);
    }
  },
});

/** The longest path that fits. */
function functionFor(access: HttpAccess, path: string): string | undefined {
  const fits = Object.keys(access).filter(
    (prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
  );
  const [longest] = fits.sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : access[longest];
}

function eventOf(visit: Visit, path: string): object {
  const isText = visit.body.equals(Buffer.from(visit.body.toString('utf8')));
  return {
    path,
    httpMethod: visit.method,
    headers: visit.headers,
    queryStringParameters: Object.fromEntries(visit.query),
    requestContext: { requestId: '', sourceIp: '127.0.0.1' },
    body: visit.body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

/** `{ statusCode, headers, body, isBase64Encoded }` is taken apart; text is sent as it is, the rest as JSON. */
function replyOf(answer: unknown): Reply {
  if (typeof answer === 'string')
    return { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: answer };
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) return jsonReply(answer);
  const { statusCode, headers, body = '', isBase64Encoded } = answer as Record<string, unknown>;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status: Number(statusCode),
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([key, value]) => [key, String(value)])),
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}
