import type { Result } from '../result';
import { ok } from '../result';
import type { LocalDate } from '../time/local-date';
import { parseLocalDate } from '../time/local-date';
import type { CaseDates } from './case';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

const DAYS = ['lastDay', 'handoverDue', 'contractEnd', 'payrollEnd'] as const;

/** Days must be days of the calendar; the last day and the handover cannot lie before the notice. */
export function checkDates(dates: CaseDates, notice: LocalDate): Result<true, ApprovalRefusal> {
  for (const name of DAYS) {
    const given = dates[name];
    if (given === undefined) continue;
    if (parseLocalDate(given) === null) return no('dates.invalid', { name, given });
    if ((name === 'lastDay' || name === 'handoverDue') && given < notice)
      return no('dates.before-notice', { name, given, notice });
  }
  for (const name of ['notice', 'accessEnd'] as const) {
    const given = dates[name];
    if (given !== undefined && !Number.isSafeInteger(given))
      return no('dates.invalid', { name, given: String(given) });
  }
  return ok(true);
}
