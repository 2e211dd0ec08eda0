import { ok } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import type { OutputOf } from '@contract/contract';
import { type Organisation, recentOrganisation } from '../organisation';
import { inbox, type InboxItem } from '../repositories/inbox';
import { type Answer, useCase } from '../use-case';
import { momentText } from '../wall-text';
import { dueWords } from '../workflow/case-steps';

const PAGE = 30;

/** What waits for the caller, and what he should know. */
export const listInbox = useCase('inbox.list', {
  gather: (ports) => recentOrganisation(ports),
  async run(ports, { employment }, { show, before }, org): Promise<Answer<'inbox.list'>> {
    const { database, clock } = ports;
    const now = clock.now();
    const [todo, unread, news] = await Promise.all([
      inbox.todo(database, employment._id),
      inbox.unread(database, employment._id),
      show === 'news' ? inbox.news(database, employment._id, before ?? now + 1, PAGE) : [],
    ]);
    const byDue = [...todo].sort(
      (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.createdAt - b.createdAt,
    );
    const items = show === 'todo' ? byDue : news;
    const last = items.at(-1);
    return ok({
      items: items.map((item) => view(org, item, now)),
      todo: todo.length,
      unread: unread.length,
      next: show === 'news' && last && items.length === PAGE ? last.createdAt : null,
    });
  },
});

function view(org: Organisation, item: InboxItem, now: number): OutputOf<'inbox.list'>['items'][number] {
  const { _id, kind, title, fact, dueAt, createdAt, state, caseId, taskId, round } = item;
  return {
    id: _id,
    kind,
    title,
    fact,
    dueText: kind === 'todo' && dueAt !== null ? dueWords(org, instantOf(dueAt), instantOf(now)) : null,
    overdue: kind === 'todo' && dueAt !== null && dueAt < now,
    unread: state === 'open',
    whenText: momentText(org.zone, instantOf(createdAt)),
    link: { caseId, taskId, round },
    page: item.page ?? null,
  };
}
