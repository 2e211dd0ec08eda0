import { problem } from './problem';
import type { Problem } from './problem';
import type { Rule } from './rule';
import type { RuleSurroundings } from './validate-rule';

/** Everything wrong with a rule's own special days (docs/rules.md §17), and that rosters do not use them. */
export function ownDayProblems(rule: Rule, { shiftOn }: Pick<RuleSurroundings, 'shiftOn'>): Problem[] {
  const days = rule.ownDays ?? [];
  const found = days.flatMap(({ date, kind, shiftId }, i): Problem[] => {
    const twice = days.findIndex((other) => other.date === date) !== i;
    return [
      ...(twice ? [problem(`[${i}].date`, 'own-day.twice', { date })] : []),
      ...(kind === 'workday' && shiftId !== null ? shiftProblems(i, shiftId) : []),
    ];
  });
  if (days.length > 0 && rule.timetable.system === 'roster')
    found.push(problem('', 'rule.not-on-rosters', {}, 'ignored'));
  return found;

  function shiftProblems(i: number, shiftId: string): Problem[] {
    const shift = shiftOn(shiftId, rule.effectiveFrom);
    if (shift === null) return [problem(`[${i}].shiftId`, 'rule.unknown-shift', { shiftId })];
    return shift.kind === rule.mode ? [] : [problem(`[${i}].shiftId`, 'rule.mode-mismatch', { shiftId })];
  }
}
