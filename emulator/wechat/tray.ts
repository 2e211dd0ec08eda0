import { randomBytes } from 'node:crypto';
import { writeEjson } from '../protocol/ejson';
import type { DocumentStore } from '../store/document-store';

/** A message that reached its reader. */
export interface TrayMessage {
  readonly id: string;
  /** 订阅消息 or 用工消息. */
  readonly channel: 'subscription' | 'employee';
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  /** Field values as they were sent. */
  readonly data: Readonly<Record<string, string>>;
  readonly page: string;
  readonly miniprogramState: string;
  /** The cloud's instant, epoch milliseconds. */
  readonly sentAt: number;
}

/** One document that a write sets. */
export interface TrayChange {
  readonly collection: string;
  readonly key: string;
  readonly text: string;
}

const MESSAGES = '$wechat-messages';

/** The change that puts a message into the tray. */
export function trayChange(message: Omit<TrayMessage, 'id'>): TrayChange {
  const id = randomBytes(8).toString('hex');
  return { collection: MESSAGES, key: id, text: writeEjson({ id, ...message }) };
}

/** What lies in the tray, oldest first; of everybody without an openid. */
export const trayOf = (store: DocumentStore, openid?: string): TrayMessage[] =>
  [...store.own(MESSAGES).slots.values()]
    .map(({ current }) => current.document as unknown as TrayMessage)
    .filter((message) => openid === undefined || message.openid === openid);
