import type { Cloud } from '../protocol/action';
import { jsonReply, type Route } from './http-door';

const header = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** `POST /sms/send`: a gateway's door, for functions. */
export const smsSendRoute = (cloud: () => Cloud): Route => ({
  on: 'POST /sms/send',
  mostBytes: 10_000,
  fromBrowser: false,
  answer: async ({ body, headers }) => {
    const { sms, store } = cloud();
    const answer = sms.take(
      body.toString('utf8'),
      header(headers['x-sms-time']),
      header(headers['x-sms-signature']),
    );
    if ('status' in answer) return jsonReply({ sent: false, reason: answer.reason }, answer.status);
    await store.settled();
    return jsonReply(answer);
  },
});

/** `GET /sms/messages?phone=`: what the phone has received. */
export const shortMessagesRoute = (cloud: () => Cloud): Route => ({
  on: 'GET /sms/messages',
  mostBytes: 0,
  fromBrowser: true,
  answer: ({ query }) => jsonReply({ messages: cloud().sms.messages(query.get('phone') ?? undefined) }),
});
