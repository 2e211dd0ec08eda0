import { createHmac, timingSafeEqual } from 'node:crypto';

export interface OcrOptions {
  /** What senders sign with. Without a key the gateway takes nothing. */
  readonly key?: string;
}

export interface OcrRequest {
  readonly picture: Buffer;
  readonly card: string;
  /** Epoch milliseconds, as text. */
  readonly time: string;
  /** Hex HMAC-SHA-256 over time, card and the picture, the first two each followed by a line feed. */
  readonly signature: string;
}

/** What the gateway answers: the words on the card, or why not with the HTTP status. */
export type OcrAnswer =
  | { readonly read: true; readonly name: string; readonly number: string }
  | { readonly status: number; readonly reason: string };

const CARDS = ['idCard', 'badge'];
const STALE_AFTER_MS = 5 * 60_000;
/** A picture of a made-up card says in its bytes what stands on it: 'card:王芳;11010519491231002X;'. */
const WORDS = /card:([^;]{1,40});([^;]{1,40});/;

/** A gateway on this laptop that reads pictures of made-up cards; checks what a real one checks, keeps nothing. */
export class OcrDesk {
  constructor(
    private readonly options: OcrOptions,
    private readonly now: () => number,
  ) {}

  take({ picture, card, time, signature }: OcrRequest): OcrAnswer {
    if (!this.isSigned(picture, card, time, signature)) return { status: 401, reason: 'bad-signature' };
    if (Math.abs(this.now() - Number(time)) > STALE_AFTER_MS) return { status: 401, reason: 'stale' };
    if (!CARDS.includes(card)) return { status: 400, reason: 'unknown-card' };
    const isPicture = picture[0] === 0xff || picture[0] === 0x89;
    if (!isPicture) return { status: 400, reason: 'no-picture' };
    const [, name, number] = WORDS.exec(picture.toString('utf8')) ?? [];
    if (name === undefined || number === undefined) return { status: 200, reason: 'unreadable' };
    return { read: true, name, number };
  }

  private isSigned(picture: Buffer, card: string, time: string, signature: string): boolean {
    const { key } = this.options;
    if (key === undefined || !/^\d+$/.test(time)) return false;
    const expected = createHmac('sha256', key).update(`${time}\n${card}\n`).update(picture).digest();
    const given = Buffer.from(signature, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
