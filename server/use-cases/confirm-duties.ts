import { ok, refuse } from '@domain/result';
import { applyPlan } from '../duties/apply-plan';
import { moveHeldTasks } from '../duties/move-duties';
import { type DutiesDesk, dutiesView, isGroupWide, openDuties } from '../duties/open-duties';
import { isEmpty } from '../duties/plan-of';
import { closeHrItems } from '../duties/tell-hr';
import { dutyHandovers } from '../repositories/duty-handovers';
import { type Answer, useCase } from '../use-case';

/** HR's one confirmation; a repeat finds it done. What a crash leaves over, the clock does. */
export const confirmDuties = useCase('duties.confirm', {
  async run(ports, caller, input): Promise<Answer<'duties.confirm'>> {
    const { employmentId, successorId, orgRevision } = input;
    const desk = await openDuties(ports, caller, employmentId, successorId);
    if (!desk.ok) return desk;
    const { org, leaver, handover, plan } = desk.value;
    const over = handover.state === 'void' || (handover.state !== 'confirmed' && isEmpty(plan));
    if (over) return refuse('duties.unknown', { name: leaver.name });
    if (handover.state !== 'confirmed') {
      if (org.revision !== orgRevision) return refuse('duties.changed', {});
      if (!isGroupWide(caller.employment) && reachesBeyond(desk.value))
        return refuse('duties.needs-group-hr', {});
      const by = caller.employment._id;
      if (!(await applyPlan(ports, org.published, leaver, plan, by))) return refuse('duties.changed', {});
    }
    const confirmed = await dutyHandovers.read(ports.database, employmentId);
    if (confirmed?.tasksMoveAt != null) await moveHeldTasks(ports, confirmed);
    await closeHrItems(ports, handover);
    const after = await openDuties(ports, caller, employmentId, successorId);
    if (!after.ok) return after;
    return ok({ text: '职责已交接，待办已转给接手人', view: await dutiesView(ports, after.value) });
  },
});

/** A role held for the whole company is not one branch's to give away. */
const reachesBeyond = ({ plan, leaver }: DutiesDesk): boolean =>
  plan.roles.some(({ grant }) => grant.branchId !== leaver.branchId);
