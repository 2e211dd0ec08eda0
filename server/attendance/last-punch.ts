import { isReal } from '@domain/attendance/punch';
import type { InstantMinute } from '@domain/time/instant';
import type { Zone } from '@domain/time/zone';
import { pendingOn } from './outside-presses';
import { nearDays, type PunchDesk } from './punch-desk';

export interface LastPunch {
  readonly kind: 'in' | 'out';
  readonly minute: InstantMinute;
  /** Of the rule that it was made under: the wall clock to tell it on. */
  readonly zone: Zone;
}

/** The last punch that was really made, one that waits for a yes too, whatever day it belongs to; null when there is none. */
export function lastPunch(desk: PunchDesk): LastPunch | null {
  const made = nearDays(desk)
    .flatMap(({ date, plan, punches }) =>
      [...punches, ...pendingOn(desk.months, date)].map((punch) => ({ ...punch, zone: plan.outline.zone })),
    )
    .filter(({ source }) => isReal(source))
    .sort((a, b) => a.minute - b.minute)
    .at(-1);
  return made ? { kind: made.kind ?? 'in', minute: made.minute, zone: made.zone } : null;
}
