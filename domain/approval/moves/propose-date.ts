import type { Result } from '../../result';
import { ok } from '../../result';
import { minuteOf } from '../../time/instant';
import { personOf, taskInHand } from '../authority';
import type { CommandOf } from '../commands';
import { checkDates, movedWithLastDay } from '../dates';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { reachedAt, setDates } from '../set-dates';

/** 提议日期: another last day is proposed; the task stays open and nothing changes until the applicant accepts. */
export function proposeDate(
  recorder: Recorder,
  command: CommandOf<'proposeDate'>,
): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { node, by } = hand.value;
  if (!node.actions.includes('proposeDate'))
    return no('action.not-offered', { nodeId: node.id, action: 'proposeDate' });
  const { state, context } = recorder;
  const notice = context.clock.zone.dateAt(minuteOf(state.dates.notice ?? state.startedAt));
  const valid = checkDates({ lastDay: command.lastDay }, notice);
  if (!valid.ok) return valid;
  recorder.record({ type: 'dateProposed', lastDay: command.lastDay, by, nodeId: node.id });
  return ok(true);
}

/** Only the applicant answers a proposed date. With a yes everything that hangs on the last day comes along. */
export function answerDate(
  recorder: Recorder,
  command: CommandOf<'answerDate'>,
): Result<true, ApprovalRefusal> {
  const person = personOf(recorder);
  if (!person.ok) return person;
  const { state, context } = recorder;
  if (person.value !== state.applicant) return no('case.unknown', { caseId: state.id });
  const { proposal } = state;
  if (proposal === null) return no('dates.none-proposed', { caseId: state.id });
  recorder.record({ type: 'dateAnswered', by: person.value, accepted: command.accept });
  if (!command.accept) return ok(true);
  const { zone } = context.clock;
  const notice = zone.dateAt(minuteOf(state.dates.notice ?? state.startedAt));
  const { accessEnd, ...days } = movedWithLastDay(state.dates, proposal.lastDay, notice, zone);
  // Accounts that are frozen already stay so: giving them back is a decision of its own.
  const access = accessEnd === undefined || reachedAt(recorder, 'accessEnd') !== null ? {} : { accessEnd };
  return setDates(recorder, { ...days, ...access }, 'proposal accepted');
}
