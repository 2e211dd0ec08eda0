import type { Case } from '@domain/approval/case';
import type { Instant } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { Transaction } from '../ports';
import { employments } from '../repositories/employments';

/** What a leaving makes of the employment. */
interface LeavingEnd {
  readonly lastDay: LocalDate;
  /** Only where somebody set another moment than the last day at 18:00. */
  readonly accessEndsAt: Instant | null;
}

/** The node that every leaving flow opens once the leaving is certain: at the notice, or when both have signed. */
const CERTAIN = 'lastDay';

/** When the employment ends by this case; null while that is not certain, and when it was withdrawn. */
export function endByCase(state: Case | null): LeavingEnd | null {
  const node = state?.nodes[CERTAIN];
  if (!state || !node || node.status === 'void' || state.result === 'withdrawn') return null;
  const { lastDay, accessEnd } = state.dates;
  return lastDay === undefined ? null : { lastDay, accessEndsAt: accessEnd ?? null };
}

/**
 * Writes the end into the employment, in the transaction that moves the case: from then on the attendance plans no
 * day after it, and the directory knows when the access ends. What did not change is not written again.
 */
export async function followDates(transaction: Transaction, before: Case | null, after: Case): Promise<void> {
  const [was, is] = [endByCase(before), endByCase(after)];
  if (was?.lastDay === is?.lastDay && was?.accessEndsAt === is?.accessEndsAt) return;
  await employments.update(transaction, after.applicant, {
    set: {
      lastDay: is?.lastDay ?? null,
      accessEndsAt: is?.accessEndsAt ?? null,
      // The clock sees to what he holds (server/duties).
      ending: { caseId: after.id, planned: false },
    },
  });
}
