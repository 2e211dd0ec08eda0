import type { RequestBook } from '@domain/attendance/request-book';
import { minuteOf } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { requestBooks, type StoredBook } from '../repositories/request-books';

const ATTEMPTS_AT_A_RACE = 6;
const KEPT_MINUTES = 400 * 1440;

/** Changes somebody's balances and requests as a whole; of two at once the second sees what the first did. */
export async function changeBook(
  ports: Ports,
  org: Organisation,
  employmentId: string,
  change: (book: StoredBook) => RequestBook,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const done = await ports.database.transaction(async (transaction) => {
      await changeBookIn(transaction, ports, org, employmentId, change);
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
): Promise<void> =>
  requestBooks.change(transaction, employmentId, (before) => {
    const after = change(before);
    if (after === before) return before;
    const now = minuteOf(ports.clock.now());
    const requests = after.requests.filter(({ to }) => to > now - KEPT_MINUTES);
    const lies = requests.some(({ to }) => to > now);
    return {
      ...before,
      ...after,
      requests,
      measuredUnder: lies ? (before.measuredUnder ?? org.revision) : null,
    };
  });
