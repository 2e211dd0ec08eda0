import { ok } from '@domain/result';
import type { OutputOf } from '@contract/contract';
import { recentOrganisation, todayIn } from '../organisation';
import { branchChoices, departmentChoices, postChoices } from '../people/file-view';
import { findStaff, PAGE } from '../people/find-staff';
import { heldRoles, roleTitle } from '../people/roles-of';
import { stateOf } from '../people/state-of';
import { ownBranchOf } from '../people/under';
import { postOn } from '../people/units';
import { personnel } from '../repositories/personnel';
import { type Answer, useCase } from '../use-case';

/** A page of the people whom the caller looks after: their files are read beside, in one read. */
export const listStaff = useCase('staff.list', {
  async run(ports, caller, input): Promise<Answer<'staff.list'>> {
    const org = await recentOrganisation(ports);
    const today = todayIn(org.zone, ports.clock.now());
    const own = ownBranchOf(caller.employment);
    const { people, next } = await findStaff(ports, org, today, own, input);
    const files = await personnel.ofIds(
      ports.database,
      people.map(({ _id }) => _id),
    );
    const rows = people.map((person): OutputOf<'staff.list'>['rows'][number] => {
      const file = files.find(({ _id }) => _id === person._id) ?? null;
      return {
        employmentId: person._id,
        name: person.name,
        departmentName: org.departmentName(person, person.hireDate > today ? person.hireDate : today),
        branchName: org.branchName(person.branchId),
        postName: postOn(org, person, file, today).name,
        rolesText: heldRoles(org.published, person)
          .map((role) => roleTitle(org, role))
          .join('、'),
        ...stateOf(person, file, today),
      };
    });
    return ok({
      rows: rows.slice(0, PAGE),
      today,
      departments: departmentChoices(org, today),
      branches: branchChoices(org).filter(({ id }) => own === null || id === own),
      posts: postChoices(org),
      next,
    });
  },
});
