import type { Result } from '../result';
import { ok } from '../result';
import type { Answer, Case } from './case';
import type { Command } from './commands';
import type { Context } from './context';
import type { Effect } from './effects';
import type { CaseEvent } from './events';
import { actorName } from './events';
import type { FlowVersion } from './flow';
import { addSigner } from './moves/add-signer';
import { askForTalk } from './moves/ask-for-talk';
import { assign } from './moves/assign';
import { changeDates } from './moves/change-dates';
import { changeDocument } from './moves/change-document';
import { comment } from './moves/comment';
import { copyTo } from './moves/copy-to';
import { documentReady } from './moves/document-ready';
import { finishTask } from './moves/finish-task';
import { freezeAccess } from './moves/freeze-access';
import { answerDate, proposeDate } from './moves/propose-date';
import { reassign } from './moves/reassign';
import { reportEffect } from './moves/report-effect';
import { returnTask } from './moves/return-task';
import { start } from './moves/start';
import { tick } from './moves/tick';
import { transfer } from './moves/transfer';
import { urge } from './moves/urge';
import { waive } from './moves/waive';
import { answerWithdrawal, withdraw } from './moves/withdraw';
import { participant } from './authority';
import { Recorder } from './recorder';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

export interface Transition {
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  /** The case with the events folded in. */
  readonly state: Case;
  readonly answer: Answer;
  /** The command had been answered before: nothing happened again. */
  readonly replayed: boolean;
}

/**
 * What a command does to a case: events and effects as data, or a refusal with code and facts. Pure: the same
 * arguments give the same result. `state` is null before the case exists.
 */
export function transition(
  version: FlowVersion,
  state: Case | null,
  command: Command,
  context: Context,
): Result<Transition, ApprovalRefusal> {
  const flow = version.definition;
  const earlier = state?.answered.find((answer) => answer.commandId === command.id);
  if (state !== null && earlier !== undefined) {
    if (earlier.actor !== actorName(command.actor) || earlier.kind !== command.kind)
      return no('command.id-taken', { commandId: command.id });
    return ok({ events: [], effects: [], state, answer: earlier, replayed: true });
  }
  if (command.kind === 'start' && state !== null) return no('case.exists', { caseId: command.caseId });
  if (command.kind !== 'start' && (state === null || state.id !== command.caseId))
    return no('case.unknown', { caseId: command.caseId });
  if (state !== null && state.flow.digest !== version.digest)
    return no('case.other-flow', { needed: state.flow.digest, given: version.digest });

  const recorder = new Recorder(flow, context, command, state);
  const moved = move(recorder, command, version);
  if (!moved.ok) return moved;
  const { events, effects } = recorder;
  return ok({ events, effects, state: recorder.state, answer: answerOf(recorder), replayed: false });
}

function answerOf({ state, command, context }: Recorder): Answer {
  const stored = state.answered.find((answer) => answer.commandId === command.id);
  if (stored !== undefined) return stored;
  const { id: commandId, kind, actor } = command;
  const { id: caseId, revision, seq } = state;
  return { caseId, commandId, kind, actor: actorName(actor), revision, seq, at: context.now };
}

function move(recorder: Recorder, command: Command, version: FlowVersion): Result<true, ApprovalRefusal> {
  switch (command.kind) {
    case 'start':
      return start(recorder, command, version);
    case 'tick':
      return tick(recorder);
    case 'reportEffect':
      return reportEffect(recorder, command);
    // A closed case has no open task: the link itself says what became of it.
    case 'agree':
    case 'reject':
    case 'acknowledge':
    case 'object':
    case 'complete':
    case 'sign':
    case 'settle':
      return finishTask(recorder, command);
    case 'return':
      return returnTask(recorder, command);
    case 'transfer':
      return transfer(recorder, command);
    case 'addSigner':
      return addSigner(recorder, command);
    case 'proposeDate':
      return proposeDate(recorder, command);
    case 'askForTalk':
      return askForTalk(recorder, command);
    case 'changeDocument':
      return changeDocument(recorder, command);
    default:
      return stillRunning(recorder) ?? moveCase(recorder, command);
  }
}

/** A closed case moves no more; a stranger does not even hear that it is closed. */
function stillRunning(recorder: Recorder): Result<true, ApprovalRefusal> | null {
  const { status, result, closedAt } = recorder.state;
  if (status === 'running' || result === null || closedAt === null) return null;
  if (recorder.command.actor.who === 'person') {
    const person = participant(recorder);
    if (!person.ok) return person;
  }
  return no('case.closed', { result, closedAt });
}

type CaseCommand = Extract<
  Command,
  {
    kind:
      | 'answerDate'
      | 'urge'
      | 'comment'
      | 'cc'
      | 'withdraw'
      | 'answerWithdrawal'
      | 'waive'
      | 'assign'
      | 'changeDates'
      | 'freezeAccess'
      | 'reassign'
      | 'documentReady';
  }
>;

function moveCase(recorder: Recorder, command: CaseCommand): Result<true, ApprovalRefusal> {
  switch (command.kind) {
    case 'answerDate':
      return answerDate(recorder, command);
    case 'urge':
      return urge(recorder, command);
    case 'comment':
      return comment(recorder, command);
    case 'cc':
      return copyTo(recorder, command);
    case 'withdraw':
      return withdraw(recorder, command);
    case 'answerWithdrawal':
      return answerWithdrawal(recorder, command);
    case 'waive':
      return waive(recorder, command);
    case 'assign':
      return assign(recorder, command);
    case 'changeDates':
      return changeDates(recorder, command);
    case 'freezeAccess':
      return freezeAccess(recorder, command);
    case 'reassign':
      return reassign(recorder, command);
    case 'documentReady':
      return documentReady(recorder, command);
  }
}
