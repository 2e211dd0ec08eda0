import type { CaseMessage } from '../messages/case-words';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { inbox } from '../repositories/inbox';
import { caseFact } from '../workflow/case-fact';

/**
 * Tells HR of the company, and of the applicant's branch, once for this occasion: what a decision said and the days or
 * the balance could not follow is somebody's to settle, and never passed over in silence.
 *
 * @param what comes after the applicant's name: '2026年3月已锁定，已通过的申请没有计入'
 * @param also others whom it concerns
 */
export async function tellHr(
  ports: Ports,
  org: Organisation,
  caseId: string,
  occasion: string,
  message: CaseMessage,
  what: string,
  also: readonly string[] = [],
): Promise<void> {
  const stored = await cases.read(ports.database, caseId);
  if (!stored) return;
  const branchId = stored.applicant?.member.branchId ?? null;
  const hr = org.published.grants.filter(
    ({ role, branchId: of }) => role === 'hr' || (role === 'branch-hr' && of === branchId),
  );
  for (const personId of new Set([...hr.map((grant) => grant.personId), ...also]))
    await inbox.add(ports.database, {
      _id: inbox.idOf(`${caseId}:${occasion}`, personId),
      personId,
      kind: 'news',
      caseId,
      taskId: null,
      round: null,
      message,
      title: `${stored.applicant?.name ?? ''} · ${what}`,
      fact: caseFact(stored.state),
      dueAt: null,
      createdAt: ports.clock.now(),
      state: 'open',
      pushAt: null,
    });
}
