import { addDays, type LocalDate } from '@domain/time/local-date';
import { monthAfter } from '../attendance/months-from';
import { firstOf } from '../attendance/punch-desk';
import type { Employment } from '../repositories/employments';

export const lastOf = (month: string): LocalDate => addDays(firstOf(monthAfter(month)), -1);

/** A month may be locked when its last day is over for everybody: night shifts end the day after it. */
export const lockableFrom = (month: string): LocalDate => addDays(lastOf(month), 2);

export const isEmployedIn = ({ hireDate, lastDay }: Employment, month: string): boolean =>
  hireDate <= lastOf(month) && (lastDay === null || lastDay >= firstOf(month));
