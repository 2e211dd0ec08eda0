import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TimerMode } from './clock/time-keeper';
import type { Caller } from './functions/caller';
import { adminRoute } from './http/admin-route';
import { callFunctionRoute } from './http/client-function-route';
import { clientDeleteRoute, clientUploadRoute, clientUrlsRoute } from './http/client-storage-routes';
import { controlRoutes } from './http/control-routes';
import { functionHttpRoute, type HttpAccess } from './http/function-http-route';
import { HttpDoor } from './http/http-door';
import { downloadRoute, uploadRoute } from './http/storage-routes';
import { acceptRoute, messagesRoute } from './http/wechat-routes';
import { openCloud, type CloudPlan } from './open-cloud';
import { SnapshotShelf, type Snapshot } from './snapshots/snapshot-shelf';
import { DEFAULT_STORAGE_RULES, type StorageRules } from './storage/storage-rules';
import type { IndexDeclaration } from './store/unique-index';
import type { TrayMessage, WeChatOptions } from './wechat/wechat-desk';

export type { MessageTemplate, TrayMessage, WeChatOptions } from './wechat/wechat-desk';
export type { FieldKind } from './wechat/field-rules';
export type { IndexDeclaration, Snapshot, StorageRules, TimerMode };

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
  /** Indexes as they are made in the console. */
  readonly indexes?: readonly IndexDeclaration[];
  /** Storage rules for clients; default: everybody reads, the creator writes. */
  readonly storageRules?: StorageRules;
  /** Functions with an HTTP path, reached below `/http`: `{ '/open': 'open' }`. */
  readonly httpAccess?: HttpAccess;
  /** When timers fire; default `always`. */
  readonly timers?: TimerMode;
  /**
   * Where the clock of an empty cloud begins, epoch milliseconds; default now. A past instant lets a seed play
   * a history through the functions themselves and then move the clock up to now.
   */
  readonly beginAt?: number;
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
    /** Records one tap on "accept" of one to three templates. */
    accept(openid: string, templateIds: readonly string[]): Promise<void>;
    messages(openid?: string): TrayMessage[];
  };
  readonly snapshots: {
    save(name: string): Promise<Snapshot>;
    load(name: string): Promise<Snapshot>;
    list(): Snapshot[];
  };
  /** Lets go of everything; a second time does nothing more. */
  close(): Promise<void>;
}

/** Tells scripts where the cloud over a directory listens. */
export const ADDRESS_FILE = 'cloud-address.json';

/**
 * Starts a CloudBase environment on this laptop.
 *
 * @throws Error saying what is wrong: the directory is held by another cloud, its file is damaged, the port is in use
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  let url = '';
  const plan: CloudPlan = {
    dataDir: resolve(options.dataDir),
    functionsDir: resolve(options.functionsDir),
    envId: options.envId ?? 'local-cloud',
    workers: options.workers ?? 4,
    functionEnv: options.functionEnv ?? {},
    indexes: options.indexes ?? [],
    storageRules: options.storageRules ?? DEFAULT_STORAGE_RULES,
    timers: options.timers ?? 'always',
    beginAt: options.beginAt,
    weChat: options.weChat ?? {},
    log: options.log ?? (() => undefined),
    baseUrl: () => url,
  };
  let open = await openCloud(plan);
  const cloud = () => open.cloud;
  const shelf = new SnapshotShelf(plan.dataDir);
  const snapshots = {
    save: (name: string) => shelf.save(name, cloud().now(), (path) => cloud().store.copyTo(path)),
    load: async (name: string) => {
      await open.close();
      try {
        return await shelf.load(name);
      } finally {
        open = await openCloud(plan);
        await open.timeKeeper.start();
      }
    },
    list: () => shelf.list(),
  };
  const moveClockTo = (instant: number): Promise<void> => open.timeKeeper.moveTo(instant);
  const moveClockBy = (milliseconds: number): Promise<void> => open.timeKeeper.moveBy(milliseconds);
  const door = new HttpDoor([
    adminRoute(cloud),
    callFunctionRoute(cloud),
    clientUploadRoute(cloud),
    clientUrlsRoute(cloud),
    clientDeleteRoute(cloud),
    uploadRoute(cloud),
    downloadRoute(cloud),
    messagesRoute(cloud),
    acceptRoute(cloud),
    functionHttpRoute(cloud, options.httpAccess ?? {}),
    ...controlRoutes(cloud, {
      moveClockTo,
      moveClockBy,
      saveSnapshot: snapshots.save,
      loadSnapshot: snapshots.load,
      listSnapshots: snapshots.list,
    }),
  ]);
  const port = await door.listen(options.port ?? 0).catch(async (thrown: unknown) => {
    await open.close();
    throw thrown;
  });
  url = `http://127.0.0.1:${port}`;
  const addressFile = join(plan.dataDir, ADDRESS_FILE);
  writeFileSync(addressFile, JSON.stringify({ url }));
  await open.timeKeeper.start();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await door.close();
    await open.close();
    rmSync(addressFile, { force: true });
  };

  return {
    envId: plan.envId,
    port,
    url,
    adminUrl: `${url}/admin`,
    sdkEnvironment: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD_SECRETID: 'local-cloud',
      TENCENTCLOUD_SECRETKEY: 'local-cloud',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: plan.envId,
    },
    callFunction: async (name, event = {}, identity = {}) => {
      const caller = { source: 'wx_client', ...identity };
      return JSON.parse(await cloud().functions.invoke(name, JSON.stringify(event), caller)) as unknown;
    },
    clock: {
      now: () => cloud().now(),
      moveTo: moveClockTo,
      advance: moveClockBy,
    },
    weChat: {
      accept: async (openid, templateIds) => {
        cloud().weChat.accept(openid, templateIds);
        await cloud().store.settled();
      },
      messages: (openid) => cloud().weChat.messages(openid),
    },
    snapshots,
    close: () => (closing ??= close()),
  };
}
