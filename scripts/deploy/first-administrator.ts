import { localDateOf } from '../../domain/time/local-date';
import type { Administration } from '../../server/cloudbase/administer';
import { employments } from '../../server/repositories/employments';
import { invitations } from '../../server/repositories/invitations';
import { OFFICE_DEFAULTS, organisations } from '../../server/repositories/organisations';
import { Unable } from '../command';

/** Days are China's; a company elsewhere changes the zone of its rules. */
const ZONE = 'Asia/Shanghai';
const CODE_LIVES_MS = 72 * 3_600_000;
const SHANGHAI_MS = 8 * 3_600_000;
const TOP = 'company';
const BRANCH = 'headquarters';

export interface Founding {
  /** As it stands on certificates. */
  readonly companyName: string;
  readonly administratorName: string;
  /** Whoever is bound already gets another WeChat: for a lone administrator who lost the old one. */
  readonly again: boolean;
}

/**
 * What a deployed company begins with: its collections, an organisation with one department and one branch, one person
 * who is administrator and HR, and the invitation that binds him. Run again it writes what is missing and makes a new
 * code; the company that is there stays as it is.
 *
 * @returns the code, which is readable here only
 * @throws Unable with what to do, when the administrator is another person or is bound already
 */
export async function writeFirstAdministrator(
  { database, ids, createCollections }: Administration,
  { companyName, administratorName, again }: Founding,
  now: number,
): Promise<string> {
  await createCollections();
  const [known] = await employments.holding(database, 'admin');
  if (known && known.name !== administratorName)
    throw new Unable(
      `${known.name} is the administrator already. Others get that role in the program: 员工档案 › 权限.`,
    );
  if (known && known.openid !== null && !again)
    throw new Unable(
      `${known.name} is bound to a WeChat. Another administrator can part them (员工档案 › 微信); where there is none, add --again.`,
    );
  const isFounded = await organisations.isFounded(database);
  if (isFounded && !known)
    throw new Unable('A company is there already and nobody in it is administrator: nothing was written.');
  const employmentId = known?._id ?? `A${ids.digest(administratorName).slice(0, 8)}`;
  if (!known) {
    const today = localDateOf(new Date(now + SHANGHAI_MS).toISOString().slice(0, 10));
    await employments.add(database, {
      _id: employmentId,
      name: administratorName,
      roles: ['employee', 'leader', 'hr', 'admin'],
      branchId: BRANCH,
      assignments: [{ from: today, to: null, main: true, departmentIds: [TOP], postId: null }],
      tags: [],
      hireDate: today,
      lastDay: null,
      openid: null,
    });
  }
  if (!isFounded) await organisations.publish(database, firstOrganisation(companyName, employmentId));
  const code = ids.invitationCode();
  await invitations.add(database, {
    _id: ids.invitationDigest(code.replaceAll('-', '')),
    employmentId,
    issuedBy: 'setup',
    issuedAt: now,
    expiresAt: now + CODE_LIVES_MS,
    usedAt: null,
    usedBy: null,
    replaces: known?.openid ?? null,
  });
  return code;
}

const firstOrganisation = (companyName: string, employmentId: string) => ({
  _id: '1',
  revision: 1,
  companyName,
  zone: ZONE,
  branches: [{ id: BRANCH, name: '总部' }],
  departments: [{ id: TOP, name: companyName, parentId: null }],
  rules: [],
  shifts: [],
  overtimeRules: [],
  places: [],
  ...OFFICE_DEFAULTS,
  heads: { [TOP]: employmentId },
  grants: [
    { role: 'hr', personId: employmentId, branchId: null },
    { role: 'admin', personId: employmentId, branchId: null },
  ],
  excludedIds: [],
  specialDays: [],
  settings: {},
});
