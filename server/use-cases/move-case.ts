import type { CommandBody } from '@domain/approval/commands';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { type Answer, useCase } from '../use-case';
import { moveCaseBy } from '../workflow/move-case';

type Input = InputOf<'case.move'>;

const DONE: { readonly [Move in Input['move']]: (yes: boolean) => string } = {
  urge: () => '已提醒处理人',
  withdraw: () => '已撤回',
  answerWithdrawal: (yes) => (yes ? '已同意撤回' : '已答复：不同意撤回'),
  answerDate: (yes) => (yes ? '已同意新的最后工作日' : '已答复：保持原来的日期'),
  waive: () => '已免办',
  assign: () => '已指定处理人',
  cc: () => '已抄送',
};

/** What a participant may do beside the tasks. */
export const moveCase = useCase('case.move', {
  async run(ports, caller, input): Promise<Answer<'case.move'>> {
    const body = bodyOf(input);
    if (!body) return refuse('reason.missing', {});
    const people = input.people ?? [];
    const moved = await moveCaseBy(ports, caller, input.caseId, input.commandId, body, { people });
    if (!moved.ok) return moved;
    const asked = input.move === 'withdraw' && moved.value.withdrawal !== null;
    return ok({
      text: asked ? '已申请撤回，等公司答复' : DONE[input.move](input.yes ?? false),
      view: moved.value,
    });
  },
});

/** The engine's command; null where a reason is needed and none was given. */
function bodyOf({ move, nodeId, text, yes = false, people = [] }: Input): CommandBody | null {
  const node = nodeId ?? '';
  switch (move) {
    case 'urge':
      return { kind: move, nodeId: node };
    case 'withdraw':
      return { kind: move, reason: text === '' ? '申请人撤回' : text };
    case 'answerWithdrawal':
      return text === '' ? null : { kind: move, grant: yes, reason: text };
    case 'answerDate':
      return { kind: move, accept: yes };
    case 'waive':
      return text === '' ? null : { kind: move, nodeId: node, reason: text };
    case 'assign':
      return { kind: move, nodeId: node, to: people[0] ?? '' };
    case 'cc':
      return { kind: move, people, ...(nodeId !== null && { nodeId }) };
  }
}
