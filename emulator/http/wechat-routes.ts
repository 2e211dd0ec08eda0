import type { Cloud } from '../protocol/action';
import { reasonOf } from '../protocol/refusal';
import { jsonReply, type Route } from './http-door';

/** `GET /wechat/messages?openid=`: the tray. */
export const messagesRoute = (cloud: () => Cloud): Route => ({
  on: 'GET /wechat/messages',
  mostBytes: 0,
  fromBrowser: true,
  answer: ({ query }) => jsonReply({ messages: cloud().weChat.messages(query.get('openid') ?? undefined) }),
});

/** `POST /wechat/accept { openid, templateIds }`: what a tap in WeChat's own sheet would record. */
export const acceptRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /wechat/accept',
  mostBytes: 10_000,
  fromBrowser: true,
  answer: async ({ body }) => {
    try {
      const { openid, templateIds } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
      if (typeof openid !== 'string' || openid === '') throw new Error('"openid" must be text');
      if (!Array.isArray(templateIds)) throw new Error('"templateIds" must be a list');
      cloud().weChat.accept(openid, templateIds.map(String));
      await cloud().store.settled();
      return jsonReply({ accepted: templateIds });
    } catch (thrown) {
      return jsonReply({ message: reasonOf(thrown) }, 400);
    }
  },
});
