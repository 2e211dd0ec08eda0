import { ok } from '@domain/result';
import { rejudgeJobs } from '../repositories/rejudge-jobs';
import { ruleDeskView } from '../rules/desk-view';
import { readDraftDesk } from '../rules/draft-desk';
import { type Answer, useCase } from '../use-case';

/** 考勤规则: what is in force, what is drafted over it, and what is being judged again. */
export const openRuleDesk = useCase('rules.desk', {
  async run(ports, caller): Promise<Answer<'rules.desk'>> {
    const [desk, running] = await Promise.all([
      readDraftDesk(ports, caller),
      rejudgeJobs.running(ports.database, 1),
    ]);
    return ok(ruleDeskView(desk, caller, running[0] ?? null));
  },
});
