import type { Command } from '@domain/approval/commands';
import type { FlowVersion } from '@domain/approval/flow';
import { type ApprovalRefusal, no } from '@domain/approval/refusals';
import { transition, type Transition } from '@domain/approval/transition';
import { isStuck } from '@domain/approval/held';
import { nextWakeAt } from '@domain/approval/wake';
import type { Result } from '@domain/result';
import { ok } from '@domain/result';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { type Commit, commits } from '../repositories/commits';
import { guardCommand } from './guard-command';
import { followDates } from './follow-dates';
import { shippedFlow } from './shipped-flows';
import type { Staff } from './staff';

const ATTEMPTS_AT_A_RACE = 4;
/** How long whoever committed has to do the effects before the timer takes them over. */
export const EFFECT_LEASE_MS = 60_000;

export interface Moved {
  readonly transition: Transition;
  readonly flow: FlowVersion;
  /** Null for a replayed command, and for one that changed nothing. */
  readonly commit: Commit | null;
  readonly staff: Staff;
}

export type CommandResult = Result<Moved, ApprovalRefusal> | { readonly ok: false; readonly busy: true };

/** Where a command happens: the organisation, and the people that it and the case name. */
export interface CommandSetting {
  readonly org: Organisation;
  /** Resolves the people of a case; `null` before it exists. */
  staffFor(stored: CaseDocument | null): Promise<Staff>;
  /** 'employmentId:date' for requests about one day; used when the case starts. */
  readonly subject: string | null;
  /**
   * Stores, in the same transaction, what belongs to this very command but not on its log: a settlement's lines with
   * their notes, answers for HR only. Reads and writes by id, inside the transaction.
   */
  beside?(transaction: Transaction): Promise<void>;
}

/**
 * Runs a command as one transaction of two documents: its commit (by add: of two at once one finds the place taken)
 * and the case; with what belongs beside it, if anything. Whoever loses reads again; a repeated command is answered from the case itself.
 *
 * @param flowId which flow a `start` begins; other commands find their flow in the case
 * @param seen the case as just read, to spare a read
 */
export async function runCommand(
  ports: Ports,
  setting: CommandSetting,
  flowId: string,
  command: Command,
  seen: CaseDocument | null = null,
): Promise<CommandResult> {
  let stored = seen;
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    if (attempt > 0 || (stored === null && command.kind !== 'start'))
      stored = await cases.read(ports.database, command.caseId);
    if (stored === null && command.kind !== 'start') return no('case.unknown', { caseId: command.caseId });
    const flow = stored
      ? shippedFlow(ports.ids, stored.flowId, stored.flowVersion)
      : shippedFlow(ports.ids, flowId);
    const staff = await setting.staffFor(stored);
    const { org } = setting;
    const shut =
      stored &&
      guardCommand(flow.definition, stored.state, command, {
        directory: staff.directory,
        now: ports.clock.now(),
        delegations: staff.delegations,
      });
    if (shut) return { ok: false, refusal: shut };
    const result = transition(flow, stored?.state ?? null, command, {
      now: ports.clock.now(),
      clock: { zone: org.zone, calendar: org.book.source.calendar, hours: org.published.officeHours },
      directory: staff.directory,
      delegations: staff.delegations,
    });
    if (!result.ok) return result;
    if (result.value.events.length === 0) return ok({ transition: result.value, flow, commit: null, staff });
    const commit = await store(ports, setting, flow, result.value, command, stored, staff);
    if (commit) return ok({ transition: result.value, flow, commit, staff });
  }
  return { ok: false, busy: true };
}

async function store(
  ports: Ports,
  setting: CommandSetting,
  flow: FlowVersion,
  { events, effects, state, answer }: Transition,
  command: Command,
  before: CaseDocument | null,
  staff: Staff,
): Promise<Commit | null> {
  const revision = (before?.revision ?? 0) + 1;
  const now = ports.clock.now();
  const commit: Commit = {
    _id: commits.idOf(command.caseId, revision),
    caseId: command.caseId,
    revision,
    commandId: command.id,
    at: now,
    events: [...events],
    effects: [...effects],
    answer,
    pending: effects.length > 0,
    attempts: 0,
    retryAt: now + EFFECT_LEASE_MS,
    ...(flow.definition.path !== 'request' && { chain: 'due' as const }),
  };
  const applicant = staff.entry(state.applicant);
  const document: CaseDocument = {
    _id: command.caseId,
    flowId: flow.definition.id,
    flowVersion: flow.definition.version,
    applicantId: state.applicant,
    status: state.status,
    revision,
    nextWakeAt: nextWakeAt(state),
    state,
    applicant: applicant ? { ...applicant, under: setting.org.revision } : (before?.applicant ?? null),
    subject: before ? before.subject : setting.subject,
    stuckUnder: isStuck(state) ? setting.org.revision : null,
  };
  return ports.database.transaction(async (transaction) => {
    await commits.add(transaction, commit);
    await (before ? cases.store(transaction, document) : cases.add(transaction, document));
    await followDates(transaction, before?.state ?? null, state);
    await setting.beside?.(transaction);
    return commit;
  });
}
