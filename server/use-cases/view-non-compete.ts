import { ok, refuse } from '@domain/result';
import { readNonCompete } from '../offboarding/non-compete-view';
import { type Answer, useCase } from '../use-case';

/** The text of a non-compete. */
export const viewNonCompete = useCase('nonCompete.view', {
  async run(ports, caller, { caseId }): Promise<Answer<'nonCompete.view'>> {
    const view = await readNonCompete(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
