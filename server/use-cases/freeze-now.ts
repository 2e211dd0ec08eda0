import { ok, refuse } from '@domain/result';
import { type Answer, useCase } from '../use-case';
import { openLeavingCase } from '../workflow/open-leaving-case';
import { runOnCase } from '../workflow/run-on-case';

/** Accounts are frozen before the access ends: somebody's decision, with its reason, in the case's log. */
export const freezeNow = useCase('leaving.freezeNow', {
  async run(ports, caller, { commandId, caseId, reason }): Promise<Answer<'leaving.freezeNow'>> {
    const leaving = await openLeavingCase(ports, caller, caseId);
    if (!leaving) return refuse('case.unknown', {});
    const body = { kind: 'freezeAccess', reason } as const;
    const moved = await runOnCase(ports, caller, leaving.stored, commandId, body);
    return moved.ok ? ok({ text: '已记录并通知停用账号，结果会写进这件事的记录' }) : moved;
  },
});
