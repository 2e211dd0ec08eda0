import { HANDOVER, HANDOVER_REVIEW } from '@domain/offboarding/flows/handover-nodes';
import { currentVersion, sendBack } from '@domain/offboarding/handover';
import { refuse } from '@domain/result';
import { type HandoverDesk, openHandover } from '../handover/handover-desk';
import { lastTaskAt, recipientTask } from '../handover/handover-turns';
import { answered, wasAnswered } from '../handover/read-handover-view';
import { wireHandoverRefusal } from '../handover/wire-handover-refusal';
import { type Answer, useCase } from '../use-case';
import { runOnCase } from '../workflow/run-on-case';

/** The recipient asks for changes. What was said at the items goes along as the reason, so that the log has it. */
export const sendHandoverBack = useCase('handover.sendBack', {
  async run(ports, caller, { caseId, commandId, version }): Promise<Answer<'handover.sendBack'>> {
    const desk = await openHandover(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    const { handover, leaving, viewerId } = desk;
    const done = `已退回，${leaving.staff.nameOf(handover.employee)}修改后会再请你核对`;
    if (wasAnswered(desk, commandId)) return answered(ports, caller, caseId, done);
    if (desk.role !== 'recipient') return refuse('handover.not-yours', {});
    const current = currentVersion(handover);
    if (current && current.number !== version) return refuse('handover.changed', { version: current.number });
    const checked = sendBack(handover, viewerId, leaving.now);
    if (!checked.ok) return wireHandoverRefusal(checked.refusal);
    const task = recipientTask(desk) ?? lastTaskAt(desk, HANDOVER_REVIEW);
    if (!task) return refuse('handover.not-yet', {});
    const moved = await runOnCase(ports, caller, leaving.stored, commandId, {
      kind: 'return',
      taskId: task.id,
      round: task.round,
      to: HANDOVER,
      reason: reasonOf(desk, version),
    });
    return moved.ok ? answered(ports, caller, caseId, done) : moved;
  },
});

const reasonOf = ({ handover, viewerId }: HandoverDesk, version: number): string =>
  handover.template.items
    .flatMap(({ key, title }) =>
      handover.comments
        .filter((comment) => comment.version === version && comment.by === viewerId && comment.item === key)
        .map(({ text }) => `${title}：${text}`),
    )
    .join('；');
