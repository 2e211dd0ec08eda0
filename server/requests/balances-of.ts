import { balanceOf } from '@domain/attendance/request-book';
import { unitsText } from '@domain/attendance/request-types';
import { instantOf } from '@domain/time/instant';
import type { OutputOf } from '@contract/contract';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { requestBooks } from '../repositories/request-books';
import { momentText } from '../wall-text';
import { balanceView } from './balance-view';
import { leavesOf, offeredOnce } from './measure';

/** Every balance of a person, and what it came from. */
export async function balancesOf(
  ports: Ports,
  { _id, name }: Employment,
): Promise<OutputOf<'leave.balances'>> {
  const [org, book] = await Promise.all([recentOrganisation(ports), requestBooks.read(ports.database, _id)]);
  const givers = await employments.ofIds(ports.database, [...new Set(book.grants.map(({ by }) => by))]);
  const nameOf = (id: string): string => givers.find((one) => one._id === id)?.name ?? '已离职同事';
  return {
    employmentId: _id,
    name,
    leaves: leavesOf(org)
      .filter(({ hasBalance }) => hasBalance)
      .map((leave) => ({
        id: leave.id,
        name: leave.name,
        ...balanceView(balanceOf(book, leave.id), leave),
      })),
    grants: [...book.grants].reverse().map(({ type, units, note, by, at }) => {
      const { name: what, unit } = offeredOnce(org, 'leave', type);
      const sign = units < 0 ? '−' : '+';
      const amount = `${what} ${sign}${unitsText(unit, Math.abs(units))}`;
      return `${momentText(org.zone, instantOf(at))} ${nameOf(by)} · ${amount} · ${note}`;
    }),
  };
}
