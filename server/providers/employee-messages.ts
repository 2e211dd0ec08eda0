import type { EmployeeMessages } from '../ports';
import type { WeChatAnswer, WeChatApi } from './wechat-api';

/** 用工消息: its `data` is JSON as text, with a `data` inside. */
export const employeeMessages = (api: WeChatApi): EmployeeMessages => ({
  async send({ openid, templateId, page, fields }) {
    const values = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]));
    const answer = await api('/cgi-bin/message/wxopen/employeerelationmsg/send', {
      touser: openid,
      template_id: templateId,
      page,
      data: JSON.stringify({ data: values }),
    });
    return deliveryOf(answer);
  },
  async unbind(openid) {
    return deliveryOf(await api('/wxa/business/unbinduserb2cauthinfo', { openid_list: [openid] }));
  },
});

const deliveryOf = ({ errcode, errmsg }: WeChatAnswer) =>
  errcode === 0 ? ({ sent: true } as const) : ({ sent: false, errorCode: errcode, message: errmsg } as const);
