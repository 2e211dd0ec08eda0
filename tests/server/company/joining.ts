import type { Administration } from '@server/cloudbase/administer';
import type { Database } from '@server/ports';
import { personnel } from '@server/repositories/personnel';
import { employments } from '@server/repositories/employments';
import { invitations } from '@server/repositories/invitations';
import { demoCipher } from '../../../scripts/demo/personnel';
import type { Joining } from './organisation';
import { personnelOf } from './personnel';
import type { Person } from './person';

/** Writes an employment that is not bound yet, as an import of personnel would. */
export async function employ(database: Database, person: Person, joining: Joining): Promise<void> {
  const { team, branchId = 'shanghai', roles = [], hireDate = '2025-01-06', lastDay = null } = joining;
  await employments.add(database, {
    _id: person.employmentId,
    name: person.name,
    roles: ['employee', ...roles],
    branchId,
    assignments: [{ from: hireDate as never, to: null, main: true, departmentIds: [team], postId: null }],
    tags: [],
    hireDate: hireDate as never,
    lastDay: lastDay as never,
    openid: null,
  });
  await personnel.add(database, demoCipher(), personnelOf(person, joining));
}

/** A code from the administrator, as on the first day of any deployment: for HR, and for whoever stands above HR. */
export async function setupCode(
  { database, ids }: Administration,
  employmentId: string,
  now: number,
): Promise<string> {
  const code = ids.invitationCode();
  await invitations.add(database, {
    _id: ids.invitationDigest(code.replaceAll('-', '')),
    employmentId,
    issuedBy: 'setup',
    issuedAt: now,
    expiresAt: now + 3_600_000,
    usedAt: null,
    usedBy: null,
  });
  return code;
}
