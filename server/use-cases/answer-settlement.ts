import { confirmSettlement, objectToSettlement, type Settlement } from '@domain/offboarding/settlement';
import { ok, refuse } from '@domain/result';
import { ANSWER_NODE, readSettlement } from '../offboarding/settlement-view';
import { settlements } from '../repositories/settlements';
import { type Answer, useCase } from '../use-case';
import { isRepeated, openLeavingCase } from '../workflow/open-leaving-case';
import { finishAtNode } from '../workflow/run-on-case';

/** The employee confirms or objects. An objection opens finance's node again; nothing that is owed waits for either. */
export const answerSettlement = useCase('settlement.answer', {
  async run(ports, caller, input): Promise<Answer<'settlement.answer'>> {
    const { commandId, caseId, taskId, round, seen, answer, reason } = input;
    const { database, clock } = ports;
    const by = caller.employment._id;
    const [leaving, stored] = await Promise.all([
      openLeavingCase(ports, caller, caseId),
      settlements.read(database, caseId),
    ]);
    if (!leaving?.may('viewSettlement')) return refuse('case.unknown', {});
    if (!leaving.may('answerSettlement')) return refuse('action.not-yours', { whose: '员工本人' });
    const answered = (settlement: Settlement) =>
      answer === 'confirm'
        ? confirmSettlement(settlement, seen, by, clock.now())
        : objectToSettlement(settlement, seen, by, clock.now(), reason);
    const checked = answered(stored);
    // A repeated tap finds its own answer: the case says so below.
    if (!checked.ok && !isRepeated(leaving, commandId)) {
      if (checked.refusal.code === 'settlement.reason-blank') return refuse('reason.missing', {});
      return { ok: false, refusal: checked.refusal };
    }
    const link = { taskId, round };
    const body =
      answer === 'confirm'
        ? ({ kind: 'acknowledge', ...link } as const)
        : ({ kind: 'object', ...link, comment: reason } as const);
    const moved = await finishAtNode(ports, caller, leaving, ANSWER_NODE, commandId, body, (transaction) =>
      settlements.change(transaction, caseId, (settlement) => {
        const next = answered(settlement);
        if (!next.ok) throw new Error(`an answer that was fine is not: ${next.refusal.code}`);
        return next.value;
      }),
    );
    if (!moved.ok) return moved;
    const view = await readSettlement(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
