import { ok, refuse } from '@domain/result';
import type { ItemProblem } from '@contract/keeping-refusals';
import { instantOf } from '@domain/time/instant';
import { draftKey, itemOf, ruleDrafts, type RuleItem } from '../repositories/rule-drafts';
import { type DraftDesk, readDraftDesk } from '../rules/draft-desk';
import { isPublished } from '../rules/desk-view';
import { isPart, usersOfPart, usersText } from '../rules/part-users';
import { mayChange } from '../rules/rule-keeper';
import { type Answer, useCase } from '../use-case';
import { momentText } from '../wall-text';

/** 放弃修改: the published state shows again; the revision grows, so that an open editor hears of it. */
export const dropRuleDraft = useCase('rules.drop', {
  async run(ports, caller, { commandId, item }): Promise<Answer<'rules.drop'>> {
    const desk = await readDraftDesk(ports, caller);
    const before = desk.drafts.get(draftKey(item));
    if (before === undefined) return refuse('rules.unknown', {});
    if (before.commandId === commandId) return ok({ revision: before.revision });
    const allowed = mayChange(desk.keeper, itemOf(before), desk.org.published, desk.parts);
    if (!allowed.ok) return allowed;
    const { byName } = before;
    const changed = () =>
      refuse('rules.changed-meanwhile', { byName, at: momentText(desk.org.zone, instantOf(before.at)) });
    if (before.revision !== item.seenRevision) return changed();
    const used = stillUsed(desk, itemOf(before));
    if (used !== null) return refuse('rules.invalid', { problems: [used] });
    const revision = before.revision + 1;
    const after = {
      ...before,
      revision,
      state: 'settled' as const,
      byId: caller.employment._id,
      byName: caller.employment.name,
      at: ports.clock.now(),
      commandId,
    };
    const dropped = await ruleDrafts.writeAll(ports.database, [{ before, after }]);
    return dropped ? ok({ revision }) : changed();
  },
});

/** What is only a draft is gone afterwards: nothing may use it. */
function stillUsed({ org, parts }: DraftDesk, item: RuleItem): ItemProblem | null {
  if (!isPart(item.kind) || isPublished(org.published, item)) return null;
  const users = usersOfPart(item.kind, item.id, parts);
  if (users.length === 0) return null;
  return { item: draftKey(item), field: '', text: `还在使用，不能删除：${usersText(users)}。先在那里换掉它` };
}
