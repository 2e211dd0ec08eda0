import type { Result } from '../../result';
import { ok } from '../../result';
import { administratorsOf } from '../assignees';
import { fromSystem } from '../authority';
import type { CommandOf } from '../commands';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';

/** How an effect ended, for the log; a failure tells the administrators. */
export function reportEffect(
  recorder: Recorder,
  command: CommandOf<'reportEffect'>,
): Result<true, ApprovalRefusal> {
  const system = fromSystem(recorder);
  if (!system.ok) return system;
  const { effectKey, done, detail, attempt } = command;
  const to = done ? [] : administratorsOf(recorder.flow, recorder.state, recorder.context);
  recorder.record({ type: 'effectReported', effectKey, done, detail, attempt, to });
  return ok(true);
}
