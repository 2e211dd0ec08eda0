import type { Call } from '@contract/envelope';
import { actingAs } from '@/phone/acting-as.h5';
import type { Reply } from './transport';
import type * as weapp from './transport';

/** The laptop's view: the same call over HTTP to the origin that served the page. */
export const transport: typeof weapp.transport = async (call, timeoutMs) => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await ask(call, abort.signal);
  } catch {
    const reason = abort.signal.aborted ? 'timeout' : navigator.onLine ? 'service' : 'offline';
    return { kind: 'unreachable', reason };
  } finally {
    clearTimeout(timer);
  }
};

async function ask({ procedure, input }: Call, signal: AbortSignal): Promise<Reply> {
  const response = await fetch('/client/callFunction', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': actingAs() },
    body: JSON.stringify({ name: 'api', data: { procedure, input } }),
    signal,
  });
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('result' in body))
    return { kind: 'unreachable', reason: 'service' };
  return { kind: 'answered', envelope: body.result };
}
