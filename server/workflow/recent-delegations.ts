import type { Instant } from '@domain/time/instant';
import type { Ports } from '../ports';
import { type DelegationDocument, delegations } from '../repositories/delegations';

/** Who stands in for whom changes rarely: a few seconds' old view spares every command a read. */
const FRESH_MS = 10_000;
const known = new WeakMap<Ports, { readonly at: Instant; readonly list: readonly DelegationDocument[] }>();

/** Delegations that hold now or will, as they were at most a few seconds ago. */
export async function recentDelegations(ports: Ports): Promise<readonly DelegationDocument[]> {
  const now = ports.clock.now();
  const kept = known.get(ports);
  if (kept && now >= kept.at && now - kept.at <= FRESH_MS) return kept.list;
  return freshDelegations(ports);
}

/** The same as of now: for the clock, which must not move a task back that has just followed a delegation. */
export async function freshDelegations(ports: Ports): Promise<readonly DelegationDocument[]> {
  const at = ports.clock.now();
  const list = await delegations.notOver(ports.database, at);
  known.set(ports, { at, list });
  return list;
}
