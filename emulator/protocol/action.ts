import type { FunctionHost } from '../functions/function-host';
import type { SmsDesk } from '../sms/sms-desk';
import type { DocumentStore } from '../store/document-store';
import type { StorageDesk } from '../storage/storage-desk';
import type { Transactions } from '../store/transactions';
import type { AccessTokens } from '../wechat/access-tokens';
import type { EmployeeDesk } from '../wechat/employee-desk';
import type { WeChatDesk } from '../wechat/wechat-desk';

/** What the protocol's actions work with. */
export interface Cloud {
  readonly envId: string;
  readonly store: DocumentStore;
  readonly transactions: Transactions;
  readonly functions: FunctionHost;
  readonly weChat: WeChatDesk;
  readonly employees: EmployeeDesk;
  readonly tokens: AccessTokens;
  readonly sms: SmsDesk;
  readonly storage: StorageDesk;
  /** The cloud's instant in epoch milliseconds. */
  now(): number;
}

/** The body of `POST /admin`: `{ action, envName, … }`. */
export type Request = Readonly<Record<string, unknown>>;

/** What an action answers, before `requestId` is added. */
export type Answer = Readonly<Record<string, unknown>>;

/** @throws Refusal for everything the cloud says no to */
export type Action = (cloud: Cloud, request: Request) => Answer | Promise<Answer>;
