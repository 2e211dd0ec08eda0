import { ok, type Refusal, refuse, type Result } from '@domain/result';
import type { RuleBook } from '@domain/schedule/rule-book';
import { resolveRule } from '@domain/schedule/resolve-rule';
import type { Rule } from '@domain/schedule/rule';
import type { RefusalFacts } from '@contract/refusals';
import { type Caller, hasRole } from '../caller';
import { personOf } from '../organisation';
import type { Employment } from '../repositories/employments';
import type { OrganisationDocument } from '../repositories/organisations';
import type { RuleItem } from '../repositories/rule-drafts';
import type { RuleParts } from './apply-drafts';
import { isPart, rulesWith } from './part-users';
import { newestOf } from './versions';

/** Whose rules somebody keeps: the whole company's (null), or those of one branch. */
export interface RuleKeeper {
  readonly branchId: string | null;
  /** Whether a branch may change anything at all (分权). */
  readonly mayEdit: boolean;
}

export function keeperOf(caller: Caller, { branchesKeepRules }: OrganisationDocument): RuleKeeper {
  if (hasRole(caller, ['hr', 'admin'])) return { branchId: null, mayEdit: true };
  return { branchId: caller.employment.branchId, mayEdit: branchesKeepRules === true };
}

type NotYours = Refusal<'rules.not-yours', RefusalFacts['rules.not-yours']>;

const notYours = (
  why: RefusalFacts['rules.not-yours']['why'],
  names: readonly string[] = [],
): Result<never, NotYours> => refuse('rules.not-yours', { why, names });

/** Deny by default: a branch changes its own rules, and what only they use. */
export function mayChange(
  keeper: RuleKeeper,
  item: RuleItem,
  published: OrganisationDocument,
  parts: RuleParts,
): Result<null, NotYours> {
  const { branchId, mayEdit } = keeper;
  if (branchId === null) return ok(null);
  if (!mayEdit) return notYours('branches-off');
  if (item.kind === 'rule') {
    const before = newestOf(published.rules, item.id);
    const isOwn = item.value.branchId === branchId && (before === null || before.branchId === branchId);
    return isOwn ? ok(null) : notYours('other-branch');
  }
  if (!isPart(item.kind)) return notYours('company-only');
  const others = rulesWith(item.kind, item.id, parts).filter((rule) => rule.branchId !== branchId);
  return others.length === 0
    ? ok(null)
    : notYours(
        'shared',
        others.map(({ name }) => name),
      );
}

const MOST_NAMES = 5;

/** A branch's rule must not come over anybody of another branch, whatever its scope says. */
export function reachesOthers(
  keeper: RuleKeeper,
  rule: Rule,
  book: RuleBook,
  staff: readonly Employment[],
): Result<null, NotYours> {
  if (keeper.branchId === null) return ok(null);
  if (rule.scope.some(({ type }) => type === 'everyone')) return notYours('reaches-others', ['全体员工']);
  const reached = staff.filter(
    (one) =>
      one.branchId !== keeper.branchId &&
      resolveRule(book, personOf(one), rule.effectiveFrom).rule?.id === rule.id,
  );
  return reached.length === 0
    ? ok(null)
    : notYours(
        'reaches-others',
        reached.slice(0, MOST_NAMES).map(({ name }) => name),
      );
}
