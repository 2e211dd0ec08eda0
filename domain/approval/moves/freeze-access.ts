import type { Result } from '../../result';
import { ok } from '../../result';
import { administrator } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** Freezing before the access ends is a decision of an administrator that the log keeps (the leaving rules §1). */
export function freezeAccess(
  recorder: Recorder,
  command: CommandOf<'freezeAccess'>,
): Result<true, ApprovalRefusal> {
  const person = administrator(recorder);
  if (!person.ok) return person;
  if (command.reason.trim() === '') return no('reason.missing', { action: 'freezeAccess' });
  if (recorder.flow.path === 'request')
    return no('action.not-allowed', { action: 'freezeAccess', needs: 'a leaving case' });
  if (!recorder.state.accessFrozen)
    recorder.record({ type: 'accessFreezeOrdered', by: person.value, reason: command.reason });
  return ok(true);
}
