import { type Part, partsOf } from '@domain/schedule/rule-uses';
import type { Rule } from '@domain/schedule/rule';
import type { Shift } from '@domain/schedule/shift';
import type { RuleParts } from './apply-drafts';
import { type Found, refusedAt, toldAt } from './found-problems';
import { usersOfPart, usersText } from './part-users';
import { newestOf } from './versions';

/** 停用: what is still used stays, and its users are named. */
export function stopProblems(
  part: Part,
  { id, stopped }: { readonly id: string; readonly stopped?: boolean },
  parts: RuleParts,
): Found[] {
  if (stopped !== true) return [];
  const users = usersOfPart(part, id, parts);
  return users.length === 0
    ? []
    : [refusedAt('stopped', `还在使用，不能停用：${usersText(users)}。先在那里换掉它`)];
}

const WORDS: Readonly<Record<Part, string>> = { shift: '班次', place: '地点', overtime: '加班规则' };
const FIELDS: Readonly<Record<Part, string>> = {
  shift: 'timetable',
  place: 'placeIds',
  overtime: 'overtime',
};

/** A rule takes nothing that is stopped; a rule that stops itself leaves its people to other rules, and is told so. */
export function stoppedInRule(rule: Rule, parts: RuleParts): Found[] {
  if (rule.stopped === true)
    return [toldAt('stopped', '停用后，它的人由其他规则判定；没有其他规则的，记为无规则')];
  return (['shift', 'place', 'overtime'] as const).flatMap((part) =>
    partsOf(rule, part).flatMap((id) => {
      const one = partNamed(part, id, parts);
      return one?.stopped === true
        ? [refusedAt(FIELDS[part], `${WORDS[part]}“${one.name}”已停用，请换一个`)]
        : [];
    }),
  );
}

/** A shift's own overtime rule must be there, and in use. */
export function overtimeOfShift({ overtimeRuleId }: Shift, { overtimeRules }: RuleParts): Found[] {
  if (overtimeRuleId == null) return [];
  const found = newestOf(overtimeRules, overtimeRuleId);
  if (found === null) return [refusedAt('overtimeRuleId', '这条加班规则已经不在了，请换一条')];
  return found.stopped === true
    ? [refusedAt('overtimeRuleId', `加班规则“${found.name}”已停用，请换一条`)]
    : [];
}

const partNamed = (part: Part, id: string, { shifts, places, overtimeRules }: RuleParts) =>
  part === 'place'
    ? (places.find((place) => place.id === id) ?? null)
    : part === 'shift'
      ? newestOf(shifts, id)
      : newestOf(overtimeRules, id);
