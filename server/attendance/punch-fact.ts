import type { ButtonAnswer } from '@domain/attendance/accept-punch';
import type { InputOf } from '@contract/contract';
import { instantOf, minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { PunchFact } from '../repositories/punches';
import type { PunchDesk } from './punch-desk';
import type { Standing } from './record-punch';

/** What is kept of one press for ever, refused ones too. The time is the server's, at arrival. */
export function factOf(
  id: string,
  desk: PunchDesk,
  { kind, dutyDate, place }: Pick<ButtonAnswer, 'kind' | 'dutyDate' | 'place'>,
  { position, wifi, claimedAt, device }: InputOf<'punch.clock'>,
  refusal: PunchFact['refused'],
): PunchFact {
  return {
    _id: id,
    employmentId: desk.employment._id,
    at: desk.now,
    kind: refusal ? null : kind,
    dutyDate,
    refused: refusal && { code: refusal.code, facts: { ...refusal.facts } },
    position,
    placeId: place?.placeId ?? null,
    distanceMeters: place?.distanceMeters ?? null,
    claimedAt,
    device,
    ...(wifi && { wifi }),
  };
}

/** Where an accepted fact stands in the sheets. */
export const standingOf = ({ at, kind, dutyDate }: PunchFact, id: string): Standing => ({
  dutyDate: dutyDate as LocalDate,
  punch: { id, minute: minuteOf(instantOf(at)), kind, source: 'button' },
});
