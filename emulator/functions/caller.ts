import { randomUUID } from 'node:crypto';

/** Who calls a function, as the platform vouches for it. */
export interface Caller {
  /** The WeChat user; absent for timers, HTTP and other functions. */
  readonly openId?: string;
  readonly appId?: string;
  readonly unionId?: string;
  /** `wx_client`, `wx_trigger`, `wx_http`, or a chain such as `wx_client,scf`. */
  readonly source: string;
  readonly clientIp?: string;
}

/** What a running call may prove later with `WX_API_TOKEN`: which function it is. */
export interface CallEnvironment {
  readonly requestId: string;
  readonly apiToken: string;
  /** Environment variables that are this call's alone. */
  readonly variables: Readonly<Record<string, string>>;
}

export const DEFAULT_APP_ID = 'wxlocalcloud0000';

/** The environment variables through which the platform tells a function who is calling. */
export function callEnvironment(caller: Caller, envId: string): CallEnvironment {
  const requestId = randomUUID();
  const apiToken = randomUUID();
  const weChat: Record<string, string> = {
    WX_CLIENTIP: caller.clientIp ?? '127.0.0.1',
    WX_API_TOKEN: apiToken,
    ...(caller.openId !== undefined && {
      WX_OPENID: caller.openId,
      WX_APPID: caller.appId ?? DEFAULT_APP_ID,
    }),
    ...(caller.unionId !== undefined && { WX_UNIONID: caller.unionId }),
  };
  const cloud: Record<string, string> = { TCB_ENV: envId, TCB_SOURCE: caller.source, TCB_SEQID: requestId };
  return {
    requestId,
    apiToken,
    variables: {
      ...weChat,
      ...cloud,
      WX_CONTEXT_KEYS: Object.keys(weChat).join(','),
      TCB_CONTEXT_KEYS: Object.keys(cloud).join(','),
      ...(caller.source === 'wx_trigger' && { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: apiToken }),
    },
  };
}
