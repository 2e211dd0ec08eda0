import type { OvertimeDayRule, OvertimeRule } from './overtime-rule';
import { isMinutes, problem, under } from './problem';
import type { Problem } from './problem';

/** Everything that keeps an overtime rule from being saved (docs/rules.md §15). */
export function validateOvertimeRule(rule: OvertimeRule): Problem[] {
  const days = Object.entries(rule.days);
  if (days.length === 0) return [problem('days', 'overtime.no-days')];
  return days.flatMap(([kind, day]) => under(`days.${kind}`, dayProblems(day)));
}

function dayProblems(day: OvertimeDayRule): Problem[] {
  const found: Problem[] = [];
  const check = (field: string, value: number | null | undefined, minimum: number): void => {
    if (value != null && !isMinutes(value, minimum))
      found.push(problem(field, 'rule.not-whole-minutes', { minimum }));
  };
  check('startAfterMinutes', day.startAfterMinutes, 0);
  check('minimumMinutes', day.minimumMinutes, 1);
  check('stepMinutes', day.stepMinutes, 1);
  check('dailyMaximumMinutes', day.dailyMaximumMinutes, 1);
  check('restByLength.overMinutes', day.restByLength?.overMinutes, 0);
  check('restByLength.deductMinutes', day.restByLength?.deductMinutes, 1);
  if (!(day.multiple > 0)) found.push(problem('multiple', 'overtime.not-positive'));
  (day.restWindows ?? []).forEach((window, i) => {
    if (window.to <= window.from) found.push(problem(`restWindows[${i}].to`, 'shift.ends-before-it-begins'));
  });
  return found;
}
