import type { Case } from '@domain/approval/case';
import type { Command, CommandBody } from '@domain/approval/commands';
import { ok, refuse, type Result } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { sheets } from '../repositories/sheets';
import type { RefusalOf } from '../use-case';
import { correctionOf } from './case-fact';
import type { CaseView } from './case-view';
import { doEffects } from './effects';
import { readCase, staffOf } from './read-case';
import { runCommand } from './run-command';
import { wireCaseRefusal, type WireCaseRefusal } from './wire-case-refusal';

export type MoveRefusal = WireCaseRefusal | RefusalOf<'month.locked' | 'conflict.busy'>;

/** One command of one person on a case, its effects, and the case as it stands then. */
export async function moveCaseBy(
  ports: Ports,
  caller: Caller,
  caseId: string,
  commandId: string,
  body: CommandBody,
): Promise<Result<CaseView, MoveRefusal>> {
  const [stored, org] = await Promise.all([cases.read(ports.database, caseId), recentOrganisation(ports)]);
  if (!stored) return refuse('case.unknown', {});
  const asked = body.kind === 'agree' ? correctionOf(stored.state) : null;
  if (asked) {
    // Refused before the decision: an approval that a lock would then stop helps nobody.
    const sheet = await sheets.read(ports.database, stored.applicantId, monthOf(asked.date));
    if (sheet && sheet.lock !== 'open') return refuse('month.locked', { month: sheet.month });
  }
  const command: Command = {
    id: commandId,
    caseId,
    actor: { who: 'person', id: caller.employment._id },
    ...resubmitted(body, stored.state),
  };
  const more = body.kind === 'transfer' ? [body.to] : [];
  const setting = {
    org,
    subject: null,
    staffFor: (document: typeof stored | null) => staffOf(ports, org, caller, document, more),
  };
  const moved = await runCommand(ports, setting, stored.flowId, command, stored);
  if (!moved.ok) {
    if ('busy' in moved) return refuse('conflict.busy', {});
    return { ok: false, refusal: wireCaseRefusal(moved.refusal, org, await setting.staffFor(stored)) };
  }
  if (moved.value.commit) await doEffects(ports, moved.value.commit);
  const view = await readCase(ports, caller, caseId);
  // Whoever hands a task on may have no part in the case any more.
  return view ? ok(view) : refuse('case.unknown', {});
}

/** Completing a returned form sends what it said before, with the new words as its reason. */
function resubmitted(body: CommandBody, { forms, tasks }: Case): CommandBody {
  if (body.kind !== 'complete') return body;
  const before = forms[tasks[body.taskId]?.nodeId ?? ''];
  if (!before) return body;
  const { comment, ...rest } = body;
  return { ...rest, fields: comment ? { ...before, reason: comment } : before };
}
