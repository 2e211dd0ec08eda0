import type { Case } from '@domain/approval/case';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { inbox } from '../repositories/inbox';
import { cases } from '../repositories/cases';
import { monthText } from '../wall-text';
import { caseFact } from '../workflow/case-fact';

/** A month was locked between decision and days: HR hears it once, and opens the month or settles it by hand. */
export async function tellOfLock(ports: Ports, org: Organisation, state: Case, month: string): Promise<void> {
  const stored = await cases.read(ports.database, state.id);
  const branchId = stored?.applicant?.member.branchId ?? null;
  const hr = org.published.grants.filter(
    ({ role, branchId: of }) => role === 'hr' || (role === 'branch-hr' && of === branchId),
  );
  const name = stored?.applicant?.name ?? '';
  for (const personId of new Set(hr.map((grant) => grant.personId)))
    await inbox.add(ports.database, {
      _id: inbox.idOf(`${state.id}:locked:${month}`, personId),
      personId,
      kind: 'news',
      caseId: state.id,
      taskId: null,
      round: null,
      message: 'request.month-locked',
      title: `${name} · ${monthText(month)}已锁定，已通过的申请没有计入`,
      fact: caseFact(state),
      dueAt: null,
      createdAt: ports.clock.now(),
      state: 'open',
      pushAt: null,
    });
}
