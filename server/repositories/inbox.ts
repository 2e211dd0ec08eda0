import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'inbox';

const itemDocument = lazily(() =>
  z.object({
    /** effect key:person, so that an effect that runs twice tells once. */
    _id: z.string(),
    personId: z.string(),
    kind: z.enum(['todo', 'news']),
    caseId: z.string(),
    taskId: z.nullable(z.string()),
    round: z.nullable(z.int()),
    message: z.string(),
    title: z.string(),
    fact: z.string(),
    dueAt: z.nullable(z.int()),
    createdAt: z.int(),
    /** `open`, `read`, or `closed`: done, or no longer this person's. */
    state: z.enum(['open', 'read', 'closed']),
    /** When the push may ring; null: sent, given up, or none wanted. */
    pushAt: z.nullable(z.int()),
    /** Where it leads, with its query, when that is not the case: 'leaving/duties/index?person=E001'. */
    page: z.optional(z.nullable(z.string())),
    /** Nothing could be delivered. */
    unreached: z.optional(z.boolean()),
    /** When HR is asked to tell the person; null: asked, or not needed. */
    unreachedAt: z.optional(z.nullable(z.int())),
  }),
);

export type InboxItem = z.output<ReturnType<typeof itemDocument>>;

const parse = (document: unknown): InboxItem => parseDocument(COLLECTION, itemDocument, document);

export const inbox = {
  idOf: (effectKey: string, personId: string): string => `${effectKey}:${personId}`,
  add: (database: Database, item: InboxItem): Promise<boolean> => database.add(COLLECTION, item),
  /** What waits for a person; few, by nature. */
  async todo(database: Database, personId: string): Promise<readonly InboxItem[]> {
    const where = { personId, kind: 'todo', state: 'open' };
    return (await database.find(COLLECTION, where, { limit: 200, orderBy: ['createdAt', 'asc'] })).map(parse);
  },
  async news(
    database: Database,
    personId: string,
    before: number,
    limit: number,
  ): Promise<readonly InboxItem[]> {
    const where = { personId, kind: 'news', createdAt: { lt: before } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['createdAt', 'desc'] })).map(parse);
  },
  async unread(database: Database, personId: string): Promise<readonly InboxItem[]> {
    return (await database.find(COLLECTION, { personId, kind: 'news', state: 'open' }, { limit: 100 })).map(
      parse,
    );
  },
  async openForTask(
    database: Database,
    personId: string,
    caseId: string,
    taskId: string,
  ): Promise<readonly InboxItem[]> {
    const where = { personId, caseId, taskId, state: 'open' };
    return (await database.find(COLLECTION, where, { limit: 10 })).map(parse);
  },
  async toPush(database: Database, now: Instant, limit: number): Promise<readonly InboxItem[]> {
    return (
      await database.find(COLLECTION, { pushAt: { lte: now } }, { limit, orderBy: ['pushAt', 'asc'] })
    ).map(parse);
  },
  markUnreached: (database: Database, { _id }: InboxItem, unreachedAt: Instant): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { state: 'open' }, { set: { unreached: true, unreachedAt } }),
  /** Undelivered items whose time to be told by HR has come. */
  async unreached(database: Database, now: Instant, limit: number): Promise<readonly InboxItem[]> {
    return (await database.find(COLLECTION, { unreachedAt: { lte: now } }, { limit })).map(parse);
  },
  claimUnreached: (database: Database, { _id, unreachedAt = null }: InboxItem): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { unreachedAt }, { set: { unreachedAt: null } }),
  async openAbout(database: Database, caseId: string, message: string): Promise<readonly InboxItem[]> {
    const where = { caseId, message, state: 'open' };
    return (await database.find(COLLECTION, where, { limit: 100 })).map(parse);
  },
  urgeIdOf: (itemId: string, hrId: string): string => `${itemId}:urge:${hrId}`,
  async urgesAbout(database: Database, { _id, caseId }: InboxItem): Promise<readonly InboxItem[]> {
    const open = await inbox.openAbout(database, caseId, 'handler.unreached');
    return open.filter((item) => item._id.startsWith(`${_id}:urge:`));
  },
  /** Only the owner's items move: the person is part of the condition. */
  setState: (database: Database, id: string, personId: string, state: InboxItem['state']): Promise<boolean> =>
    database.updateWhere(
      COLLECTION,
      id,
      { personId },
      { set: { state, ...(state === 'closed' && { pushAt: null, unreachedAt: null }) } },
    ),
  /** Takes the push; resolves to false when somebody else has it. */
  claimPush: (database: Database, { _id, pushAt }: InboxItem): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { pushAt }, { set: { pushAt: null } }),
};
