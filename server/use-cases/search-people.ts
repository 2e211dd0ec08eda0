import { ok } from '@domain/result';
import { canBeAsked, directoryOf } from '@domain/approval/directory';
import { recentOrganisation, todayIn } from '../organisation';
import { employments } from '../repositories/employments';
import { type Answer, useCase } from '../use-case';
import { staffEntry } from '../workflow/staff';

const MOST = 20;

/** Colleagues who can be asked. Two reads side by side: the own branch, and everybody. */
export const searchPeople = useCase('people.search', {
  async run(ports, { employment }, { query }): Promise<Answer<'people.search'>> {
    const org = await recentOrganisation(ports);
    const now = ports.clock.now();
    const today = todayIn(org.zone, now);
    const { branchId } = employment;
    const [own, all] = await Promise.all([
      employments.named(ports.database, query, today, branchId),
      query === '' ? [] : employments.named(ports.database, query, today, null),
    ]);
    const found = new Map([...own, ...all].map((one) => [one._id, one]));
    found.delete(employment._id);
    const colleagues = [...found.values()];
    const members = colleagues.map((one) => staffEntry(org, one, now).member);
    const directory = directoryOf({ people: members, units: [], grants: [] });
    const people = colleagues.filter(({ _id }) => canBeAsked(directory, _id, now)).slice(0, MOST);
    return ok({
      people: people.map((one) => ({
        employmentId: one._id,
        name: one.name,
        departmentName: org.departmentName(one, today),
        branchName: one.branchId === branchId ? null : org.branchName(one.branchId),
      })),
    });
  },
});
