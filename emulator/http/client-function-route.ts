import type { Cloud } from '../protocol/action';
import { LIMITS } from '../protocol/limits';
import { Refusal } from '../protocol/refusal';
import { clientReply, openIdOf, readClientJson } from './client-door';
import type { Route, Visit } from './http-door';

/** Stands in for `wx.cloud.callFunction` where there is no WeChat: `{ name, data }` in, `{ result }` out. */
export const callFunctionRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /client/callFunction',
  // The name and the JSON around the event come on top.
  mostBytes: LIMITS.clientEventBytes + 1024,
  fromBrowser: true,
  answer: (visit) =>
    clientReply('callFunction', async () => {
      const { name, event } = readCall(visit);
      const openId = openIdOf(visit);
      const caller = { source: 'wx_client', ...(openId !== undefined && { openId }) };
      return { result: JSON.parse(await cloud().functions.invoke(name, event, caller)) as unknown };
    }),
});

function readCall(visit: Visit): { name: string; event: string } {
  if (visit.tooLarge) throw tooLarge();
  const { name, data = {} } = readClientJson(visit);
  if (typeof name !== 'string') throw new Refusal('INVALID_PARAM', '"name" must be the function\'s name');
  const event = JSON.stringify(data);
  if (Buffer.byteLength(event) > LIMITS.clientEventBytes) throw tooLarge();
  return { name, event };
}

const tooLarge = (): Refusal =>
  new Refusal(
    'EXCEED_REQUEST_SIZE_LIMIT',
    `a client may send ${LIMITS.clientEventBytes} bytes; send files through storage`,
  );
