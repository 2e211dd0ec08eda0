import type { RosterRefusal } from '@domain/schedule/roster-edit';
import type { OutputOf } from '@contract/contract';
import type { Organisation } from '../organisation';
import { dayText } from '../wall-text';

/** Why a cell does not say what was wanted, as the phone hears it. */
export type WireWhy = NonNullable<OutputOf<'roster.save'>['others'][number]['why']>;

/** The domain's "no" with names for ids and words for dates. */
export function wireWhy({ book }: Organisation, refusal: RosterRefusal): WireWhy {
  switch (refusal.code) {
    case 'roster.past':
      return { code: 'past', earliestText: dayText(refusal.facts.earliest) };
    case 'roster.locked':
      return { code: 'locked', month: refusal.facts.month };
    case 'roster.outside-validity':
      return { code: 'outside-validity' };
    case 'roster.not-on-roster':
      return { code: 'not-on-roster' };
    case 'roster.unknown-shift':
      return { code: 'unknown-shift' };
    case 'roster.overlap': {
      const { date, shiftId, otherDate, otherShiftId } = refusal.facts;
      return {
        code: 'overlap',
        shiftName: book.shiftOn(shiftId, date)?.name ?? '',
        otherText: dayText(otherDate),
        otherShiftName: book.shiftOn(otherShiftId, otherDate)?.name ?? '',
      };
    }
  }
}
