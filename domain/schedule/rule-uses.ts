import type { Rule } from './rule';
import type { Shift } from './shift';
import { shiftIdsOf } from './validate-rule';

/** What a rule is made of; a stopped rule uses nothing any more. */
export type Part = 'shift' | 'place' | 'overtime';

/** The ids of the parts of one sort that a rule names itself, each once. */
export function partsOf(rule: Rule, part: Part): readonly string[] {
  switch (part) {
    case 'shift':
      return [
        ...new Set([
          ...shiftIdsOf(rule.timetable),
          ...(rule.ownDays ?? []).flatMap(({ shiftId }) => (shiftId === null ? [] : [shiftId])),
        ]),
      ];
    case 'place':
      return rule.placeIds ?? [];
    case 'overtime':
      return rule.overtime?.by === 'rule' ? [rule.overtime.overtimeRuleId] : [];
  }
}

/** Who names a part. */
export interface Users {
  readonly rules: readonly Rule[];
  /** Shifts with an overtime rule of their own. */
  readonly shifts: readonly Shift[];
}

/** The rules and shifts that name a part; `rules` and `shifts` are the newest versions, stopped ones left out. */
export const usersOf = (
  part: Part,
  id: string,
  { rules, shifts }: { readonly rules: readonly Rule[]; readonly shifts: readonly Shift[] },
): Users => ({
  rules: rules.filter((rule) => rule.stopped !== true && partsOf(rule, part).includes(id)),
  shifts:
    part === 'overtime'
      ? shifts.filter((shift) => shift.stopped !== true && shift.overtimeRuleId === id)
      : [],
});

/** The rules that a change of a part reaches: those that name it, and those whose shifts do and that go by shift. */
export function rulesReached(
  part: Part,
  id: string,
  book: { readonly rules: readonly Rule[]; readonly shifts: readonly Shift[] },
): readonly Rule[] {
  const { rules, shifts } = usersOf(part, id, book);
  const through = book.rules.filter(
    (rule) =>
      rule.stopped !== true &&
      rule.overtime?.by === 'shift' &&
      shifts.some((shift) => partsOf(rule, 'shift').includes(shift.id)),
  );
  return [...new Set([...rules, ...through])];
}
