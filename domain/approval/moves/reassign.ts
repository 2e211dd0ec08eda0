import type { Result } from '../../result';
import { ok } from '../../result';
import { administrator } from '../authority';
import type { CommandOf } from '../commands';
import { handOverTasks } from '../reassign';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';

/** The staff list, or an administrator, says that someone leaves: what they hold here moves now. */
export function reassign(recorder: Recorder, command: CommandOf<'reassign'>): Result<true, ApprovalRefusal> {
  if (recorder.command.actor.who === 'person') {
    const person = administrator(recorder);
    if (!person.ok) return person;
  }
  handOverTasks(recorder, command.person);
  return ok(true);
}
