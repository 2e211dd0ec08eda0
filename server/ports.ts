import type { Instant } from '@domain/time/instant';
import type { Papers } from './archive/paper-order';
import type { Workbooks } from './spreadsheets/workbooks';

type Scalar = string | number | boolean | null;

/** How a field must stand: equal to a scalar, one of several, or compared. */
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  /** Text with this text somewhere in it, letters in either case. */
  | { readonly contains: string }
  | { readonly lt: number | string }
  | { readonly lte: number | string }
  | { readonly gt: number | string }
  | { readonly gte: number | string };

export type Where = Readonly<Record<string, Condition>>;

/** What an update does to the fields at the given paths. `set` replaces a value whole: objects are not merged. */
export interface Changes {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly increment?: Readonly<Record<string, number>>;
}

export interface Document {
  readonly _id: string;
}

export interface FindOptions {
  /** At most 1000: the cloud returns no more. */
  readonly limit: number;
  readonly orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
}

/** Reads and writes by document id only: anything else would run outside the transaction. */
export interface Transaction {
  read(collection: string, id: string): Promise<unknown | null>;
  /** A document with this id exists already: somebody else won, and the whole transaction is lost. */
  add(collection: string, document: Document): Promise<void>;
  /** Several in one request, of one collection. */
  addAll(collection: string, documents: readonly Document[]): Promise<void>;
  /** For what was never used by anybody: facts are never removed. */
  remove(collection: string, id: string): Promise<void>;
  update(collection: string, id: string, changes: Changes): Promise<void>;
}

export interface Database {
  read(collection: string, id: string): Promise<unknown | null>;
  find(collection: string, where: Where, options: FindOptions): Promise<readonly unknown[]>;
  /** Resolves to false when a document with this id exists already. */
  add(collection: string, document: Document): Promise<boolean>;
  /** Updates the document if it still stands as `where` says; resolves to whether it did. */
  updateWhere(collection: string, id: string, where: Where, changes: Changes): Promise<boolean>;
  /** Whether there was one to remove. For what only points elsewhere: facts are never removed. */
  remove(collection: string, id: string): Promise<boolean>;
  /** All or nothing; null when another writer won. */
  transaction<Value>(run: (transaction: Transaction) => Promise<Value>): Promise<Value | null>;
}

export interface Clock {
  now(): Instant;
  /** Minutes east of UTC that this IANA zone keeps at this instant. */
  offsetMinutes(zone: string, at: Instant): number;
}

export interface Ids {
  /** Hard to guess, for faults and the like. */
  unique(): string;
  /** An invitation code of at least 60 random bits. */
  invitationCode(): string;
  /** Keyed digest under which an invitation code is stored, hex. */
  invitationDigest(code: string): string;
  /** Six random digits for a short message. */
  signingCode(): string;
  /** SHA-256 in hex. */
  digest(content: string | Uint8Array): string;
}

/** One message of a template to one person in WeChat. */
export interface SubscriptionMessage {
  readonly openid: string;
  readonly templateId: string;
  /** The page it opens, with its query. */
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Delivery =
  | { readonly sent: true }
  /** 43101: refused, or no acceptance left; 47003: a field breaks its rule; others as WeChat numbers them. */
  | { readonly sent: false; readonly errorCode: number; readonly message: string };

/** The storage. */
export interface Files {
  /** The bytes; null when there is no such file. */
  read(fileId: string): Promise<Uint8Array | null>;
  /** Stores bytes under a path that only the server can read; resolves to the file id. */
  keep(path: string, bytes: Uint8Array): Promise<string>;
  remove(fileId: string): Promise<void>;
  /** Addresses that work for ten minutes, for whoever has just been authorised. */
  addresses(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Messages {
  send(message: SubscriptionMessage): Promise<Delivery>;
}

/** 用工消息: to people who are bound to the mini-program as its staff. 40256: not bound; 50001: not subscribed. */
export interface EmployeeMessages {
  send(message: SubscriptionMessage): Promise<Delivery>;
  /** Ends the relation in WeChat; the person hears of it there. */
  unbind(openid: string): Promise<Delivery>;
}

/** Text under a key that lives outside the database. Every box names its key. */
export interface Box {
  readonly keyId: string;
  /** Base64. */
  readonly sealed: string;
}

/** For ID numbers, phone numbers, drawn signatures, and the files that people hand in. */
export interface Cipher {
  /** `place` says where the box lies ('personnel/E001/phone'): moved elsewhere, it does not open. */
  seal(text: string, place: string): Box;
  /** Throws when the key is gone, the box was changed, or it lies in another place. */
  open(box: Box, place: string): string;
  /** A whole file, sealed: it begins with the id of its key. `place` as for text. */
  sealBytes(bytes: Uint8Array, place: string): Uint8Array;
  /** Throws as `open` does, and for bytes that no cipher of this house made. */
  openBytes(sealed: Uint8Array, place: string): Uint8Array;
  /** HMAC-SHA-256 in hex under a key of its own, for finding or comparing without reading; a purpose has its own digests. */
  digest(purpose: string, text: string): string;
}

/** Reads the words on a picture of a card. It reads and proves nothing about the card. */
export interface CardReader {
  read(card: 'idCard' | 'badge', picture: Uint8Array): Promise<CardReading>;
}

export type CardReading =
  | { readonly read: true; readonly name: string | null; readonly number: string | null }
  /** For the log: 'unreadable', 'TimeoutError', the gateway's own word. */
  | { readonly read: false; readonly reason: string };

/** A short message in the words of a template that the gateway knows. */
export interface SmsMessage {
  /** Eleven digits. */
  readonly phone: string;
  readonly template: SmsTemplate;
  readonly fields: Readonly<Record<string, string>>;
}

/** `signing-code`: { code, minutes }; `task`: { title, fact }. */
export type SmsTemplate = 'signing-code' | 'task';

export type SmsDelivery =
  | { readonly sent: true }
  /** For the log and for choosing another way: 'not-configured', 'TimeoutError', the gateway's own word. */
  | { readonly sent: false; readonly reason: string };

export interface Sms {
  send(message: SmsMessage): Promise<SmsDelivery>;
}

/** Accounts of one person in the company's other systems. */
export interface AccountOrder {
  /** The same order again has the same key. */
  readonly key: string;
  readonly employmentId: string;
  /** The systems by name: 'mail', 'oa'. */
  readonly accounts: readonly string[];
}

export type AccountAnswer =
  | { readonly done: true }
  /** For the log: 'not-configured', 'TimeoutError', 'status 401'. */
  | { readonly done: false; readonly reason: string; readonly worthRepeating: boolean };

export interface Accounts {
  freeze(order: AccountOrder): Promise<AccountAnswer>;
  restore(order: AccountOrder): Promise<AccountAnswer>;
}

/** One line of the log: never names, codes, coordinates or whole documents. */
export interface Log {
  write(line: Readonly<Record<string, string | number | boolean | null>>): void;
}

export interface Ports {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly messages: Messages;
  readonly employeeMessages: EmployeeMessages;
  readonly files: Files;
  readonly papers: Papers;
  readonly workbooks: Workbooks;
  readonly cipher: Cipher;
  readonly sms: Sms;
  /** null: not configured, then comparing a card is not offered. */
  readonly cards: CardReader | null;
  readonly accounts: Accounts;
  readonly log: Log;
  readonly settings: DeploymentSettings;
}

/** What one deployment sets by environment variables. */
export interface DeploymentSettings {
  readonly punchReminderTemplateId: string;
  /** Reminds whoever has not signed out after work; null: not configured, then nobody is asked for it. */
  readonly afterWorkTemplateId: string | null;
  /** Tells of a task or a result; null: not configured, then only the inbox tells. */
  readonly taskTemplateId: string | null;
  /** The same as 用工消息; null: the account has no such relation. */
  readonly employeeTemplateId: string | null;
  /** Whether a task that nothing in WeChat brings goes out as a short message. */
  readonly smsForTasks: boolean;
  /** The systems whose accounts are frozen when somebody's access ends: 'mail', 'oa'. */
  readonly accountSystems: readonly string[];
}
