import type { Command } from '@domain/approval/commands';
import { refuse } from '@domain/result';
import type { Caller } from '../caller';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import type { RefusalOf } from '../use-case';
import { doEffectsNow } from '../workflow/do-effects-now';
import { staffOf } from '../workflow/case-staff';
import { runCommand } from '../workflow/run-command';
import { wireCaseRefusal } from '../workflow/wire-case-refusal';

export interface NotStarted {
  readonly ok: false;
  readonly refusal: RefusalOf<'conflict.busy' | 'command.id-taken' | 'case.cannot-move'>;
}

/** Starts a request of the caller, with what is stored beside it; null when it stands. */
export async function startRequestCase(
  ports: Ports,
  caller: Caller,
  org: Organisation,
  flowId: string,
  command: Command,
  subject: string | null,
  beside?: (transaction: Transaction) => Promise<void>,
): Promise<NotStarted | null> {
  const staffFor = (stored: CaseDocument | null) => staffOf(ports, org, caller, stored);
  const moved = await runCommand(
    ports,
    { org, subject, staffFor, ...(beside && { beside }) },
    flowId,
    command,
  );
  if (moved.ok) {
    if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
    return null;
  }
  if ('busy' in moved) return refuse('conflict.busy', {});
  const { code } = wireCaseRefusal(moved.refusal, org, await staffFor(null));
  return code === 'command.id-taken' ? refuse(code, {}) : refuse('case.cannot-move', { because: code });
}
