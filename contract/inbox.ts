import * as z from 'zod/mini';
import { procedure } from './procedure';
import { instant } from './values';

/** Where a line leads: the case, and the task if one is to be done. The link carries no authority. */
export const caseLink = () =>
  z.object({
    caseId: z.string(),
    taskId: z.nullable(z.string()),
    round: z.nullable(z.number()),
  });

export const inboxItem = () =>
  z.object({
    id: z.string(),
    /** `todo` waits for the person; `news` only tells. */
    kind: z.enum(['todo', 'news']),
    /** '王芳 · 补卡申诉' */
    title: z.string(),
    /** The one fact that decides: '11月20日 下班卡 18:05'. */
    fact: z.string(),
    /** '今天 18:00 前', '已超时 2 小时'; null where nothing is due. */
    dueText: z.nullable(z.string()),
    overdue: z.boolean(),
    unread: z.boolean(),
    whenText: z.string(),
    link: z.nullable(caseLink()),
    /** Where it leads instead, with its query: 'leaving/duties/index?person=E001'. */
    page: z.nullable(z.string()),
  });

/** What waits for the caller, oldest due first; or the news, newest first. */
export const listInbox = procedure({
  callers: 'bound',
  input: () => z.strictObject({ show: z.enum(['todo', 'news']), before: z.nullable(instant) }),
  output: () =>
    z.object({
      items: z.array(inboxItem()),
      todo: z.number(),
      unread: z.number(),
      /** Ask for the next page with this `before`; null at the end. */
      next: z.nullable(instant),
    }),
  refusals: [],
});

/** Marks news as read; todo items close themselves when their task is done. */
export const readInbox = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      ids: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(50)),
    }),
  output: () => z.object({ unread: z.number() }),
  refusals: [],
});
