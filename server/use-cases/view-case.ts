import { ok, refuse } from '@domain/result';
import { type Answer, useCase } from '../use-case';
import { readCase } from '../workflow/read-case';

/** A case as the caller may see it. */
export const viewCase = useCase('case.view', {
  async run(ports, caller, { caseId, taskId }): Promise<Answer<'case.view'>> {
    const view = await readCase(ports, caller, caseId, taskId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
