import { refuseRosterEdit, type RosterRefusal, type RosterSurroundings } from '@domain/schedule/roster-edit';
import type { LocalDate } from '@domain/time/local-date';
import type { Employment } from '../repositories/employments';
import type { RosterScope } from './roster-scope';

const LETTERS: Readonly<Record<RosterRefusal['code'], string>> = {
  'roster.past': 'p',
  'roster.locked': 'l',
  'roster.outside-validity': 'v',
  'roster.not-on-roster': 'n',
  'roster.unknown-shift': 'o',
  'roster.overlap': 'o',
};

/** One letter a day: o may be changed, p past, l locked, v outside the person's validity, n nobody's to plan here. */
export const openCells = (
  scope: RosterScope,
  employment: Employment,
  around: RosterSurroundings,
  days: readonly LocalDate[],
): string =>
  days
    .map((date) => {
      if (!scope.sees(employment, date)) return 'n';
      const refusal = refuseRosterEdit(around, { date, shiftId: undefined });
      return refusal === null ? 'o' : LETTERS[refusal.code];
    })
    .join('');
