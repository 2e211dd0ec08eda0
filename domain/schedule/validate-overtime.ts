import type { OvertimeDayRule, OvertimeRule } from './overtime-rule';
import { minutesProblems, problem, under, windowProblems } from './problem';
import type { Problem } from './problem';

export const MAX_MULTIPLE = 10;

/** Everything that keeps an overtime rule from being saved (docs/rules.md §15). */
export function validateOvertimeRule(rule: OvertimeRule): Problem[] {
  const days = Object.entries(rule.days);
  if (days.length === 0) return [problem('days', 'overtime.no-days')];
  return days.flatMap(([kind, day]) => under(`days.${kind}`, dayProblems(day)));
}

function dayProblems(day: OvertimeDayRule): Problem[] {
  const { startAfterMinutes, minimumMinutes, stepMinutes, dailyMaximumMinutes, restByLength, multiple } = day;
  const numbers: readonly (readonly [string, number | null | undefined, number])[] = [
    ['startAfterMinutes', startAfterMinutes, 0],
    ['minimumMinutes', minimumMinutes, 1],
    ['stepMinutes', stepMinutes, 1],
    ['dailyMaximumMinutes', dailyMaximumMinutes, 1],
    ['restByLength.overMinutes', restByLength?.overMinutes, 0],
    ['restByLength.deductMinutes', restByLength?.deductMinutes, 1],
  ];
  return [
    ...numbers.flatMap(([field, value, minimum]) =>
      value == null ? [] : minutesProblems(field, value, minimum),
    ),
    ...(day.restWindows ?? []).flatMap((window, i) => windowProblems(`restWindows[${i}]`, window)),
    ...(multiple > 0 && multiple <= MAX_MULTIPLE
      ? []
      : [problem('multiple', 'overtime.multiple', { maximum: MAX_MULTIPLE })]),
  ];
}
