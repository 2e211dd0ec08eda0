import type { CommandBody } from '@domain/approval/commands';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { type Answer, useCase } from '../use-case';
import { moveCaseBy } from '../workflow/move-case';

const DONE = {
  agree: '已同意',
  reject: '已答复：未同意',
  acknowledge: '已知悉',
  complete: '已完成',
  return: '已退回',
  transfer: '已转交',
} as const;

/** One action on the caller's open task. */
export const actOnTask = useCase('case.act', {
  async run(ports, caller, input): Promise<Answer<'case.act'>> {
    const body = bodyOf(input);
    if (!body) return refuse('reason.missing', {});
    const moved = await moveCaseBy(ports, caller, input.caseId, input.commandId, body);
    return moved.ok ? ok({ text: DONE[input.action], view: moved.value }) : moved;
  },
});

/** The engine's command; null where a reason is needed and none was given. */
function bodyOf({ action, taskId, round, comment, toEmploymentId }: InputOf<'case.act'>): CommandBody | null {
  const link = { taskId, round };
  switch (action) {
    case 'return':
      return comment === '' ? null : { kind: 'return', ...link, to: 'apply', reason: comment };
    case 'transfer':
      return {
        kind: 'transfer',
        ...link,
        to: toEmploymentId ?? '',
        ...(comment !== '' && { note: comment }),
      };
    case 'reject':
      return comment === '' ? null : { kind: 'reject', ...link, comment };
    default:
      return { kind: action, ...link, ...(comment !== '' && { comment }) };
  }
}
