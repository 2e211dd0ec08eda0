import type { CommandBody, TaskLink } from '@domain/approval/commands';
import type { NodeId } from '@domain/approval/names';
import type { IdentityCheck } from '@domain/approval/events';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import type { RefusalOf } from '../use-case';
import { doEffectsNow } from './do-effects-now';
import { staffOf } from './case-staff';
import type { OpenCase } from './open-case';
import { runCommand } from './run-command';
import { wireCaseRefusal, type WireCaseRefusal } from './wire-case-refusal';

/**
 * One command of one person on a case, with what is stored beside it in the same transaction, and its effects. For
 * use cases that have more to say than the case itself; `moveCaseBy` is for those that have not.
 *
 * @param identity what a signature in the command rests on
 * @param beside runs only when the command changes something: a repeated tap stores nothing again
 */
export async function runOnCase(
  ports: Ports,
  caller: Caller,
  stored: CaseDocument,
  commandId: string,
  body: CommandBody,
  beside: (transaction: Transaction) => Promise<void> = async () => undefined,
  identity?: IdentityCheck,
): Promise<Result<null, WireCaseRefusal | RefusalOf<'conflict.busy'>>> {
  const org = await recentOrganisation(ports);
  const setting = {
    org,
    subject: null,
    staffFor: (document: CaseDocument | null) => staffOf(ports, org, caller, document),
    beside,
  };
  const command = {
    id: commandId,
    caseId: stored._id,
    actor: { who: 'person', id: caller.employment._id, ...(identity && { identity }) },
    ...body,
  } as const;
  const moved = await runCommand(ports, setting, stored.flowId, command, stored);
  if (!moved.ok) {
    if ('busy' in moved) return { ok: false, refusal: { code: 'conflict.busy', facts: {} } };
    return { ok: false, refusal: wireCaseRefusal(moved.refusal, org, await setting.staffFor(stored)) };
  }
  if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
  return ok(null);
}

/**
 * The command that finishes a task at this very node. A link to a task elsewhere in the case is no task here: else one
 * step's procedure would finish another's.
 */
export async function finishAtNode(
  ports: Ports,
  caller: Caller,
  { stored }: OpenCase,
  nodeId: NodeId,
  commandId: string,
  body: CommandBody & TaskLink,
  beside?: (transaction: Transaction) => Promise<void>,
): ReturnType<typeof runOnCase> {
  const task = stored.state.tasks[body.taskId];
  if (task && task.nodeId !== nodeId) return refuse('case.unknown', {});
  return runOnCase(ports, caller, stored, commandId, body, beside);
}
