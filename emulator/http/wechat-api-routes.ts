import type { Cloud } from '../protocol/action';
import { reasonOf } from '../protocol/refusal';
import type { TokenAnswer } from '../wechat/access-tokens';
import type { WeChatAnswer } from '../wechat/wechat-desk';
import { jsonReply, type Reply, type Route, type Visit } from './http-door';

/** Where the interfaces stand that a server calls over HTTPS: `api.weixin.qq.com` in life. */
const API = '/wechat-api';

type Input = Readonly<Record<string, unknown>>;

/** `POST /wechat-api/…`: WeChat's interfaces that are called with an access token. */
export const wechatApiRoutes = (cloud: () => Cloud): readonly Route[] => [
  route('/cgi-bin/stable_token', ({ body }) => reply(cloud().tokens.issue(readJson(body)))),
  withToken(cloud, '/cgi-bin/message/wxopen/employeerelationmsg/send', (input) =>
    cloud().employees.send(input),
  ),
  withToken(cloud, '/wxa/business/unbinduserb2cauthinfo', (input) => cloud().employees.unbind(input)),
  {
    // What a tap in WeChat's own sheet would record.
    on: 'POST /wechat/employee',
    mostBytes: 10_000,
    fromBrowser: true,
    answer: async ({ body }) => {
      try {
        const { openid, templateIds } = readJson(body);
        if (typeof openid !== 'string' || openid === '') throw new Error('"openid" must be text');
        if (!Array.isArray(templateIds)) throw new Error('"templateIds" must be a list');
        cloud().employees.bind(openid, templateIds.map(String));
        await cloud().store.settled();
        return jsonReply({ bindingStatus: 'accept' });
      } catch (thrown) {
        return jsonReply({ message: reasonOf(thrown) }, 400);
      }
    },
  },
];

const route = (path: string, answer: (visit: Visit) => Reply | Promise<Reply>): Route => ({
  on: `POST ${API}${path}`,
  mostBytes: 100_000,
  fromBrowser: false,
  answer,
});

const withToken = (cloud: () => Cloud, path: string, run: (input: Input) => WeChatAnswer): Route =>
  route(path, async ({ query, body }) => {
    const refused = cloud().tokens.refuse(query.get('access_token'));
    const answer = refused ?? run(readJson(body));
    await cloud().store.settled();
    return reply(answer);
  });

/** Over HTTPS the fields are in small letters, and an error is a 200 as well. */
const reply = (answer: WeChatAnswer | TokenAnswer): Reply =>
  jsonReply('errCode' in answer ? { errcode: answer.errCode, errmsg: answer.errMsg } : answer);

function readJson(body: Buffer): Input {
  try {
    return Object(JSON.parse(body.toString('utf8'))) as Input;
  } catch {
    return {};
  }
}
