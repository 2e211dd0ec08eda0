import { writeEjson } from '../protocol/ejson';
import type { DeployedFunction } from '../functions/function-folder';
import type { Document } from '../store/document';
import type { DocumentStore } from '../store/document-store';
import type { WeChatApp } from './access-tokens';
import { readValues, type MessageTemplate } from './message-template';
import { trayChange, type TrayMessage, trayOf } from './tray';

export interface WeChatOptions {
  /** Of 订阅消息. */
  readonly templates?: readonly MessageTemplate[];
  /** Of 用工消息; without any the account has no such relation. */
  readonly employeeTemplates?: readonly MessageTemplate[];
  /** For interfaces that are called with an access token. */
  readonly app?: WeChatApp;
  /** Pages of the released mini-program, such as `pages/punch/index`. Without them every page exists. */
  readonly pages?: readonly string[];
  /** Users who switched off all messages: every send to them answers 20004. */
  readonly mainSwitchOff?: readonly string[];
}

/** WeChat's answer: 0, or an error code with its text. */
export interface WeChatAnswer {
  readonly errCode: number;
  readonly errMsg: string;
}

const ACCEPTS = '$wechat-accepts';

/** Stands in for WeChat: keeps the templates, counts what people accepted and holds what was sent to them. */
export class WeChatDesk {
  constructor(
    private readonly options: WeChatOptions,
    private readonly store: DocumentStore,
    private readonly now: () => number,
  ) {}

  /** One tap on "accept": one message more of each template. @throws Error for unknown templates */
  accept(openid: string, templateIds: readonly string[]): void {
    if (templateIds.length === 0 || templateIds.length > 3)
      throw new Error('one tap accepts one to three templates');
    const unknown = templateIds.find((id) => !this.template(id));
    if (unknown !== undefined) throw new Error(`the template "${unknown}" is not one of the account's`);
    this.store.apply(
      [...new Set(templateIds)].map((templateId) =>
        this.quotaChange(openid, templateId, this.quota(openid, templateId) + 1),
      ),
    );
  }

  /** How many messages of the template the user still takes. */
  quota(openid: string, templateId: string): number {
    const slot = this.store.own(ACCEPTS).slots.get(quotaKey(openid, templateId));
    return slot ? Number(slot.current.document.left) : 0;
  }

  /** What lies in the tray, oldest first; of everybody without an openid. */
  messages(openid?: string): TrayMessage[] {
    return trayOf(this.store, openid);
  }

  /** Calls a WeChat interface in the name of a function. */
  call(fn: DeployedFunction | undefined, apiName: string, input: Document): WeChatAnswer {
    const name = apiName.replace(/^openapi\./, '');
    if (!fn)
      return refusal(name, -604104, 'cloud calls work only inside a running function (no WX_API_TOKEN)');
    if (!fn.openapi.includes(name))
      return refusal(
        name,
        -604101,
        `"${fn.name}" has no permission: add it to permissions.openapi of its config.json`,
      );
    if (name !== 'subscribeMessage.send')
      return refusal(name, -604100, 'the local cloud does not know this interface');
    return this.send(name, input);
  }

  private send(name: string, input: Document): WeChatAnswer {
    const { touser: openid, page = '', data } = input;
    const templateId = input.templateId ?? input.template_id;
    const state = String(input.miniprogramState ?? input.miniprogram_state ?? 'formal');
    if (typeof openid !== 'string' || openid === '') return refusal(name, 40003, 'invalid openid');
    const template = typeof templateId === 'string' ? this.template(templateId) : undefined;
    if (!template) return refusal(name, 40037, 'invalid template_id');
    if (typeof page !== 'string' || !this.pageExists(page)) return refusal(name, 41030, 'invalid page');
    if (!['developer', 'trial', 'formal'].includes(state))
      return refusal(name, 47003, 'miniprogram_state invalid');
    const values = readValues(template, data);
    if ('wrong' in values)
      return refusal(name, 47003, `argument invalid! data.${values.wrong}.value invalid`);
    if (this.options.mainSwitchOff?.includes(openid))
      return refusal(name, 20004, 'the user switched messages off');
    const left = this.quota(openid, template.id);
    if (left < 1) return refusal(name, 43101, 'user refuse to accept the msg');
    const message = trayChange({
      channel: 'subscription',
      openid,
      templateId: template.id,
      title: template.title,
      data: values,
      page,
      miniprogramState: state,
      sentAt: this.now(),
    });
    this.store.apply([this.quotaChange(openid, template.id, left - 1), message]);
    return { errCode: 0, errMsg: `openapi.${name}:ok` };
  }

  private template(id: string): MessageTemplate | undefined {
    return this.options.templates?.find((template) => template.id === id);
  }

  /** Whether the released mini-program has this page. */
  pageExists(page: string): boolean {
    if (page === '' || !this.options.pages) return true;
    return this.options.pages.includes(page.split('?')[0]?.replace(/^\//, '') ?? '');
  }

  private quotaChange(
    openid: string,
    templateId: string,
    left: number,
  ): { collection: string; key: string; text: string } {
    return { collection: ACCEPTS, key: quotaKey(openid, templateId), text: writeEjson({ left }) };
  }
}

const quotaKey = (openid: string, templateId: string): string => JSON.stringify([openid, templateId]);

const refusal = (name: string, errCode: number, reason: string): WeChatAnswer => ({
  errCode,
  errMsg: `openapi.${name}:fail ${reason}`,
});
