import { ok } from '@domain/result';
import { dutiesView, openDuties } from '../duties/open-duties';
import { type Answer, useCase } from '../use-case';

/** What somebody who leaves holds beside tasks, and who would take it over. */
export const viewDuties = useCase('duties.view', {
  async run(ports, caller, { employmentId, successorId }): Promise<Answer<'duties.view'>> {
    const desk = await openDuties(ports, caller, employmentId, successorId);
    return desk.ok ? ok(await dutiesView(ports, desk.value)) : desk;
  },
});
