import Taro from '@tarojs/taro';
import type { Call } from '@contract/envelope';

/** What came back over the wire: an answer of the server, still unread, or none at all. */
export type Reply =
  | { readonly kind: 'answered'; readonly envelope: unknown }
  | { readonly kind: 'unreachable'; readonly reason: Unreachable };

/** Why there was no answer: no network, no answer in time, or the platform could not run the function. */
export type Unreachable = 'offline' | 'timeout' | 'service';

const FUNCTION_NAME = 'api';

let started = false;

function cloud() {
  if (!started) Taro.cloud.init(CLOUD_ENVIRONMENT === '' ? {} : { env: CLOUD_ENVIRONMENT });
  started = true;
  return Taro.cloud;
}

/** Calls the cloud function; WeChat adds who is asking. Never rejects. */
export async function transport(call: Call, timeoutMs: number): Promise<Reply> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unreachable', reason: 'timeout' }), timeoutMs);
  });
  try {
    return await Promise.race([ask(call), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(call: Call): Promise<Reply> {
  try {
    const { result } = await cloud().callFunction({ name: FUNCTION_NAME, data: { ...call } });
    return { kind: 'answered', envelope: result };
  } catch {
    return { kind: 'unreachable', reason: (await isOffline()) ? 'offline' : 'service' };
  }
}

async function isOffline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType === 'none';
  } catch {
    return false;
  }
}
