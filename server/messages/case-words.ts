import { ENGINE_MESSAGES, type EngineMessage } from '@domain/approval/effects';

/** Messages that the shipped flows name themselves. */
export const FLOW_MESSAGES = [
  'correction.due-soon',
  'correction.overdue',
  'request.due-soon',
  'request.overdue',
  'swap.not-done',
  'leaving.due-soon',
  'leaving.overdue',
  'handover.countdown',
  'certificate.issued',
] as const;
/** Messages that neither the engine nor a flow sends, but the server around them. */
export const SERVER_MESSAGES = [
  'request.month-locked',
  'request.balance-short',
  'handler.unreached',
  'duties.hand-over',
  'duties.overdue',
  'card.missing',
] as const;
export type CaseMessage = EngineMessage | (typeof FLOW_MESSAGES)[number] | (typeof SERVER_MESSAGES)[number];
export const CASE_MESSAGES: readonly CaseMessage[] = [
  ...ENGINE_MESSAGES,
  ...FLOW_MESSAGES,
  ...SERVER_MESSAGES,
];

export interface CaseWords {
  /** A task to be done, or something to know. */
  readonly kind: 'todo' | 'news';
  /** What a message says beside the case's title; at most 20 characters, so that a template field takes it. */
  readonly hint: string;
}

const news = (hint: string): CaseWords => ({ kind: 'news', hint });
const todo = (hint: string): CaseWords => ({ kind: 'todo', hint });

/** Every message once; a message without words does not compile. */
export const CASE_WORDS: Readonly<Record<CaseMessage, CaseWords>> = {
  'task.opened': todo('等你处理'),
  'task.moved-to-you': todo('转给你处理'),
  'task.decided-by-another': news('已由代理人处理'),
  'notice.receipt': news('通知已送达，回执请留存'),
  'case.returned': news('退回修改'),
  'case.closed': news('有结果了'),
  'case.withdrawn': news('申请人已撤回'),
  'case.copied-to-you': news('抄送给你'),
  'case.commented': news('有新留言'),
  'date.proposed': news('对方提议了另一个日期'),
  'date.answered': news('对提议日期有答复'),
  'dates.changed': news('日期有调整'),
  'talk.asked': news('约你谈一谈'),
  'signature.void': news('文件有改动，需要重新签名'),
  'handler.urged': news('有人请你尽快处理'),
  'node.went-on-by-itself': news('已超时，流程自动继续'),
  'node.stalled': news('找不到处理人，请指定'),
  'due.unknown': news('算不出截止时间，请补充日历'),
  'withdrawal.asked': news('申请撤回，请答复'),
  'withdrawal.answered': news('撤回申请有答复'),
  'effect.failed': news('有一步没有完成，请查看'),
  'correction.due-soon': news('快到处理期限了'),
  'correction.overdue': news('已超过处理期限'),
  'request.month-locked': news('月份已锁定，没有计入'),
  'request.balance-short': news('假期余额不足，请处理'),
  'request.due-soon': news('快到处理期限了'),
  'request.overdue': news('已超过处理期限'),
  'swap.not-done': news('换班没有对换，请处理'),
  'leaving.due-soon': news('快到处理期限了'),
  // The handlers hear it, the employee that they did, and HR's head.
  'leaving.overdue': news('已超期，已催促相关负责人'),
  'handover.countdown': news('交接还剩 3 天'),
  'certificate.issued': news('离职证明已出具，可下载'),
  'handler.unreached': news('对方收不到提醒，请当面催办'),
  'duties.hand-over': todo('有人将离职，请确认职责交给谁'),
  'card.missing': news('可以补卡'),
  'duties.overdue': news('职责还没有确认交给谁'),
};

export const wordsOfMessage = (message: string): CaseWords =>
  CASE_WORDS[message as CaseMessage] ?? news('有新进展');
