import type { Case, Task } from '@domain/approval/case';
import type { CommandBody, SignatureInput } from '@domain/approval/commands';
import { type FlowDefinition, isHuman, nodeOf } from '@domain/approval/flow';
import type { Fields } from '@domain/approval/names';
import { parseLocalDate } from '@domain/time/local-date';
import { refuse, ok, type Result } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { RefusalOf } from '../use-case';

type Input = InputOf<'case.act'>;

/** What was checked and kept of what came with the action. */
export interface TaskBacking {
  readonly photos: readonly string[];
  readonly signature: SignatureInput | null;
}

type CommandRefusal = RefusalOf<
  'reason.missing' | 'return.not-there' | 'dates.invalid' | 'person.unknown' | 'action.not-offered'
>;

/** An action of the phone as the engine's command. */
export function taskCommand(
  flow: FlowDefinition,
  state: Case,
  input: Input,
  backing: TaskBacking,
): Result<CommandBody, CommandRefusal> {
  const { action, taskId, round, comment } = input;
  const link = { taskId, round };
  const note = comment !== '' && { note: comment };
  switch (action) {
    case 'return': {
      const to = input.toNodeId ?? onlyReturn(flow, state.tasks[taskId]);
      if (comment === '') return refuse('reason.missing', {});
      return to === null
        ? refuse('return.not-there', { allowed: [] })
        : ok({ kind: action, ...link, to, reason: comment });
    }
    case 'transfer':
    case 'addSigner': {
      const person = input.toEmploymentId ?? '';
      if (person === '') return refuse('person.unknown', {});
      return ok(
        action === 'transfer'
          ? { kind: action, ...link, to: person, ...note }
          : { kind: action, ...link, person, position: input.position ?? 'after' },
      );
    }
    case 'proposeDate': {
      const lastDay = parseLocalDate(input.lastDay ?? '');
      return lastDay === null
        ? refuse('dates.invalid', { label: '提议的最后工作日' })
        : ok({ kind: action, ...link, lastDay });
    }
    case 'askForTalk':
      return ok({ kind: action, ...link, ...note });
    case 'reject':
    case 'object':
      return comment === '' ? refuse('reason.missing', {}) : ok({ kind: action, ...link, comment });
    default:
      return ok({
        kind: action,
        ...link,
        fields: fieldsOf(flow, state, input),
        ...(backing.photos.length > 0 && { photos: backing.photos }),
        ...(backing.signature && { signature: backing.signature }),
        ...(comment !== '' && { comment }),
      });
  }
}

/** Where there is one way back only, it need not be named. */
function onlyReturn(flow: FlowDefinition, task: Task | undefined): string | null {
  const node = task && nodeOf(flow, task.nodeId);
  const allowed = node && isHuman(node) ? (node.returns?.to ?? []) : [];
  return allowed.length === 1 ? (allowed[0] ?? null) : null;
}

/** A form that came back keeps what it said before; a new comment is its new reason. */
function fieldsOf(flow: FlowDefinition, { forms, tasks }: Case, { taskId, fields, comment }: Input): Fields {
  const nodeId = tasks[taskId]?.nodeId ?? '';
  const node = nodeOf(flow, nodeId);
  const before = node?.kind === 'form' ? forms[nodeId] : undefined;
  if (!before) return fields ?? {};
  return { ...before, ...(comment !== '' && 'reason' in before && { reason: comment }), ...fields };
}
