import { CloudClock } from './clock/cloud-clock';
import type { Caller } from './functions/caller';
import { FunctionHost } from './functions/function-host';
import { adminRoute } from './http/admin-route';
import { callFunctionRoute } from './http/client-routes';
import { clockRoute, healthRoute } from './http/control-routes';
import { HttpDoor } from './http/http-door';
import { acceptRoute, messagesRoute } from './http/wechat-routes';
import type { Cloud } from './protocol/action';
import { DocumentStore } from './store/document-store';
import { Transactions } from './store/transactions';
import { WeChatDesk, type TrayMessage, type WeChatOptions } from './wechat/wechat-desk';

export type { MessageTemplate, TrayMessage, WeChatOptions } from './wechat/wechat-desk';
export type { FieldKind } from './wechat/field-rules';

export interface LocalCloudOptions {
  /** Everything the cloud keeps. Made when it is missing. */
  readonly dataDir: string;
  /** The deployable functions: `<name>/index.js` exporting `main`, with an optional `config.json`. */
  readonly functionsDir: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Default `local-cloud`. */
  readonly envId?: string;
  /** Warm workers a function; default 4. */
  readonly workers?: number;
  /** Environment variables, by function. */
  readonly functionEnv?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly weChat?: WeChatOptions;
  /** Takes what functions print and what the cloud has to say. */
  readonly log?: (line: string) => void;
}

/** Who calls a function: a WeChat user, or nobody. */
export type Identity = Pick<Caller, 'openId' | 'appId' | 'unionId'>;

export interface LocalCloud {
  readonly envId: string;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** For `TCB_CONTEXT_CNFG`: `{"URL": adminUrl}`. */
  readonly adminUrl: string;
  /** What a server SDK outside a function needs in its environment to talk to this cloud. */
  readonly sdkEnvironment: Readonly<Record<string, string>>;
  /** Calls a function as a mini-program's user would. @throws Error with `code` */
  callFunction(name: string, event?: unknown, identity?: Identity): Promise<unknown>;
  readonly clock: {
    /** Epoch milliseconds. */
    now(): number;
    /** Forward only. Resolves when everything due on the way has run. */
    moveTo(instant: number): Promise<void>;
    advance(milliseconds: number): Promise<void>;
  };
  readonly weChat: {
    accept(openid: string, templateIds: readonly string[]): Promise<void>;
    messages(openid?: string): TrayMessage[];
  };
  close(): Promise<void>;
}

/**
 * Starts a CloudBase environment on this laptop.
 *
 * @throws Error saying what is wrong: the directory is held by another cloud, its file is damaged, the port is in use
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, functionsDir, envId = 'local-cloud', log = () => undefined } = options;
  const store = DocumentStore.open(dataDir);
  const clock = new CloudClock();
  const now = (): number => clock.now();
  let adminUrl = '';
  const functions = new FunctionHost({
    functionsDir,
    envId,
    workers: options.workers ?? 4,
    functionEnv: options.functionEnv ?? {},
    clock: clock.shift,
    adminUrl: () => adminUrl,
    log,
  });
  const cloud: Cloud = {
    envId,
    store,
    functions,
    transactions: new Transactions(store, now),
    weChat: new WeChatDesk(options.weChat ?? {}, store, now),
    now,
  };
  const moveClockTo = async (instant: number): Promise<void> => clock.moveTo(instant);
  const theCloud = (): Cloud => cloud;
  const door = new HttpDoor([
    adminRoute(theCloud),
    callFunctionRoute(theCloud),
    messagesRoute(theCloud),
    acceptRoute(theCloud),
    healthRoute(theCloud),
    clockRoute(theCloud, { moveClockTo }),
  ]);
  let port: number;
  try {
    port = await door.listen(options.port ?? 0);
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
  const url = `http://127.0.0.1:${port}`;
  adminUrl = `${url}/admin`;

  return {
    envId,
    port,
    url,
    adminUrl,
    sdkEnvironment: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
      TENCENTCLOUD_SECRETID: 'local-cloud',
      TENCENTCLOUD_SECRETKEY: 'local-cloud',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: envId,
    },
    callFunction: async (name, event = {}, identity = {}) =>
      JSON.parse(
        await functions.invoke(name, JSON.stringify(event), { source: 'wx_client', ...identity }),
      ) as unknown,
    clock: { now, moveTo: moveClockTo, advance: (milliseconds) => moveClockTo(now() + milliseconds) },
    weChat: {
      accept: async (openid, templateIds) => {
        cloud.weChat.accept(openid, templateIds);
        await store.settled();
      },
      messages: (openid) => cloud.weChat.messages(openid),
    },
    close: async () => {
      functions.close();
      await door.close();
      await store.close();
    },
  };
}
