import type { OutputOf } from '@contract/contract';
import { instantOf, minuteOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import { type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { DelegationDocument } from '../repositories/delegations';
import { dayText } from '../wall-text';
import { freshDelegations } from './recent-delegations';
import { shippedTitles } from './shipped-flows';
import { readStaff, staffEntry } from './staff';

type View = OutputOf<'delegation.mine'>;

/** Who acts for the caller, and for whom he acts. */
export async function delegationsView(ports: Ports, org: Organisation, caller: Caller): Promise<View> {
  const now = ports.clock.now();
  const list = [...(await freshDelegations(ports))].sort((a, b) => a.since - b.since);
  const id = caller.employment._id;
  const involved = list.filter(({ fromId, toId }) => fromId === id || toId === id);
  const staff = await readStaff(ports, org, [staffEntry(org, caller.employment, now)], []);
  const line = (one: DelegationDocument) => ({
    when: whenText(org, one),
    what: whatText(one),
    now: one.since <= now,
  });
  return {
    own: involved
      .filter(({ fromId }) => fromId === id)
      .map((one) => ({ id: one._id, toName: staff.nameOf(one.toId), ...line(one) })),
    forOthers: involved
      .filter(({ toId }) => toId === id)
      .map((one) => ({ fromName: staff.nameOf(one.fromId), ...line(one) })),
    flows: [...shippedTitles()],
    today: todayIn(org.zone, now),
  };
}

/** '11月23日 周一 至 11月27日 周五', both days included. */
export function whenText({ zone }: Organisation, { since, until }: DelegationDocument): string {
  const first = zone.dateAt(minuteOf(instantOf(since)));
  const last = zone.dateAt(minuteOf(instantOf(until - 1)));
  return first === last ? dayText(first) : `${dayText(first)} 至 ${dayText(last)}`;
}

function whatText({ flows }: DelegationDocument): string {
  if (flows === null) return '全部事项';
  const titles = shippedTitles().filter(({ id }) => flows.includes(id));
  return titles.map(({ title }) => title).join('、');
}
