import type { Result } from '../../result';
import { administrator } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { setDates } from '../set-dates';

/** An administrator changes dates of the case, with a reason; the notice's arrival is a fact and stays. */
export function changeDates(
  recorder: Recorder,
  command: CommandOf<'changeDates'>,
): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  if (command.reason.trim() === '') return no('reason.missing', { action: 'changeDates' });
  return setDates(recorder, command.dates, command.reason);
}
