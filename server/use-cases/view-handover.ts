import { ok, refuse } from '@domain/result';
import { readHandoverView } from '../handover/read-handover-view';
import { type Answer, useCase } from '../use-case';

/** The handover list as the caller may see it. */
export const viewHandover = useCase('handover.view', {
  async run(ports, caller, { caseId, version }): Promise<Answer<'handover.view'>> {
    const view = await readHandoverView(ports, caller, caseId, version);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
