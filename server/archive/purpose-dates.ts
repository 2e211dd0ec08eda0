import type { PurposeDates } from '@domain/evidence/retention';
import { minuteOf } from '@domain/time/instant';
import type { Zone } from '@domain/time/zone';
import type { CaseDocument } from '../repositories/cases';

/** What the years of retention count from; a case that led to no leaving counts from its close. */
export function purposeDates({ state }: CaseDocument, zone: Zone): PurposeDates {
  const closed = state.closedAt === null ? null : zone.dateAt(minuteOf(state.closedAt));
  if (closed === null) return { employmentEnd: null, compared: null, closed };
  const { contractEnd, lastDay } = state.dates;
  const employmentEnd = state.result === 'finished' ? (contractEnd ?? lastDay ?? closed) : closed;
  return { employmentEnd, compared: closed, closed };
}
