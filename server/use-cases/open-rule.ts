import { ok, refuse } from '@domain/result';
import { newestOf } from '../rules/versions';
import { ruleDeskView } from '../rules/desk-view';
import { readDraftDesk } from '../rules/draft-desk';
import { namesOfScope } from '../rules/settle-conflicts';
import { type Answer, useCase } from '../use-case';

/** One rule for the editor. */
export const openRule = useCase('rules.open', {
  async run(ports, caller, { ruleId }): Promise<Answer<'rules.open'>> {
    const desk = await readDraftDesk(ports, caller);
    const rule = newestOf(desk.parts.rules, ruleId);
    if (rule === null) return refuse('rules.unknown', {});
    const draft = desk.drafts.get(`rule:${ruleId}`);
    const view = ruleDeskView(desk, caller, null);
    return ok({
      rule,
      revision: draft?.revision ?? 0,
      isDraft: draft?.state === 'draft',
      mayEdit: view.rules.some(({ id, mayEdit }) => id === ruleId && mayEdit),
      names: Object.fromEntries(await namesOfScope(ports.database, desk, rule.scope)),
      desk: view,
    });
  },
});
