const ANSWER_WITHIN_MS = 5000;
/** The platform renews a token five minutes before its end; both hold meanwhile. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** The token is wrong, missing or over. */
const TOKEN_ERRORS: readonly number[] = [40001, 40014, 41001, 42001];

export interface WeChatAccount {
  /** `https://api.weixin.qq.com`, or where its stand-in listens. */
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
}

export interface WeChatAnswer {
  readonly errcode: number;
  readonly errmsg: string;
}

/** WeChat's interfaces that cannot be called from a function by `callWxOpenApi`: over HTTPS with an access token. */
export type WeChatApi = (path: string, body: object) => Promise<WeChatAnswer>;

/** One token an instance, fetched when it is first needed and again when WeChat says that it is over. */
export function wechatApi({ url, appId, secret }: WeChatAccount): WeChatApi {
  let token: { readonly text: string; readonly until: number } | null = null;

  const freshToken = async (): Promise<string> => {
    const asked = { grant_type: 'client_credential', appid: appId, secret };
    const answer = (await post(`${url}/cgi-bin/stable_token`, asked)) as {
      access_token?: string;
      expires_in?: number;
      errcode?: number;
    };
    if (typeof answer.access_token !== 'string')
      throw new Error(`WeChat gave no access token: ${String(answer.errcode)}`);
    const until = Date.now() + (answer.expires_in ?? 0) * 1000 - RENEW_BEFORE_MS;
    token = { text: answer.access_token, until };
    return answer.access_token;
  };

  return async (path, body) => {
    const held = token !== null && Date.now() < token.until ? token.text : null;
    const send = async (text: string) =>
      (await post(`${url}${path}?access_token=${encodeURIComponent(text)}`, body)) as WeChatAnswer;
    const answer = await send(held ?? (await freshToken()));
    if (held === null || !TOKEN_ERRORS.includes(answer.errcode)) return answer;
    return send(await freshToken());
  };
}

async function post(address: string, body: object): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return response.json();
}
