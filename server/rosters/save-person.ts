import type { CellChange } from '@domain/schedule/roster-cells';
import { type Organisation, personOf, todayIn } from '../organisation';
import { resolveRule } from '@domain/schedule/resolve-rule';
import { measureAgain } from '../requests/measure-again';
import type { Ports, Transaction } from '../ports';
import type { Employment } from '../repositories/employments';
import { requestBooks } from '../repositories/request-books';
import { planRemindersAnew } from './roster-ahead';
import { type ChangedRoster, changeRoster, type RosterCommand, writtenOf } from './change-roster';

const ATTEMPTS_AT_A_RACE = 6;

/** Changes one person's cells in a transaction of its own, and what was asked for follows. Null: others were too busy. */
export async function saveRosterOf(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  changes: readonly CellChange[],
  command: RosterCommand,
): Promise<ChangedRoster | null> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const saved = await ports.database.transaction(async (transaction) => {
      const changed = await changeRoster(transaction, ports, org, employment, changes, command);
      const follows = await markRequests(transaction, ports, org, employment, writtenOf(changed.outcomes));
      return { changed, follows };
    });
    if (saved === null) continue;
    if (saved.follows) await followRequests(ports, org, employment._id);
    if (writtenOf(saved.changed.outcomes).length > 0) await planRemindersAnew(ports, employment);
    return saved.changed;
  }
  return null;
}

/**
 * Leave, trips and overtime on changed days are measured again: those of days to come always, those of days gone by where
 * 修改班次后重新计算报表数据 is on. Marked in the same transaction, so that the timer does it should this process die.
 */
export async function markRequests(
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  employment: Employment,
  written: readonly CellChange[],
): Promise<boolean> {
  const today = todayIn(org.zone, ports.clock.now());
  const follow = written.some(
    ({ date }) =>
      date > today ||
      resolveRule(org.book, personOf(employment), date).rule?.settings.recomputeReports === true,
  );
  if (!follow) return false;
  let any = false;
  await requestBooks.change(transaction, employment._id, (book) => {
    any = book.requests.length > 0;
    return any ? { ...book, measuredUnder: 0 } : book;
  });
  return any;
}

/** What fails here is the timer's to repeat: the roster stands. */
export async function followRequests(ports: Ports, org: Organisation, employmentId: string): Promise<void> {
  try {
    await measureAgain(ports, org, employmentId);
  } catch (error) {
    ports.log.write({ roster: 'requests are measured later', message: String(error) });
  }
}
