import { ok } from '@domain/result';
import { inbox } from '../repositories/inbox';
import { type Answer, useCase } from '../use-case';

/** Marks the caller's own news as read. Somebody else's ids and todo items are passed over. */
export const readInbox = useCase('inbox.read', {
  async run({ database }, { employment }, { ids }): Promise<Answer<'inbox.read'>> {
    const unread = await inbox.unread(database, employment._id);
    const wanted = unread.filter(({ _id }) => ids.includes(_id));
    await Promise.all(wanted.map(({ _id }) => inbox.setState(database, _id, employment._id, 'read')));
    return ok({ unread: unread.length - wanted.length });
  },
});
