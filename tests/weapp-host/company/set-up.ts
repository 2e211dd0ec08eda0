import { addDays, localDateOf } from '../../../domain/time/local-date';
import type { LocalCloud } from '../../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY } from '../../../scripts/demo/cloud-options';
import {
  DEMO_BRANCHES,
  DEMO_COMPANY_NAME,
  DEMO_DEPARTMENTS,
  DEMO_PLACES,
  DEMO_RULES,
  DEMO_SHIFTS,
  DEMO_ZONE,
} from '../../../scripts/demo/organisation';
import { DEMO_GRANTS, DEMO_HEADS, DEMO_PEOPLE } from '../../../scripts/demo/people';
import { administer, type Administration } from '../../../server/cloudbase/administer';
import { employments } from '../../../server/repositories/employments';
import { invitations } from '../../../server/repositories/invitations';
import { OFFICE_DEFAULTS, organisations } from '../../../server/repositories/organisations';

/** The demo company's organisation, and these of its people with no WeChat tied to them yet. */
export async function employ(
  cloud: LocalCloud,
  people: readonly string[],
  today: string,
): Promise<Administration> {
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  await administration.createCollections();
  const { database } = administration;
  await organisations.publish(database, {
    _id: '1',
    revision: 1,
    companyName: DEMO_COMPANY_NAME,
    zone: DEMO_ZONE,
    branches: DEMO_BRANCHES,
    departments: [...DEMO_DEPARTMENTS],
    rules: [...DEMO_RULES],
    shifts: [...DEMO_SHIFTS],
    overtimeRules: [],
    places: [...DEMO_PLACES],
    ...OFFICE_DEFAULTS,
    heads: DEMO_HEADS,
    grants: DEMO_GRANTS,
    excludedIds: [],
    specialDays: [],
    settings: {},
  });
  const hireDate = addDays(localDateOf(today), -300);
  for (const { id, name, roles, branchId, departmentId, postId } of DEMO_PEOPLE.filter((one) =>
    people.includes(one.id),
  ))
    await employments.add(database, {
      _id: id,
      name,
      roles: [...roles],
      branchId,
      assignments: [{ from: hireDate, to: null, main: true, departmentIds: [departmentId], postId }],
      tags: [],
      hireDate,
      lastDay: null,
      openid: null,
    });
  return administration;
}

/** The first HR's code is the administrator's to make; every other is HR's. */
export async function inviteHr(
  cloud: LocalCloud,
  { database, ids }: Administration,
  employmentId: string,
): Promise<string> {
  const code = ids.invitationCode();
  const now = cloud.clock.now();
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
