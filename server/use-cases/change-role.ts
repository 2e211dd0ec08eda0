import { whyNotGive, whyNotTake } from '@domain/people/role-order';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { organisation } from '../organisation';
import { changeBy, writtenOnce } from '../people/change-log';
import { fileView } from '../people/file-view';
import { reviseCompany } from '../people/revise-company';
import { adminsNow, afterRole, heldRoles, roleTitle } from '../people/roles-of';
import { personUnder, standingOf } from '../people/under';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, type RefusalOf, useCase } from '../use-case';

type Refused = RefusalOf<'person.unknown' | 'staff.role-refused'>;

/** Gives or takes back a role: who may do what in the program, and whom flows ask, in one step. */
export const changeRole = useCase('staff.role', {
  async run(ports, caller, input): Promise<Answer<'staff.role'>> {
    const refused = await writtenOnce(ports, caller, input.commandId, () => attempt(ports, caller, input));
    if (refused === 'busy') return refuse('conflict.busy', {});
    if (refused !== null) return { ok: false, refusal: refused };
    const two = await personUnder(ports, caller.employment._id, input.employmentId);
    return two ? ok(await fileView(ports, caller, two)) : refuse('person.unknown', {});
  },
});

async function attempt(
  ports: Ports,
  caller: Caller,
  { commandId, employmentId, role, branchId, give }: InputOf<'staff.role'>,
): Promise<Refused | 'written' | 'again'> {
  // The organisation first: whoever changes roles after this read makes this attempt start again.
  const org = await organisation(ports);
  const before = org.published;
  const two = await personUnder(ports, caller.employment._id, employmentId);
  if (!two) return refuse('person.unknown', {}).refusal;
  const { by, person } = two;
  const wish = { role, branchId };
  const why = give
    ? whyNotGive(standingOf(by), standingOf(person), wish)
    : whyNotTake(standingOf(by), standingOf(person), wish, await adminsNow(ports));
  if (why !== null) return refuse('staff.role-refused', { why }).refusal;
  const holds = heldRoles(before, person).some((one) => one.role === role && one.branchId === branchId);
  // Somebody else was faster with the same: nothing is left to do, and nothing to log.
  if (holds === give) return 'written';
  const after = afterRole(before, person, wish, give);
  const title = roleTitle(org, wish);
  const change = changeBy(ports, caller, commandId, {
    subject: staffChanges.ofPerson(employmentId),
    area: 'person',
    what: give ? `给予权限：${title}` : `收回权限：${title}`,
  });
  const done = await reviseCompany(ports, before, { grants: after.grants }, async (transaction) => {
    await staffChanges.add(transaction, change);
    // A write that changes nothing counts as none.
    if (after.roles.join() !== person.roles.join())
      await employments.update(transaction, employmentId, { set: { roles: after.roles } });
  });
  return done ? 'written' : 'again';
}
