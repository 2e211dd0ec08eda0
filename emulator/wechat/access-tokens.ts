import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WeChatAnswer } from './wechat-desk';

/** The mini-program's account, as interfaces over HTTPS ask for it. */
export interface WeChatApp {
  readonly id: string;
  readonly secret: string;
}

/** What `stable_token` answers when it gives one. */
export interface TokenAnswer {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

const VALID_SECONDS = 7200;
const key = randomBytes(32);

/** Hands out and checks access tokens: the instant until which one holds, signed. */
export class AccessTokens {
  constructor(
    private readonly app: WeChatApp | undefined,
    private readonly now: () => number,
  ) {}

  /** `POST /cgi-bin/stable_token` */
  issue(request: Readonly<Record<string, unknown>>): TokenAnswer | WeChatAnswer {
    if (request.grant_type !== 'client_credential') return { errCode: 40002, errMsg: 'invalid grant_type' };
    if (!this.app || request.appid !== this.app.id) return { errCode: 40013, errMsg: 'invalid appid' };
    if (request.secret !== this.app.secret) return { errCode: 40125, errMsg: 'invalid appsecret' };
    const until = String(Math.floor(this.now() / 1000) + VALID_SECONDS);
    return { access_token: `${until}.${signed(until)}`, expires_in: VALID_SECONDS };
  }

  /** Null when the token holds; else why it does not. */
  refuse(token: string | null): WeChatAnswer | null {
    if (token === null || token === '') return { errCode: 41001, errMsg: 'access_token missing' };
    const [until = '', signature = ''] = token.split('.');
    const expected = Buffer.from(signed(until));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return { errCode: 40001, errMsg: 'invalid credential, access_token is invalid or not latest' };
    return Number(until) * 1000 > this.now() ? null : { errCode: 42001, errMsg: 'access_token expired' };
  }
}

const signed = (until: string): string => createHmac('sha256', key).update(until).digest('hex');
