import type { Case } from '@domain/approval/case';
import { instantOf, minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { Zone } from '@domain/time/zone';

/** The handover is done when these are: both signatures, or on the employer's path the stocktaking. */
const HANDOVER_DONE = [['employeeSigns', 'recipientSigns'], ['stocktaking']] as const;

/** The day on which the last part of the handover was done; null while any is open. */
export function handedOverOn({ nodes }: Case, zone: Zone): LocalDate | null {
  for (const parts of HANDOVER_DONE) {
    const closed = parts.map((id) => (nodes[id]?.status === 'done' ? nodes[id].closedAt : null));
    const times = closed.filter((at) => at !== null);
    if (times.length === parts.length) return zone.dateAt(minuteOf(instantOf(Math.max(...times))));
  }
  return null;
}
