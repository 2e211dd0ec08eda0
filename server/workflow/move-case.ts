import type { Command, CommandBody } from '@domain/approval/commands';
import type { IdentityCheck } from '@domain/approval/events';
import { ok, refuse, type Result } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import { outsideOf } from '../attendance/outside-fields';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { lockedMonth, monthsOfRequest } from '../requests/locked-month';
import type { RefusalOf } from '../use-case';
import { correctionOf } from './case-fact';
import { staffOf } from './case-staff';
import type { CaseView } from './case-view';
import { doEffectsNow } from './do-effects-now';
import { readCase } from './read-case';
import { runCommand } from './run-command';
import { shippedFlow } from './shipped-flows';
import { wireCaseRefusal, type WireCaseRefusal } from './wire-case-refusal';

export type MoveRefusal = WireCaseRefusal | RefusalOf<'month.locked' | 'conflict.busy'>;

/** What may come with a command beside its body. */
export interface MoveBacking {
  /** Whoever signs was identified for the document. */
  readonly identity?: IdentityCheck;
  /** People whom the command names: they must be known to be asked. */
  readonly people?: readonly string[];
  /** The case as it was just read: not read again, unless somebody else moves it meanwhile. */
  readonly seen?: CaseDocument;
}

/** One command of one person on a case, its effects, and the case as it stands then. */
export async function moveCaseBy(
  ports: Ports,
  caller: Caller,
  caseId: string,
  commandId: string,
  body: CommandBody,
  { identity, people = [], seen }: MoveBacking = {},
): Promise<Result<CaseView, MoveRefusal>> {
  const [stored, org] = await Promise.all([
    seen ?? cases.read(ports.database, caseId),
    recentOrganisation(ports),
  ]);
  if (!stored) return refuse('case.unknown', {});
  const locked = await lockBefore(ports, stored, body);
  if (locked) return locked;
  const command: Command = {
    id: commandId,
    caseId,
    actor: { who: 'person', id: caller.employment._id, ...(identity && { identity }) },
    ...body,
  };
  const staffFor = (document: CaseDocument | null) => staffOf(ports, org, caller, document, people);
  const moved = await runCommand(ports, { org, subject: null, staffFor }, stored.flowId, command, stored);
  if (!moved.ok) {
    if ('busy' in moved) return refuse('conflict.busy', {});
    const flow = shippedFlow(ports.ids, stored.flowId, stored.flowVersion).definition;
    return { ok: false, refusal: wireCaseRefusal(moved.refusal, org, await staffFor(stored), flow) };
  }
  if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
  const view = await readCase(ports, caller, caseId);
  // Whoever hands a task on may have no part in the case any more.
  return view ? ok(view) : refuse('case.unknown', {});
}

/** What a locked month would stop is refused before the decision: an approval that has no effect helps nobody. */
async function lockBefore(
  { database }: Ports,
  { state, applicantId }: CaseDocument,
  { kind }: CommandBody,
): Promise<{ readonly ok: false; readonly refusal: RefusalOf<'month.locked'> } | null> {
  if (kind !== 'agree') return null;
  const aboutDay = correctionOf(state) ?? outsideOf(state);
  const months = aboutDay ? [monthOf(aboutDay.date)] : await monthsOfRequest(database, state);
  const month = await lockedMonth(database, applicantId, months);
  return month === null ? null : { ok: false, refusal: { code: 'month.locked', facts: { month } } };
}
