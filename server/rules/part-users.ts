import { type Part, partsOf, rulesReached, usersOf } from '@domain/schedule/rule-uses';
import type { Rule } from '@domain/schedule/rule';
import type { OutputOf } from '@contract/contract';
import type { RuleParts } from './apply-drafts';
import { newestOf, newestOnes } from './versions';

type Made = Pick<RuleParts, 'rules' | 'shifts' | 'places' | 'overtimeRules'>;
type User = OutputOf<'rules.desk'>['users'][string][number];

const PARTS: readonly Part[] = ['shift', 'place', 'overtime'];

export const isPart = (kind: string): kind is Part => (PARTS as readonly string[]).includes(kind);

const newest = ({ rules, shifts }: Made) => ({ rules: newestOnes(rules), shifts: newestOnes(shifts) });

/** Who names one shift, place or overtime rule now. */
export const usersOfPart = (part: Part, id: string, made: Made): readonly User[] =>
  usersAmong(part, id, newest(made));

function usersAmong(part: Part, id: string, among: ReturnType<typeof newest>): User[] {
  const { rules, shifts } = usersOf(part, id, among);
  return [
    ...rules.map((rule): User => ({ kind: 'rule', id: rule.id, name: rule.name })),
    ...shifts.map((shift): User => ({ kind: 'shift', id: shift.id, name: shift.name })),
  ];
}

/** The rules whose days change with a part. */
export const rulesWith = (part: Part, id: string, made: Made): readonly Rule[] =>
  rulesReached(part, id, newest(made));

/** 规则“朝九晚六”、班次“早班” */
export const usersText = (users: readonly User[]): string =>
  users.map(({ kind, name }) => `${kind === 'rule' ? '规则' : '班次'}“${name}”`).join('、');

const idsOf = (part: Part, { shifts, places, overtimeRules }: Made): readonly string[] => {
  const list = { shift: shifts, place: places, overtime: overtimeRules }[part];
  return [...new Set(list.map(({ id }) => id))];
};

/** Everything that somebody uses, by `kind:id`. */
export function usersByPart(made: Made): Record<string, User[]> {
  const among = newest(made);
  return Object.fromEntries(
    PARTS.flatMap((part) =>
      idsOf(part, made).flatMap((id): [string, User[]][] => {
        const users = usersAmong(part, id, among);
        return users.length === 0 ? [] : [[`${part}:${id}`, users]];
      }),
    ),
  );
}

/** What any version of a rule or shift ever named, as `kind:id`: days may have been judged by it. */
export const onceUsed = ({ rules, shifts }: Made): ReadonlySet<string> =>
  new Set([
    ...PARTS.flatMap((part) => rules.flatMap((rule) => partsOf(rule, part).map((id) => `${part}:${id}`))),
    ...shifts.flatMap(({ overtimeRuleId }) => (overtimeRuleId == null ? [] : [`overtime:${overtimeRuleId}`])),
  ]);

/** The parts without what was stopped before anything ever used it: nothing remembers it. */
export function withoutNeverUsed<Parts extends Made>(parts: Parts): Parts {
  const used = onceUsed(parts);
  const left = <T extends { readonly id: string; readonly stopped?: boolean }>(
    part: Part,
    versions: readonly T[],
  ): T[] =>
    versions.filter(({ id }) => used.has(`${part}:${id}`) || newestOf<T>(versions, id)?.stopped !== true);
  return {
    ...parts,
    shifts: left('shift', parts.shifts),
    places: left('place', parts.places),
    overtimeRules: left('overtime', parts.overtimeRules),
  };
}
