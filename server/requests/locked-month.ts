import type { Case } from '@domain/approval/case';
import type { Database } from '../ports';
import { requestBooks } from '../repositories/request-books';
import { sheets } from '../repositories/sheets';
import { monthsOfSwap, swapOf } from '../rosters/swap-fields';
import { requestOf, revocationOf } from './request-fields';

/** The first of these months that takes nothing any more; null when all are open. */
export async function lockedMonth(
  database: Database,
  employmentId: string,
  months: readonly string[],
): Promise<string | null> {
  if (months.length === 0) return null;
  const found = await sheets.ofMonths(database, employmentId, months);
  return found.find(({ lock }) => lock !== 'open')?.month ?? null;
}

/** The months that a request, the revocation of one, or a swap would judge anew; none for cases of other flows. */
export async function monthsOfRequest(database: Database, state: Case): Promise<readonly string[]> {
  const swap = swapOf(state);
  if (swap) return monthsOfSwap(swap);
  const requestId = requestOf(state) ? state.id : revocationOf(state)?.requestId;
  if (requestId === undefined) return [];
  const { requests } = await requestBooks.read(database, state.applicant);
  return requests.find(({ caseId }) => caseId === requestId)?.months ?? [];
}
