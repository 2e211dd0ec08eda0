import { writeEjson } from '../protocol/ejson';
import type { DocumentStore } from '../store/document-store';
import { readValues, type MessageTemplate } from './message-template';
import { trayChange } from './tray';
import type { WeChatAnswer } from './wechat-desk';

const RELATIONS = '$wechat-relations';
/** `wx.bindEmployeeRelation` and `wx.requestSubscribeEmployeeMessage` take at most this many templates. */
const MOST_TEMPLATES = 6;

interface Relation {
  readonly bound: boolean;
  /** Templates that the user subscribed; they last, unlike one-time accepts. */
  readonly templateIds: readonly string[];
}

type Input = Readonly<Record<string, unknown>>;

/** 用工关系 and 用工消息: who is bound, which templates each subscribed, and the two interfaces of the server. */
export class EmployeeDesk {
  constructor(
    private readonly templates: readonly MessageTemplate[],
    private readonly pageExists: (page: string) => boolean,
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {}

  /** What a tap in WeChat's own sheet would record. @throws Error for unknown templates, or more than six */
  bind(openid: string, templateIds: readonly string[]): void {
    if (templateIds.length > MOST_TEMPLATES)
      throw new Error(`at most ${MOST_TEMPLATES} templates are asked for at once`);
    const unknown = templateIds.find((id) => !this.template(id));
    if (unknown !== undefined) throw new Error(`the template "${unknown}" is none of 用工消息`);
    const before = this.relation(openid);
    const all = [...new Set([...(before.bound ? before.templateIds : []), ...templateIds])];
    this.keep(openid, { bound: true, templateIds: all });
  }

  /** What `wx.checkEmployeeRelation` would say. */
  relation(openid: string): Relation {
    const slot = this.store.own(RELATIONS).slots.get(openid);
    return (slot?.current.document as Relation | undefined) ?? { bound: false, templateIds: [] };
  }

  /** `POST /cgi-bin/message/wxopen/employeerelationmsg/send`: `data` is JSON as text, with a `data` inside. */
  send({ touser, template_id: templateId, page, data }: Input): WeChatAnswer {
    if (this.templates.length === 0) return answer(43104, 'this app does not have permission');
    if (typeof touser !== 'string' || touser === '') return answer(40257, 'decode touser error');
    const template = typeof templateId === 'string' ? this.template(templateId) : undefined;
    if (!template) return answer(40097, 'invalid args: template_id');
    if (typeof page !== 'string' || page === '' || !this.pageExists(page))
      return answer(40097, 'invalid args: page');
    const values = typeof data === 'string' ? readValues(template, innerData(data)) : { wrong: 'data' };
    if ('wrong' in values) return answer(40097, `invalid args: ${values.wrong}`);
    const { bound, templateIds } = this.relation(touser);
    if (!bound) return answer(40256, 'invalid employee relation');
    if (!templateIds.includes(template.id)) return answer(50001, 'user unauthorized');
    const { id, title } = template;
    this.store.apply([
      trayChange({
        channel: 'employee',
        openid: touser,
        templateId: id,
        title,
        data: values,
        page,
        miniprogramState: 'formal',
        sentAt: this.now(),
      }),
    ]);
    return answer(0, 'ok');
  }

  /** `POST /wxa/business/unbinduserb2cauthinfo` */
  unbind({ openid_list: openids }: Input): WeChatAnswer {
    if (!Array.isArray(openids) || openids.length === 0) return answer(40097, 'invalid args');
    if (openids.some((openid) => typeof openid !== 'string' || openid === ''))
      return answer(40003, 'invalid openid');
    for (const openid of openids as string[]) this.keep(openid, { bound: false, templateIds: [] });
    return answer(0, 'ok');
  }

  private template(id: string): MessageTemplate | undefined {
    return this.templates.find((template) => template.id === id);
  }

  private keep(openid: string, relation: Relation): void {
    this.store.apply([
      { collection: RELATIONS, key: openid, text: writeEjson({ _id: openid, ...relation }) },
    ]);
  }
}

function innerData(text: string): unknown {
  try {
    const outer = JSON.parse(text) as { data?: unknown } | null;
    return outer?.data;
  } catch {
    return undefined;
  }
}

const answer = (errCode: number, errMsg: string): WeChatAnswer => ({ errCode, errMsg });
