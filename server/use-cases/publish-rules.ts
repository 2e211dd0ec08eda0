import { ok } from '@domain/result';
import { rejudgingView } from '../rules/desk-view';
import { publishDrafts } from '../rules/publish-drafts';
import { runRejudging } from '../rules/run-rejudging';
import { type Answer, useCase } from '../use-case';

/** A first part of the work is done at once: in a small company that is all of it. */
const AT_ONCE_MS = 2500;

/** 发布: the drafts are in force, and the days gone by that they touch are judged again. */
export const publishRules = useCase('rules.publish', {
  async run(ports, caller, { commandId }): Promise<Answer<'rules.publish'>> {
    const published = await publishDrafts(ports, caller, commandId);
    if (!published.ok) return published;
    return ok(rejudgingView(await runRejudging(ports, published.value, AT_ONCE_MS)));
  },
});
