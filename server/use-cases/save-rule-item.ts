import { ok, refuse } from '@domain/result';
import { scopeKey } from '@domain/schedule/scope';
import { instantOf } from '@domain/time/instant';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import {
  type DraftEdit,
  draftKey,
  type RuleDraft,
  ruleDrafts,
  type RuleItem,
} from '../repositories/rule-drafts';
import { applyDrafts } from '../rules/apply-drafts';
import { newestOf } from '../rules/versions';
import { bookOf, contextOf, type DraftDesk, draftOf, itemsWith, readDraftDesk } from '../rules/draft-desk';
import { checkItem } from '../rules/draft-problems';
import { mayChange, reachesOthers } from '../rules/rule-keeper';
import { settleConflicts } from '../rules/settle-conflicts';
import { type Answer, useCase } from '../use-case';
import { momentText } from '../wall-text';

const NOBODY = '适用范围还没有人，至少选择一个部门、岗位、标签或人员';
const ATTEMPTS_AT_A_RACE = 3;

type Saved = Answer<'rules.save'>;

/** Keeps one edit as a draft; a rule may take objects from other rules along, all in one step. */
export const saveRuleItem = useCase('rules.save', {
  async run(ports, caller, input): Promise<Saved> {
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const saved = await save(ports, caller, input);
      if (saved !== null) return saved;
    }
    return refuse('conflict.busy', {});
  },
});

/** Null when another writer came between: look again. */
async function save(ports: Ports, caller: Caller, input: InputOf<'rules.save'>): Promise<Saved | null> {
  const desk = await readDraftDesk(ports, caller);
  const item = withAdditions(input.item, desk, ports.clock.now());
  const before = desk.drafts.get(draftKey(item)) ?? null;
  if (before?.commandId === input.commandId)
    return ok({ revision: before.revision, told: [], releasedFrom: [] });
  const allowed = mayChange(desk.keeper, item, desk.org.published, desk.parts);
  if (!allowed.ok) return allowed;
  if ((before?.revision ?? 0) !== input.seenRevision) return changedMeanwhile(desk, before);

  const checked = checkItem(item, contextOf(desk, partsWith(desk, item)));
  if (checked.refused.length > 0) return refuse('rules.invalid', { problems: checked.refused });
  const settled =
    item.kind === 'rule'
      ? await settleConflicts(ports, desk, item, input.conflicts)
      : ok({ edit: item, released: [] });
  if (!settled.ok) return settled;
  const { edit, released } = settled.value;
  const reach = await refuseReach(ports, desk, edit);
  if (!reach.ok) return reach;
  for (const other of released) {
    const mayRelease = mayChange(desk.keeper, other, desk.org.published, desk.parts);
    if (!mayRelease.ok) return mayRelease;
  }
  const made = (one: RuleItem): DraftEdit => draftOf(desk, caller, one, input.commandId, ports.clock.now());
  const edits = [made(edit), ...released.map(made)];
  if (!(await ruleDrafts.writeAll(ports.database, edits))) return null;
  return ok({
    revision: edits[0]?.after.revision ?? 0,
    told: checked.told.map(({ field, text }) => ({ field, text })),
    releasedFrom: released.map(({ value }) => value.name),
  });
}

const partsWith = (desk: DraftDesk, item: RuleItem) =>
  applyDrafts(desk.org.published, itemsWith(desk, item)).parts;

/** Of two departments named at the same depth the one added last wins: what is new in a scope is dated by the server. */
function withAdditions(item: RuleItem, { parts }: DraftDesk, now: number): RuleItem {
  if (item.kind !== 'rule') return item;
  const had = new Map((newestOf(parts.rules, item.id)?.scope ?? []).map((entry) => [scopeKey(entry), entry]));
  const scope = item.value.scope.map(({ addedAt: _claimed, ...entry }) => {
    const known = had.get(scopeKey(entry));
    const addedAt = known === undefined ? now : known.addedAt;
    return addedAt === undefined ? entry : { ...entry, addedAt };
  });
  return { ...item, value: { ...item.value, scope } };
}

function changedMeanwhile({ org }: DraftDesk, before: RuleDraft | null): Saved {
  if (before === null) return refuse('rules.unknown', {}) as never;
  return refuse('rules.changed-meanwhile', {
    byName: before.byName,
    at: momentText(org.zone, instantOf(before.at)),
  });
}

async function refuseReach(ports: Ports, desk: DraftDesk, edit: RuleItem) {
  if (edit.kind !== 'rule') return ok(null);
  if (edit.value.stopped === true) return ok(null);
  if (edit.value.scope.length === 0)
    return refuse('rules.invalid', { problems: [{ item: draftKey(edit), field: 'scope', text: NOBODY }] });
  if (desk.keeper.branchId === null) return ok(null);
  const book = bookOf(desk.org.book, partsWith(desk, edit));
  const staff = await employments.all(ports.database);
  return reachesOthers(desk.keeper, { ...edit.value, id: edit.id, version: 0 }, book, staff);
}
