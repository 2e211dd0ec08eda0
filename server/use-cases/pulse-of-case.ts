import { ok, refuse } from '@domain/result';
import { type Answer, useCase } from '../use-case';
import { openCase } from '../workflow/open-case';

/** Whether anything happened since the page was drawn. */
export const pulseOfCase = useCase('case.pulse', {
  async run(ports, caller, { caseId }): Promise<Answer<'case.pulse'>> {
    const opened = await openCase(ports, caller, caseId);
    return opened ? ok({ seq: opened.stored.state.seq }) : refuse('case.unknown', {});
  },
});
