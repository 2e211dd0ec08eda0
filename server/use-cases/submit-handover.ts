import { HANDOVER, HANDOVER_DOCUMENT } from '@domain/offboarding/flows/handover-nodes';
import { currentVersion, submitHandover as submit } from '@domain/offboarding/handover';
import { refuse } from '@domain/result';
import { openHandover } from '../handover/handover-desk';
import { lastTaskAt } from '../handover/handover-turns';
import { answered, attachmentsIn, wasAnswered } from '../handover/read-handover-view';
import { wireHandoverRefusal } from '../handover/wire-handover-refusal';
import { handoverVersions } from '../repositories/handover-versions';
import { type Answer, useCase } from '../use-case';
import { runOnCase } from '../workflow/run-on-case';

const DONE = '已提交，等待接收人核对';

/**
 * The employee hands the list in: a new version and the finished task in one transaction, so that neither is ever there
 * without the other.
 */
export const submitHandover = useCase('handover.submit', {
  async run(ports, caller, { caseId, commandId, content }): Promise<Answer<'handover.submit'>> {
    const desk = await openHandover(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    if (desk.role !== 'employee') return refuse('handover.not-yours', {});
    if (wasAnswered(desk, commandId)) return answered(ports, caller, caseId, DONE);
    const task = lastTaskAt(desk, HANDOVER);
    if (!task) return refuse('handover.not-yet', {});
    const taken = new Set(desk.kept.files.map(({ digest }) => digest));
    if (attachmentsIn(content).some((digest) => !taken.has(digest))) return refuse('file.unknown', {});

    const { handover, leaving, viewerId } = desk;
    const digest = (text: string) => ports.ids.digest(text);
    const submitted = submit(handover, content, viewerId, leaving.now, digest);
    if (!submitted.ok) return wireHandoverRefusal(submitted.refusal);
    const version = currentVersion(submitted.value);
    if (!version) throw new Error(`the handover of case ${caseId} was handed in without a version`);
    const isNew = version.number !== currentVersion(handover)?.number;
    const documents = [{ key: HANDOVER_DOCUMENT, digest: version.digest }];
    const moved = await runOnCase(
      ports,
      caller,
      leaving.stored,
      commandId,
      { kind: 'complete', taskId: task.id, round: task.round, documents },
      async (transaction) => {
        if (isNew) await handoverVersions.add(transaction, caseId, version);
      },
    );
    return moved.ok ? answered(ports, caller, caseId, DONE) : moved;
  },
});
