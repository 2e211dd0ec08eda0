import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adminRoute } from './http/admin-route';
import { callFunctionRoute } from './http/client-function-route';
import { clientDeleteRoute, clientUploadRoute, clientUrlsRoute } from './http/client-storage-routes';
import { controlRoutes } from './http/control-routes';
import { functionHttpRoute } from './http/function-http-route';
import { HttpDoor } from './http/http-door';
import { downloadRoute, uploadRoute } from './http/storage-routes';
import { ocrRoute } from './http/ocr-route';
import { shortMessagesRoute, smsSendRoute } from './http/sms-routes';
import { wechatApiRoutes } from './http/wechat-api-routes';
import { acceptRoute, messagesRoute } from './http/wechat-routes';
import type { LocalCloud, LocalCloudOptions } from './local-cloud';
import { openCloud, type CloudPlan } from './open-cloud';
import { SnapshotShelf } from './snapshots/snapshot-shelf';
import { DEFAULT_STORAGE_RULES } from './storage/storage-rules';

export type * from './local-cloud';

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
    sms: options.sms ?? {},
    log: options.log ?? (() => undefined),
    baseUrl: () => url,
  };
  let open = await openCloud(plan);
  const cloud = () => open.cloud;
  const shelf = new SnapshotShelf(plan.dataDir);
  const snapshots = {
    save: (name: string) => {
      const { store, storage, now } = cloud();
      return storage.cabinet.keepingBytes(() => shelf.save(name, now(), (path) => store.copyTo(path)));
    },
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
  const moved = async (move: Promise<void>): Promise<void> => {
    await move;
    cloud().transactions.expire();
  };
  const moveClockTo = (instant: number): Promise<void> => moved(open.timeKeeper.moveTo(instant));
  const moveClockBy = (milliseconds: number): Promise<void> => moved(open.timeKeeper.moveBy(milliseconds));
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
    ...wechatApiRoutes(cloud),
    smsSendRoute(cloud),
    ocrRoute(cloud, options.ocr ?? {}),
    shortMessagesRoute(cloud),
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
      bindEmployee: async (openid, templateIds) => {
        cloud().employees.bind(openid, templateIds);
        await cloud().store.settled();
      },
      isBound: (openid) => cloud().employees.relation(openid).bound,
      messages: (openid) => cloud().weChat.messages(openid),
    },
    sms: { messages: (phone) => cloud().sms.messages(phone) },
    snapshots,
    close: () => (closing ??= close()),
  };
}
