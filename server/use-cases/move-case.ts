import type { CommandBody } from '@domain/approval/commands';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { type Answer, useCase } from '../use-case';
import { moveCaseBy } from '../workflow/move-case';

const DONE = { urge: '已提醒处理人', comment: '已留言', withdraw: '已撤回' } as const;

/** What a participant may do beside deciding: urge, comment, withdraw. */
export const moveCase = useCase('case.move', {
  async run(ports, caller, input): Promise<Answer<'case.move'>> {
    const body = bodyOf(input);
    if (!body) return refuse('reason.missing', {});
    const moved = await moveCaseBy(ports, caller, input.caseId, input.commandId, body);
    return moved.ok ? ok({ text: DONE[input.move], view: moved.value }) : moved;
  },
});

function bodyOf({ move, nodeId, text }: InputOf<'case.move'>): CommandBody | null {
  switch (move) {
    case 'urge':
      return { kind: 'urge', nodeId: nodeId ?? '' };
    case 'comment':
      return text === '' ? null : { kind: 'comment', text };
    case 'withdraw':
      return { kind: 'withdraw', reason: text === '' ? '申请人撤回' : text };
  }
}
