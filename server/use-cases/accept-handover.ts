import { HANDOVER_DOCUMENT, HANDOVER_REVIEW } from '@domain/offboarding/flows/handover-nodes';
import type { Task } from '@domain/approval/case';
import type { CommandBody } from '@domain/approval/commands';
import { changeRecipient, currentVersion, type HandoverVersion } from '@domain/offboarding/handover';
import { refuse } from '@domain/result';
import { openHandover } from '../handover/handover-desk';
import { isMadeForAnother, lastTaskAt, recipientTask } from '../handover/handover-turns';
import { answered, wasAnswered } from '../handover/read-handover-view';
import { wireHandoverRefusal } from '../handover/wire-handover-refusal';
import { handoverVersions } from '../repositories/handover-versions';
import { type Answer, useCase } from '../use-case';
import { runOnCase } from '../workflow/run-on-case';

const DONE = '已核对无误，接下来请双方签名';

/**
 * The recipient found the list complete. A version that was made for somebody else is made anew for whoever takes over
 * now, with the same content: it is this person's name that both will sign.
 */
export const acceptHandover = useCase('handover.accept', {
  async run(ports, caller, { caseId, commandId, digest }): Promise<Answer<'handover.accept'>> {
    const desk = await openHandover(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    if (wasAnswered(desk, commandId)) return answered(ports, caller, caseId, DONE);
    if (desk.role !== 'recipient') return refuse('handover.not-yours', {});
    const { handover, leaving, viewerId } = desk;
    const read = currentVersion(handover);
    if (!read) return refuse('handover.nothing-submitted', {});
    if (read.sentBackAt !== null) return refuse('handover.sent-back', {});
    if (read.digest !== digest) return refuse('handover.changed', { version: read.number });
    const task = recipientTask(desk) ?? lastTaskAt(desk, HANDOVER_REVIEW);
    if (!task) return refuse('handover.not-yet', {});
    if (task.nodeId !== HANDOVER_REVIEW && !isMadeForAnother(desk))
      return answered(ports, caller, caseId, DONE);

    const digestOf = (text: string) => ports.ids.digest(text);
    const formerly = { ...handover, recipient: read.recipient };
    const mine = changeRecipient(formerly, viewerId, leaving.now, digestOf);
    if (!mine.ok) return wireHandoverRefusal(mine.refusal);
    const version = currentVersion(mine.value) ?? read;
    const moved = await runOnCase(
      ports,
      caller,
      leaving.stored,
      commandId,
      bodyOf(task, version, viewerId),
      async (transaction) => {
        if (version.number !== read.number) await handoverVersions.add(transaction, caseId, version);
      },
    );
    return moved.ok ? answered(ports, caller, caseId, DONE) : moved;
  },
});

/** At the review it is a yes; at the signature, where somebody took over late, the document changes and both sign anew. */
function bodyOf({ id, round, nodeId }: Task, { digest }: HandoverVersion, recipient: string): CommandBody {
  const link = { taskId: id, round };
  const document = { key: HANDOVER_DOCUMENT, digest };
  return nodeId === HANDOVER_REVIEW
    ? { kind: 'agree', ...link, fields: { recipient }, documents: [document] }
    : { kind: 'changeDocument', ...link, ...document };
}
