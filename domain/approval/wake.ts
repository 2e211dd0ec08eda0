import type { Instant } from '../time/instant';
import type { Case } from './case';
import { openNodes } from './case';

/**
 * When the clock must next look at a case: a reminder, an escalation, the end of a wait, the end of a stand-in.
 * Null when only people can move it. Changes of staff, delegations and the calendar come from outside: tick the
 * cases that they touch.
 */
export function nextWakeAt(state: Case): Instant | null {
  if (state.status === 'closed') return null;
  const times: Instant[] = [];
  for (const node of openNodes(state)) {
    for (const alarm of node.alarms) times.push(alarm.at);
    const hasPeople = Object.values(state.tasks).some((task) => task.nodeId === node.id);
    if (!hasPeople && node.dueAt !== null && node.stalled === null) times.push(node.dueAt);
  }
  for (const { status, standInUntil, nodeId } of Object.values(state.tasks)) {
    const waits = (status === 'open' || status === 'planned') && state.nodes[nodeId]?.stalled === null;
    if (waits && standInUntil !== null) times.push(standInUntil);
  }
  return times.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}
