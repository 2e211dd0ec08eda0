import { answerAdmin } from '../protocol/admin-door';
import type { Cloud, Request } from '../protocol/action';
import { LIMITS } from '../protocol/limits';
import { reasonOf, Refusal } from '../protocol/refusal';
import { answerOpenApi } from '../protocol/wx-open-api';
import { isPlainObject } from '../store/document';
import { jsonReply, type Reply, type Route, type Visit } from './http-door';
import { readMultipart } from './multipart';

/** `POST /admin?env=&seqId=`: where the server SDKs send everything. Errors are HTTP 200 with a code. */
export const adminRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /admin',
  mostBytes: LIMITS.requestBytes,
  fromBrowser: false,
  answer: async (visit) => {
    if (visit.tooLarge)
      return refusal('EXCEED_REQUEST_SIZE_LIMIT', `a request may have ${LIMITS.requestBytes} bytes`);
    const contentType = String(visit.headers['content-type'] ?? '');
    if (contentType.startsWith('multipart/')) return openApiReply(cloud(), visit, contentType);
    const request = parse(visit.body);
    if (!request) return refusal('INVALID_PARAM', 'the request is not a JSON object');
    return jsonReply(await answerAdmin(cloud(), request));
  },
});

async function openApiReply(cloud: Cloud, visit: Visit, contentType: string): Promise<Reply> {
  try {
    const body = await answerOpenApi(cloud, readMultipart(visit.body, contentType));
    return { headers: { 'content-type': 'application/octet-stream' }, body };
  } catch (thrown) {
    return refusal(thrown instanceof Refusal ? thrown.code : 'INVALID_PARAM', reasonOf(thrown));
  }
}

const refusal = (code: string, message: string): Reply => jsonReply({ code, message, requestId: '' });

function parse(body: Buffer): Request | undefined {
  try {
    const request: unknown = JSON.parse(body.toString('utf8'));
    return isPlainObject(request) ? request : undefined;
  } catch {
    return undefined;
  }
}
