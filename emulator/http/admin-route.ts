import { answerAdmin } from '../protocol/admin-door';
import type { Cloud, Request } from '../protocol/action';
import { LIMITS } from '../protocol/limits';
import { isPlainObject } from '../store/document';
import { jsonReply, type Route } from './http-door';

/** `POST /admin?env=&seqId=`: where the server SDK sends everything. Errors are HTTP 200 with a code. */
export const adminRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /admin',
  mostBytes: LIMITS.requestBytes,
  fromBrowser: false,
  answer: async ({ body, tooLarge }) => {
    if (tooLarge)
      return jsonReply({
        code: 'EXCEED_REQUEST_SIZE_LIMIT',
        message: `a request may have ${LIMITS.requestBytes} bytes`,
      });
    const request = parse(body);
    if (!request) return jsonReply({ code: 'INVALID_PARAM', message: 'the request is not a JSON object' });
    return jsonReply(await answerAdmin(cloud(), request));
  },
});

function parse(body: Buffer): Request | undefined {
  try {
    const request: unknown = JSON.parse(body.toString('utf8'));
    return isPlainObject(request) ? request : undefined;
  } catch {
    return undefined;
  }
}
