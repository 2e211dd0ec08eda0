import type { Case } from '@domain/approval/case';
import type { Command } from '@domain/approval/commands';
import type { FlowDefinition } from '@domain/approval/flow';
import { type ApprovalRefusal, no } from '@domain/approval/refusals';
import { actionOf, mayInCase, type Onlookers } from '@domain/offboarding/case-roles';
import { rolesFor } from '@domain/offboarding/permissions';

/**
 * The door in front of every command of a person on a running case, whichever procedure brings it: the table of
 * permissions. Null when it may pass. To a stranger the case does not exist.
 */
export function guardCommand(
  flow: FlowDefinition,
  state: Case,
  command: Command,
  onlookers: Onlookers,
): ApprovalRefusal | null {
  const { actor, kind } = command;
  if (actor.who !== 'person' || kind === 'start') return null;
  const nodeId = 'taskId' in command ? (state.tasks[command.taskId]?.nodeId ?? null) : null;
  if (!mayInCase(flow, state, actor.id, onlookers, 'viewCase'))
    return no('case.unknown', { caseId: state.id }).refusal;
  // A task that never was: the engine says so.
  if ('taskId' in command && nodeId === null) return null;
  const action = actionOf(flow, kind, nodeId);
  if (mayInCase(flow, state, actor.id, onlookers, action)) return null;
  return no('action.not-allowed', { action: kind, needs: rolesFor(action)[0] ?? 'nobody' }).refusal;
}
