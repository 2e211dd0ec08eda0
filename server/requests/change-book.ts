import type { RequestBook } from '@domain/attendance/request-book';
import { minuteOf } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { requestBooks, type StoredBook } from '../repositories/request-books';

const ATTEMPTS_AT_A_RACE = 6;
const KEPT_MINUTES = 400 * 1440;

/**
 * Changes somebody's balances and requests as a whole; of two at once the second sees what the first did.
 *
 * @param measuredUnder given when all of them were measured under this organisation
 */
export async function changeBook(
  ports: Ports,
  org: Organisation,
  employmentId: string,
  change: (book: StoredBook) => RequestBook,
  measuredUnder?: number,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const done = await ports.database.transaction(async (transaction) => {
      await changeBookIn(transaction, ports, org, employmentId, change, measuredUnder);
      return true;
    });
    if (done) return;
  }
  throw new Error('the balances were too busy');
}

/** The same inside a transaction that has begun: what `change` throws undoes all of it. */
export const changeBookIn = (
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  employmentId: string,
  change: (book: StoredBook) => RequestBook,
  measuredUnder?: number,
): Promise<void> =>
  requestBooks.change(transaction, employmentId, (before) => {
    const after = change(before);
    if (after === before) return before;
    const now = minuteOf(ports.clock.now());
    const requests = after.requests.filter(({ to }) => to > now - KEPT_MINUTES);
    const isAhead = requests.some(({ to }) => to > now);
    const oldest = Math.min(before.measuredUnder ?? org.revision, org.revision);
    return { ...before, ...after, requests, measuredUnder: isAhead ? (measuredUnder ?? oldest) : null };
  });
