import { commentOn } from '@domain/offboarding/handover';
import { refuse } from '@domain/result';
import { openHandover } from '../handover/handover-desk';
import { answered } from '../handover/read-handover-view';
import { wireHandoverRefusal } from '../handover/wire-handover-refusal';
import { handovers } from '../repositories/handovers';
import { type Answer, useCase } from '../use-case';

const ATTEMPTS_AT_A_RACE = 4;
const MOST_COMMENTS = 300;

/** A word at an item. It rings for nobody: the other one hears when the list changes hands. */
export const commentOnHandover = useCase('handover.comment', {
  async run(ports, caller, { caseId, commandId, item, text }): Promise<Answer<'handover.comment'>> {
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const desk = await openHandover(ports, caller, caseId);
      if (!desk) return refuse('case.unknown', {});
      const { kept, handover, leaving, viewerId } = desk;
      const done = () => answered(ports, caller, caseId, '已写在这一项下面');
      if (kept.comments.some(({ id, by }) => id === commandId && by === viewerId)) return done();
      if (leaving.stored.status !== 'running') return refuse('action.not-offered', { action: 'comment' });
      const checked = commentOn(handover, item, viewerId, leaving.now, text);
      if (!checked.ok) return wireHandoverRefusal(checked.refusal);
      if (kept.comments.length >= MOST_COMMENTS) return refuse('handover.too-many', { most: MOST_COMMENTS });
      const said = checked.value.comments.slice(-1).map((comment) => ({ id: commandId, ...comment }));
      const comments = [...kept.comments, ...said];
      if (await handovers.store(ports.database, kept, { comments })) return done();
    }
    return refuse('conflict.busy', {});
  },
});
