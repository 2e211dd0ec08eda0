import { checkNonCompete, nonCompeteDigest } from '@domain/offboarding/non-compete';
import { ok, refuse } from '@domain/result';
import { NON_COMPETE_TEXT_NODE, readNonCompete } from '../offboarding/non-compete-view';
import { nonCompetes } from '../repositories/non-competes';
import { type Answer, useCase } from '../use-case';
import { openLeavingCase } from '../workflow/open-leaving-case';
import { finishAtNode } from '../workflow/run-on-case';

/** HR's text: only where the post opened the step. Its digest becomes the document that is signed or objected to. */
export const writeNonCompete = useCase('nonCompete.write', {
  async run(ports, caller, input): Promise<Answer<'nonCompete.write'>> {
    const { commandId, caseId, taskId, round, scope, area, months, monthlyFen } = input;
    const leaving = await openLeavingCase(ports, caller, caseId);
    if (!leaving?.may('viewPersonnel')) return refuse('case.unknown', {});
    const checked = checkNonCompete({ scope, area, months, monthlyFen });
    if (!checked.ok) return checked;
    const terms = checked.value;
    const digest = nonCompeteDigest(caseId, terms, (text) => ports.ids.digest(text));
    const documents = [{ key: 'nonCompete', digest }];
    const body = { kind: 'complete', taskId, round, documents } as const;
    const moved = await finishAtNode(
      ports,
      caller,
      leaving,
      NON_COMPETE_TEXT_NODE,
      commandId,
      body,
      (transaction) =>
        nonCompetes.add(transaction, {
          _id: caseId,
          terms,
          digest,
          writtenBy: caller.employment._id,
          at: leaving.now,
        }),
    );
    if (!moved.ok) return moved;
    const view = await readNonCompete(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
