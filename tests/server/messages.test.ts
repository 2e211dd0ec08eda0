import fc from 'fast-check';
import { isHuman } from '@domain/approval/flow';
import { instantOf } from '@domain/time/instant';
import { createZone } from '@domain/time/zone';
import { systemClock } from '@server/cloudbase/clock';
import { cryptoIds } from '@server/cloudbase/ids';
import { dutiesPage } from '@server/duties/tell-hr';
import { CASE_MESSAGES, CASE_WORDS, wordsOfMessage } from '@server/messages/case-words';
import { SENDERS } from '@server/messages/deliver';
import { pageOf, pushMessageOf } from '@server/messages/push-item';
import { fitField } from '@server/messages/template-fields';
import type { Organisation } from '@server/organisation';
import type { Ports, SmsMessage, SubscriptionMessage } from '@server/ports';
import type { InboxItem } from '@server/repositories/inbox';
import { shippedFlow, shippedTitles } from '@server/workflow/shipped-flows';
import { fitsField } from '../../emulator/wechat/field-rules';
import { demoCloudOptions } from '../../scripts/demo/cloud-options';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** The pages that the mini-program has, as its own configuration lists them. */
const pagesOfTheApp = async (): Promise<readonly string[]> => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  const { default: config } = (await import('@/app.config')) as unknown as { default: AppConfig };
  const inPackages = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return [...config.pages, ...inPackages];
};

const ids = cryptoIds('a key that is long enough for the tests of messages');

/** Every message that a shipped flow names, with where. */
const namedByFlows = shippedTitles().flatMap(({ id }) =>
  shippedFlow(ids, id).definition.nodes.flatMap((node) => {
    const rules = [...(node.onOpen ?? []), ...(node.onClose ?? [])];
    const ordered = rules.flatMap((rule) => (rule.do === 'notify' ? [rule.message] : []));
    const rung = isHuman(node)
      ? [...(node.reminders ?? []), ...(node.escalation ?? [])].flatMap((rule) =>
          'message' in rule && rule.message ? [rule.message] : [],
        )
      : [];
    return [...ordered, ...rung].map((message) => [`${id}/${node.id}`, message] as const);
  }),
);

const zone = createZone('Asia/Shanghai', (at) => systemClock.offsetMinutes('Asia/Shanghai', instantOf(at)));

const itemOf = (message: string, more: Partial<InboxItem> = {}): InboxItem => ({
  _id: `E001-case:7:1:E002`,
  personId: 'E002',
  kind: wordsOfMessage(message).kind,
  caseId: 'E001-case',
  taskId: 'leader#1.0.0',
  round: 1,
  message,
  title: `阿卜杜热西提·买买提 · 异地离职（证明材料可不提供） · ${wordsOfMessage(message).hint}`,
  fact: '最后工作日 12月22日 周二，比法定提前 12 天，\n待双方协商一致',
  dueAt: null,
  createdAt: Date.UTC(2026, 10, 22, 9),
  state: 'open',
  pushAt: null,
  ...more,
});

/** What a sender puts on the wire for an item, whoever it is for: everybody is bound, has accepted, has a phone. */
async function sentBy(channel: string, item: InboxItem): Promise<SubscriptionMessage | SmsMessage> {
  const sent: (SubscriptionMessage | SmsMessage)[] = [];
  const take = async (message: SubscriptionMessage | SmsMessage) => {
    sent.push(message);
    return { sent: true };
  };
  const anybody = {
    _id: 'any',
    openid: 'o-1',
    bound: true,
    templateIds: ['staff'],
    changedAt: 0,
    employmentId: 'E002',
    templateId: 'task',
    revision: 1,
    left: 1,
    answerIds: [],
    dueAt: null,
    dueFor: null,
    orgRevision: 1,
    postName: '专员',
    postFacts: { secrecy: false },
    contract: { kind: 'open', from: '2025-01-06', to: null },
    probationEnd: null,
    phone: { box: { keyId: 'k', sealed: 's' }, masked: '138****0000' },
    idNumber: null,
    idNumberDigest: null,
  };
  const ports = {
    database: { read: async () => anybody, updateWhere: async () => true },
    cipher: { open: () => '13800000000' },
    settings: { employeeTemplateId: 'staff', taskTemplateId: 'task', smsForTasks: true },
    employeeMessages: { send: take },
    messages: { send: take },
    sms: { send: take },
  } as unknown as Ports;
  const sender = SENDERS.find((one) => one.channel === channel);
  if (!sender?.isOpen(ports)) throw new Error(`no sender ${channel}`);
  await sender.send(ports, { ...pushMessageOf({ zone } as Organisation, item), asks: true });
  const [message] = sent;
  if (!message) throw new Error(`${channel} sent nothing`);
  return message;
}

const { weChat, sms } = demoCloudOptions();
const TEMPLATES = {
  employee: weChat?.employeeTemplates?.[0]?.fields ?? {},
  subscription: weChat?.templates?.[1]?.fields ?? {},
};

describe('every message', () => {
  it.each(CASE_MESSAGES)('%s has a hint that WeChat takes whole', (message) => {
    expect(fitsField('thing', CASE_WORDS[message].hint)).toBe(true);
    expect(fitField('thing', CASE_WORDS[message].hint)).toBe(CASE_WORDS[message].hint);
  });

  it.each(namedByFlows)('%s: %s has words', (_, message) => {
    expect(CASE_MESSAGES).toContain(message);
  });

  it('there are flows of leaving among them', () => {
    expect(new Set(namedByFlows.map(([where]) => where.split('/')[0])).size).toBeGreaterThanOrEqual(6);
  });

  const swept = CASE_MESSAGES.flatMap((message) =>
    (['employee', 'subscription'] as const).map((channel) => [message, channel] as const),
  );
  it.each(swept)('%s fits the template of %s and opens a page that is there', async (message, channel) => {
    const sent = (await sentBy(channel, itemOf(message))) as SubscriptionMessage;
    expect(Object.keys(sent.fields).sort()).toEqual(Object.keys(TEMPLATES[channel]).sort());
    for (const [field, kind] of Object.entries(TEMPLATES[channel]))
      expect([field, fitsField(kind, sent.fields[field] ?? '')]).toEqual([field, true]);
    const [page, query] = sent.page.split('?');
    expect(await pagesOfTheApp()).toContain(page);
    expect(weChat?.pages).toContain(page);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      case: 'E001-case',
      task: 'leader#1.0.0',
      round: '1',
    });
  });

  it.each(CASE_MESSAGES)('%s has all that a short message wants', async (message) => {
    const sent = (await sentBy('sms', itemOf(message))) as SmsMessage;
    const template = sms?.templates?.find(({ id }) => id === sent.template);
    const wanted = [...(template?.text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(sent.fields).sort()).toEqual(wanted.sort());
    for (const value of Object.values(sent.fields)) {
      expect(value).not.toMatch(/[\r\n]/);
      expect([...value].length).toBeLessThanOrEqual(30);
    }
  });

  it('without a task leads to the case, and with a page of its own to that page', async () => {
    const pages = await pagesOfTheApp();
    expect(pageOf(itemOf('case.closed', { taskId: null, round: null }))).toBe(
      'pages/case/index?case=E001-case',
    );
    const duties = pageOf(itemOf('duties.hand-over', { page: dutiesPage('E001') }));
    expect(duties).toBe('leaving/duties/index?person=E001');
    expect(pages).toContain(duties.split('?')[0]);
    expect(weChat?.pages).toContain(duties.split('?')[0]);
  });

  it('the stand-in for WeChat releases no page that the mini-program does not have', async () => {
    const pages = await pagesOfTheApp();
    expect((weChat?.pages ?? []).filter((page) => !pages.includes(page))).toEqual([]);
  });
});

describe('a field of a template', () => {
  it('takes whatever people write: long names, line breaks, emoji, nothing at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const fitted = fitField('thing', text);
        expect([...fitted].length).toBeLessThanOrEqual(20);
        expect(fitted).not.toMatch(/[\r\n]/u);
        expect(fitsField('thing', fitted)).toBe(true);
      }),
    );
  });

  it('keeps what fits as it is, and shows by an ellipsis that something is missing', () => {
    expect(fitField('thing', '王芳 · 补卡申诉')).toBe('王芳 · 补卡申诉');
    expect(fitField('thing', '阿卜杜热西提·买买提阿卜杜热西提·买买提的申请')).toBe(
      '阿卜杜热西提·买买提阿卜杜热西提·买买…',
    );
  });
});
