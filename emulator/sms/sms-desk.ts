import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { writeEjson } from '../protocol/ejson';
import type { DocumentStore } from '../store/document-store';

/** A text that the gateway's operator approved; `{name}` is a field. */
export interface SmsTemplate {
  readonly id: string;
  readonly text: string;
}

export interface SmsOptions {
  /** What senders sign with. Without a key the gateway takes nothing. */
  readonly key?: string;
  readonly templates?: readonly SmsTemplate[];
}

/** A short message that reached a phone. */
export interface ShortMessage {
  readonly id: string;
  readonly phone: string;
  readonly template: string;
  readonly text: string;
  /** The cloud's instant, epoch milliseconds. */
  readonly sentAt: number;
}

/** What the gateway answers: taken, or why not with the HTTP status. */
export type SmsAnswer = { readonly sent: true } | { readonly status: number; readonly reason: string };

const MESSAGES = '$short-messages';
const PHONE = /^1\d{10}$/;

/** A short-message gateway on this laptop: checks what a real one checks and keeps what it was given. */
export class SmsDesk {
  constructor(
    private readonly options: SmsOptions,
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {}

  /** @param signature hex HMAC-SHA-256 over `time`, a line feed and the body as it came */
  take(body: string, time: string, signature: string): SmsAnswer {
    if (!this.isSigned(body, time, signature)) return { status: 401, reason: 'bad-signature' };
    const { phone, template: id, fields } = readMessage(body);
    if (typeof phone !== 'string' || !PHONE.test(phone)) return { status: 400, reason: 'bad-phone' };
    const template = this.options.templates?.find((one) => one.id === id);
    if (!template) return { status: 400, reason: 'unknown-template' };
    const values = Object(fields) as Record<string, unknown>;
    const names = [...template.text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    if (names.some((name) => typeof values[name] !== 'string')) return { status: 400, reason: 'bad-fields' };
    const message: ShortMessage = {
      id: randomBytes(8).toString('hex'),
      phone,
      template: template.id,
      text: template.text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
      sentAt: this.now(),
    };
    this.store.apply([{ collection: MESSAGES, key: message.id, text: writeEjson(message) }]);
    return { sent: true };
  }

  /** What a phone has received, oldest first; of every phone without a number. */
  messages(phone?: string): ShortMessage[] {
    return [...this.store.own(MESSAGES).slots.values()]
      .map(({ current }) => current.document as unknown as ShortMessage)
      .filter((message) => phone === undefined || message.phone === phone);
  }

  private isSigned(body: string, time: string, signature: string): boolean {
    const { key } = this.options;
    if (key === undefined || !/^\d+$/.test(time)) return false;
    const expected = createHmac('sha256', key).update(`${time}\n${body}`).digest();
    const given = Buffer.from(signature, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function readMessage(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
