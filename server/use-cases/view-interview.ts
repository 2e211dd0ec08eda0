import { ok, refuse } from '@domain/result';
import { readInterview } from '../offboarding/interview-view';
import { type Answer, useCase } from '../use-case';

/** What a leaver told HR. */
export const viewInterview = useCase('interview.view', {
  async run(ports, caller, { caseId }): Promise<Answer<'interview.view'>> {
    const view = await readInterview(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
