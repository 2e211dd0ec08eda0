import { ok, refuse } from '@domain/result';
import { caseSeen } from '../repositories/case-seen';
import { inbox } from '../repositories/inbox';
import { type Answer, useCase } from '../use-case';
import { openCase } from '../workflow/open-case';

/** The caller has read the conversation; what told of it in the inbox is read too. */
export const seeCase = useCase('case.see', {
  async run(ports, caller, { caseId, seq }): Promise<Answer<'case.see'>> {
    const opened = await openCase(ports, caller, caseId);
    if (!opened) return refuse('case.unknown', {});
    const { database } = ports;
    const { viewerId, stored } = opened;
    const told = (await inbox.unread(database, viewerId)).filter(
      (item) => item.caseId === caseId && item.message === 'case.commented',
    );
    await Promise.all([
      caseSeen.store(database, caseId, viewerId, Math.min(seq, stored.state.seq)),
      ...told.map(({ _id }) => inbox.setState(database, _id, viewerId, 'read')),
    ]);
    return ok({});
  },
});
