import type { LocalDate } from '../../domain/time/local-date';
import type { Administration } from '../../server/cloudbase/administer';
import { employments } from '../../server/repositories/employments';
import { invitations } from '../../server/repositories/invitations';
import { OFFICE_DEFAULTS, organisations } from '../../server/repositories/organisations';
import { personnel } from '../../server/repositories/personnel';
import {
  DEMO_BRANCHES,
  DEMO_COMPANY_NAME,
  DEMO_DEPARTMENTS,
  DEMO_PLACES,
  DEMO_POSTS,
  DEMO_RULES,
  DEMO_SHIFTS,
  DEMO_ZONE,
} from './organisation';
import { DEMO_GRANTS, DEMO_HEADS, type DemoPerson } from './people';
import { demoCipher, demoPersonnel } from './personnel';

const CODE_LIVES_MS = 3_600_000;

/**
 * The demo company's organisation, and these people with their personnel files and no WeChat tied to them yet.
 *
 * @param since the first day of the company's history
 */
export async function foundCompany(
  { createCollections, database }: Administration,
  people: readonly DemoPerson[],
  since: LocalDate,
): Promise<void> {
  await createCollections();
  const cipher = demoCipher();
  await organisations.publish(database, {
    _id: '1',
    revision: 1,
    companyName: DEMO_COMPANY_NAME,
    zone: DEMO_ZONE,
    branches: DEMO_BRANCHES,
    departments: [...DEMO_DEPARTMENTS],
    posts: [...DEMO_POSTS],
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
  for (const person of people) {
    const file = demoPersonnel(person, since);
    const hireDate = file.contract.from;
    await personnel.add(database, cipher, file);
    const { departmentId, postId } = person;
    await employments.add(database, {
      _id: person.id,
      name: person.name,
      roles: [...person.roles],
      branchId: person.branchId,
      assignments: [{ from: hireDate, to: null, main: true, departmentIds: [departmentId], postId }],
      tags: [],
      hireDate,
      lastDay: null,
      openid: null,
    });
  }
}

/** The first HR's code is the administrator's to make; every other is HR's. */
export async function inviteFirstHr(
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
    expiresAt: now + CODE_LIVES_MS,
    usedAt: null,
    usedBy: null,
  });
  return code;
}
