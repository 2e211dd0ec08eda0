import { isReal } from '@domain/attendance/punch';
import type { PunchDesk } from './punch-desk';

/** The last punch that was really made, whatever day it belongs to; null when there is none. */
export function lastPunch(desk: PunchDesk): { kind: 'in' | 'out'; minute: number } | null {
  const made = desk.days
    .slice(-3)
    .flatMap(({ punches }) => punches)
    .filter(({ source }) => isReal(source))
    .sort((a, b) => a.minute - b.minute)
    .at(-1);
  return made ? { kind: made.kind ?? 'in', minute: made.minute } : null;
}
