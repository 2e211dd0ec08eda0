import { ok, refuse } from '@domain/result';
import { readSettlement } from '../offboarding/settlement-view';
import { type Answer, useCase } from '../use-case';

/** The settlement of a case with all its versions, for the employee, finance and HR. */
export const viewSettlement = useCase('settlement.view', {
  async run(ports, caller, { caseId }): Promise<Answer<'settlement.view'>> {
    const view = await readSettlement(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
