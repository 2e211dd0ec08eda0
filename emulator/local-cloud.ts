import type { TimerMode } from './clock/time-keeper';
import type { Caller } from './functions/caller';
import type { HttpAccess } from './http/function-http-route';
import type { Snapshot } from './snapshots/snapshot-shelf';
import type { StorageRules } from './storage/storage-rules';
import type { OcrOptions } from './ocr/ocr-desk';
import type { ShortMessage, SmsOptions, SmsTemplate } from './sms/sms-desk';
import type { IndexDeclaration } from './store/unique-index';
import type { TrayMessage } from './wechat/tray';
import type { WeChatOptions } from './wechat/wechat-desk';

export type { FieldKind } from './wechat/field-rules';
export type { MessageTemplate } from './wechat/message-template';
export type { HttpAccess, IndexDeclaration, Snapshot, StorageRules, TimerMode, TrayMessage, WeChatOptions };
export type { ShortMessage, SmsOptions, SmsTemplate };

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
  /** Environment variables, by function; `{cloudUrl}` in a value stands for the cloud's own address. */
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
  /** The short-message gateway beside the cloud, at `{cloudUrl}/sms/send`. */
  readonly sms?: SmsOptions;
  /** A reader of cards beside the cloud, at `{cloudUrl}/ocr/read`. */
  readonly ocr?: OcrOptions;
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
    /** Records the tap that binds 用工关系 and subscribes its templates, at most six. */
    bindEmployee(openid: string, templateIds: readonly string[]): Promise<void>;
    isBound(openid: string): boolean;
    messages(openid?: string): TrayMessage[];
  };
  readonly sms: {
    /** What phones have received. */
    messages(phone?: string): ShortMessage[];
  };
  readonly snapshots: {
    save(name: string): Promise<Snapshot>;
    load(name: string): Promise<Snapshot>;
    list(): Snapshot[];
  };
  /** Lets go of everything; a second time does nothing more. */
  close(): Promise<void>;
}
