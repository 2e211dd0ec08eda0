import { proposeSettlement as nextVersion, type Settlement } from '@domain/offboarding/settlement';
import { caseLinesOf } from '@domain/offboarding/settlement-lines';
import { ok, refuse } from '@domain/result';
import { readSettlement, SETTLEMENT_NODE } from '../offboarding/settlement-view';
import { settlements } from '../repositories/settlements';
import { type Answer, useCase } from '../use-case';
import { openLeavingCase } from '../workflow/open-leaving-case';
import { finishAtNode } from '../workflow/run-on-case';

/** Finance's lines: the settle node is done and the next version lies before the employee, in one transaction. */
export const proposeSettlement = useCase('settlement.propose', {
  async run(
    ports,
    caller,
    { commandId, caseId, taskId, round, lines },
  ): Promise<Answer<'settlement.propose'>> {
    const { database, clock, ids } = ports;
    const [leaving, seen] = await Promise.all([
      openLeavingCase(ports, caller, caseId),
      settlements.read(database, caseId),
    ]);
    if (!leaving?.may('viewSettlement')) return refuse('case.unknown', {});
    const propose = (settlement: Settlement) =>
      nextVersion(settlement, lines, caller.employment._id, clock.now(), (text) => ids.digest(text));
    const checked = propose(seen);
    if (!checked.ok) return checked;
    const body = { kind: 'settle', taskId, round, lines: caseLinesOf(lines) } as const;
    const moved = await finishAtNode(
      ports,
      caller,
      leaving,
      SETTLEMENT_NODE,
      commandId,
      body,
      (transaction) =>
        settlements.change(transaction, caseId, (settlement) => {
          const next = propose(settlement);
          if (!next.ok) throw new Error(`lines that were fine are not: ${next.refusal.code}`);
          return next.value;
        }),
    );
    if (!moved.ok) return moved;
    const view = await readSettlement(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
