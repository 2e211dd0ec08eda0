import { taskAt } from '../workflow/open-leaving-case';
import { EMPLOYEE_SIGNS, HANDOVER_DOCUMENT, RECIPIENT_SIGNS } from '@domain/offboarding/flows/handover-nodes';
import { signHandover as sign } from '@domain/offboarding/handover';
import { refuse } from '@domain/result';
import { openHandover } from '../handover/handover-desk';
import { isMadeForAnother, lastTaskAt } from '../handover/handover-turns';
import { answered, wasAnswered } from '../handover/read-handover-view';
import { wireHandoverRefusal } from '../handover/wire-handover-refusal';
import { signatureFor } from '../identity/signature-for';
import { type Answer, useCase } from '../use-case';
import { runOnCase } from '../workflow/run-on-case';

const DONE = '已签署，双方签的是同一份内容';

/** The employee's or the recipient's signature over the version that was read. The second leaves the first alone. */
export const signHandover = useCase('handover.sign', {
  async run(ports, caller, { caseId, commandId, signature }): Promise<Answer<'handover.sign'>> {
    const desk = await openHandover(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    if (wasAnswered(desk, commandId)) return answered(ports, caller, caseId, DONE);
    const { handover, leaving, viewerId, role } = desk;
    if (role === 'reader') return refuse('handover.not-yours', {});
    const drawn = { by: viewerId, at: leaving.now, mark: '', level: 'basic' } as const;
    const checked = sign(handover, signature.digest, drawn);
    if (!checked.ok) return wireHandoverRefusal(checked.refusal);
    if (role === 'recipient' && isMadeForAnother(desk)) return refuse('handover.accept-first', {});
    const nodeId = role === 'employee' ? EMPLOYEE_SIGNS : RECIPIENT_SIGNS;
    const task = taskAt(leaving, nodeId) ?? lastTaskAt(desk, nodeId);
    if (!task) return refuse('handover.not-yet', {});

    const signing = await signatureFor(ports, caller, HANDOVER_DOCUMENT, caseId, signature);
    if (!signing.ok) return signing;
    const moved = await runOnCase(
      ports,
      caller,
      leaving.stored,
      commandId,
      { kind: 'sign', taskId: task.id, round: task.round, signature: signing.value.signature },
      undefined,
      signing.value.identity,
    );
    return moved.ok ? answered(ports, caller, caseId, DONE) : moved;
  },
});
