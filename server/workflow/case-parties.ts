import { awaitedPeople } from '@domain/approval/awaited';
import { participantsOf } from '@domain/approval/case';
import type { PersonId } from '@domain/approval/names';
import { mayInCase } from '@domain/offboarding/case-roles';
import type { OpenCase } from './open-case';

/** Everybody who can be spoken to in a case: those who have a part, HR among them, and who may see what is said. */
export function partiesOf({
  stored: { state },
  flow: { definition },
  staff,
  now,
}: OpenCase): readonly PersonId[] {
  const { directory, delegations } = staff;
  const hr = directory.holders(
    definition.administrator,
    directory.person(state.applicant)?.branchId ?? undefined,
  );
  const known = [...participantsOf(state), ...awaitedPeople(definition, state, directory), ...hr];
  return [...new Set(known)].filter(
    (id) =>
      staff.entry(id) !== null &&
      mayInCase(definition, state, id, { directory, now, delegations }, 'viewCase'),
  );
}
