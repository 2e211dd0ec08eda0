import type { Segment, Shift } from '../../schedule/shift';
import type { FileSegment, FileShift } from './judge-file';
import type { Reading } from './read-text';

export const SINCE_EVER = '2000-01-01';

/** A shift of the file, with clocks as minutes. `requiredMinutes` makes it flexible time. */
export function readShift(reading: Reading, field: string, shift: FileShift): Shift {
  const version = {
    id: shift.id,
    version: shift.version ?? 1,
    effectiveFrom: reading.date(`${field}.effectiveFrom`, shift.effectiveFrom ?? SINCE_EVER),
    name: shift.name ?? shift.id,
    rests: (shift.rests ?? []).map((rest, i) => reading.pair(`${field}.rests[${i}]`, rest)),
    overtimeRuleId: shift.overtimeRuleId ?? null,
  };
  if (shift.requiredMinutes === undefined)
    return {
      kind: 'fixed',
      ...version,
      segments: (shift.segments ?? []).map((segment, i) =>
        readSegment(reading, `${field}.segments[${i}]`, segment),
      ),
    };
  return {
    kind: 'flexible',
    ...version,
    requiredMinutes: shift.requiredMinutes,
    earliestIn: reading.clock(`${field}.earliestIn`, shift.earliestIn ?? 0),
    latestIn: reading.clock(`${field}.latestIn`, shift.latestIn ?? shift.earliestIn ?? 0),
    ...(shift.inWindow && { inWindow: reading.pair(`${field}.inWindow`, shift.inWindow) }),
    ...(shift.outWindow && { outWindow: reading.pair(`${field}.outWindow`, shift.outWindow) }),
  };
}

function readSegment(reading: Reading, field: string, segment: FileSegment): Segment {
  return {
    in: reading.clock(`${field}.in`, segment.in),
    out: reading.clock(`${field}.out`, segment.out),
    ...(segment.freeIn === true && { freeIn: true }),
    ...(segment.freeOut === true && { freeOut: true }),
    ...(segment.inWindow && { inWindow: reading.pair(`${field}.inWindow`, segment.inWindow) }),
    ...(segment.outWindow && { outWindow: reading.pair(`${field}.outWindow`, segment.outWindow) }),
  };
}
