import { CloudClock } from './clock/cloud-clock';
import { TimeKeeper, type TimerMode } from './clock/time-keeper';
import { FunctionHost } from './functions/function-host';
import type { Cloud } from './protocol/action';
import { reasonOf } from './protocol/refusal';
import { SmsDesk, type SmsOptions } from './sms/sms-desk';
import { FileCabinet } from './storage/file-cabinet';
import { StorageDesk } from './storage/storage-desk';
import type { StorageRules } from './storage/storage-rules';
import { UrlSigner } from './storage/url-signer';
import { DocumentStore } from './store/document-store';
import { Transactions } from './store/transactions';
import type { IndexDeclaration } from './store/unique-index';
import { AccessTokens } from './wechat/access-tokens';
import { EmployeeDesk } from './wechat/employee-desk';
import { WeChatDesk, type WeChatOptions } from './wechat/wechat-desk';

/** Everything that is said about a cloud before it opens. */
export interface CloudPlan {
  readonly dataDir: string;
  readonly functionsDir: string;
  readonly envId: string;
  readonly workers: number;
  readonly functionEnv: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly indexes: readonly IndexDeclaration[];
  readonly storageRules: StorageRules;
  readonly timers: TimerMode;
  /** Where an empty cloud's clock begins, epoch milliseconds; undefined: now. */
  readonly beginAt: number | undefined;
  readonly weChat: WeChatOptions;
  readonly sms: SmsOptions;
  readonly log: (line: string) => void;
  /** `http://127.0.0.1:<port>`, known once the door is open. */
  readonly baseUrl: () => string;
}

/** A cloud over its directory, which nobody else can open meanwhile. */
export interface OpenCloud {
  readonly cloud: Cloud;
  readonly timeKeeper: TimeKeeper;
  /** Ends running functions and lets go of the directory. */
  close(): Promise<void>;
}

/** @throws Error when the directory is held or damaged, or a rule or an index is wrong; nothing stays open then */
export async function openCloud(plan: CloudPlan): Promise<OpenCloud> {
  const { dataDir, functionsDir, envId, log } = plan;
  const store = await DocumentStore.open(dataDir, plan.indexes);
  try {
    const clock = new CloudClock(TimeKeeper.shiftIn(store, plan.beginAt));
    const now = (): number => clock.now();
    const functions = new FunctionHost({
      functionsDir,
      envId,
      workers: plan.workers,
      functionEnv: plan.functionEnv,
      cloudUrl: plan.baseUrl,
      clock: clock.shift,
      log,
    });
    const cabinet = new FileCabinet(dataDir, store, now);
    const signer = new UrlSigner(store);
    const weChat = new WeChatDesk(plan.weChat, store, now);
    const cloud: Cloud = {
      envId,
      store,
      functions,
      transactions: new Transactions(store, now),
      weChat,
      employees: new EmployeeDesk(
        plan.weChat.employeeTemplates ?? [],
        (page) => weChat.pageExists(page),
        store,
        now,
      ),
      tokens: new AccessTokens(plan.weChat.app, now),
      sms: new SmsDesk(plan.sms, store, now),
      storage: new StorageDesk(envId, cabinet, signer, plan.storageRules, now, plan.baseUrl),
      now,
    };
    const fire = async (name: string, event: string): Promise<void> => {
      await functions.invoke(name, event, { source: 'wx_trigger' }).catch((thrown: unknown) => {
        log(`[timers] ${name} failed: ${reasonOf(thrown)}`);
      });
    };
    const timeKeeper = new TimeKeeper({ functionsDir, store, clock, fire, timers: plan.timers, log });
    return {
      cloud,
      timeKeeper,
      close: async () => {
        timeKeeper.close();
        functions.close();
        await store.close();
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}
