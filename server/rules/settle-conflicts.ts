import { ok, type Refusal, refuse, type Result } from '@domain/result';
import type { Rule } from '@domain/schedule/rule';
import { scopeKey } from '@domain/schedule/scope';
import {
  adjustRows,
  moveAllHere,
  type ScopeConflict,
  scopeConflicts,
} from '@domain/schedule/scope-conflicts';
import type { InputOf } from '@contract/contract';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import type { RuleItem } from '../repositories/rule-drafts';
import { newestOnes } from './versions';
import type { DraftDesk } from './draft-desk';

type Answered = InputOf<'rules.save'>['conflicts'];
type RuleEdit = Extract<RuleItem, { kind: 'rule' }>;

export interface Settled {
  readonly edit: RuleEdit;
  /** Rules that lose objects to this one, as they become. */
  readonly released: readonly RuleEdit[];
}

type Conflicts = Refusal<
  'rules.conflicts',
  { readonly rows: { key: string; name: string; presentRuleName: string }[] }
>;

/** What becomes of objects that another rule names: asked, moved here, or left there. */
export async function settleConflicts(
  ports: Ports,
  desk: DraftDesk,
  edit: RuleEdit,
  answered: Answered,
): Promise<Result<Settled, Conflicts>> {
  const draft: Rule = { ...edit.value, id: edit.id, version: 0 };
  const others = newestOnes(desk.parts.rules).filter(({ id, stopped }) => id !== edit.id && stopped !== true);
  const conflicts = draft.stopped === true ? [] : scopeConflicts(draft, others);
  if (conflicts.length === 0) return ok({ edit, released: [] });
  if (answered.answer === 'ask')
    return refuse('rules.conflicts', { rows: await conflictRows(ports, desk, conflicts) });
  const moves = (conflict: ScopeConflict): boolean =>
    answered.answer === 'rows' && answered.moved.includes(keyOf(conflict));
  const { draft: kept, changed } =
    answered.answer === 'moveAll' ? moveAllHere(draft, others) : adjustRows(draft, others, moves);
  return ok({
    edit: { ...edit, value: { ...edit.value, scope: kept.scope } },
    released: changed.map(({ id, version: _version, ...value }) => ({
      kind: 'rule',
      id,
      // It loses them on the day on which the other gains them, and never before its own newest version.
      value: {
        ...value,
        effectiveFrom: value.effectiveFrom > draft.effectiveFrom ? value.effectiveFrom : draft.effectiveFrom,
      },
    })),
  });
}

const keyOf = ({ entry, presentRuleId }: ScopeConflict): string => `${scopeKey(entry)}@${presentRuleId}`;

async function conflictRows({ database }: Ports, desk: DraftDesk, conflicts: readonly ScopeConflict[]) {
  const nameOf = await namesOfScope(
    database,
    desk,
    conflicts.map(({ entry }) => entry),
  );
  return conflicts.map((conflict) => ({
    key: keyOf(conflict),
    name: nameOf.get(scopeKey(conflict.entry)) ?? '未知',
    presentRuleName: conflict.presentRuleName,
  }));
}

const MOST_NAMES = 500;

/** What a scope names, by key: '产品研发部', '王芳', '全体员工'. */
export async function namesOfScope(
  database: Ports['database'],
  { org }: Pick<DraftDesk, 'org'>,
  scope: Rule['scope'],
): Promise<ReadonlyMap<string, string>> {
  const people = scope.flatMap((entry) => (entry.type === 'person' ? [entry.id] : []));
  const found = await employments.ofIds(database, people.slice(0, MOST_NAMES));
  const departments = new Map(org.published.departments.map(({ id, name }) => [id, name]));
  const posts = new Map((org.published.posts ?? []).map(({ id, name }) => [id, name]));
  const persons = new Map(found.map(({ _id, name }) => [_id, name]));
  return new Map(
    scope.map((entry): [string, string] => {
      if (entry.type === 'everyone') return [scopeKey(entry), '全体员工'];
      const named = { department: departments, person: persons, post: posts, tag: null }[entry.type];
      return [scopeKey(entry), named === null ? entry.id : (named.get(entry.id) ?? '已不在的对象')];
    }),
  );
}
