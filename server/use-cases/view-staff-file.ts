import { ok, refuse } from '@domain/result';
import { fileView } from '../people/file-view';
import { personUnder } from '../people/under';
import { type Answer, useCase } from '../use-case';

export const viewStaffFile = useCase('staff.file', {
  async run(ports, caller, { employmentId }): Promise<Answer<'staff.file'>> {
    const two = await personUnder(ports, caller.employment._id, employmentId);
    return two ? ok(await fileView(ports, caller, two)) : refuse('person.unknown', {});
  },
});
