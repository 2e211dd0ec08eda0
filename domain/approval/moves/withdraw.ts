import type { Result } from '../../result';
import { ok } from '../../result';
import { administratorsOf } from '../assignees';
import { administrator, participant } from '../authority';
import type { Case } from '../case';
import { openNodes } from '../case';
import type { CommandOf } from '../commands';
import type { FlowDefinition } from '../flow';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { voidNode } from '../void-node';

/**
 * 撤回 by law path. A request is withdrawn at once. An agreement too, until someone has signed. A notice has arrived
 * and stands: withdrawing it is a request to the employer, and the flow goes on meanwhile (the leaving rules §1).
 */
export function withdraw(recorder: Recorder, command: CommandOf<'withdraw'>): Result<true, ApprovalRefusal> {
  const person = participant(recorder);
  if (!person.ok) return person;
  const { flow, state, context } = recorder;
  const needs = flow.path === 'employer' ? 'initiator' : 'applicant';
  if (person.value !== state[needs]) return no('action.not-allowed', { action: 'withdraw', needs });
  if (isFree(flow, state)) {
    endWithdrawn(recorder);
    return ok(true);
  }
  if (command.reason.trim() === '') return no('reason.missing', { action: 'withdraw' });
  if (state.withdrawal?.granted === null)
    return no('withdraw.already-asked', { by: state.withdrawal.by, at: state.withdrawal.at });
  const to = administratorsOf(flow, state, context);
  recorder.record({ type: 'withdrawalAsked', by: person.value, reason: command.reason, to });
  return ok(true);
}

/** The employer's answer to a request to withdraw. */
export function answerWithdrawal(
  recorder: Recorder,
  command: CommandOf<'answerWithdrawal'>,
): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  const { withdrawal, id } = recorder.state;
  if (withdrawal === null || withdrawal.granted !== null) return no('withdraw.not-asked', { caseId: id });
  const { grant, reason } = command;
  if (reason.trim() === '') return no('reason.missing', { action: 'answerWithdrawal' });
  recorder.record({ type: 'withdrawalAnswered', by: person.value, granted: grant, reason });
  if (grant) endWithdrawn(recorder);
  return ok(true);
}

const isFree = (flow: FlowDefinition, state: Case): boolean => {
  if (flow.path === 'request') return true;
  if (flow.path === 'notice') return false;
  return !state.signatures.some((signature) => signature.nodeId !== flow.start);
};

function endWithdrawn(recorder: Recorder): void {
  for (const node of openNodes(recorder.state)) voidNode(recorder, node.id, 'withdrawn');
  recorder.record({ type: 'caseClosed', result: 'withdrawn' });
}
