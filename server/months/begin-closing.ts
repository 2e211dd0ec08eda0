import { ok, refuse } from '@domain/result';
import { type Caller, hasRole } from '../caller';
import { organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type MonthClosing, monthClosings } from '../repositories/month-closings';
import type { Answer } from '../use-case';
import { dayText } from '../wall-text';
import { isEmployedIn, lockableFrom } from './month-span';
import { scopeText } from './month-log';
import { staffWhere } from './run-closing';

const ATTEMPTS_AT_A_RACE = 5;

export interface ClosingWish extends Pick<MonthClosing, 'month' | 'kind' | 'branchId' | 'reason'> {
  readonly commandId: string;
}

type Refused = Extract<Answer<'month.close'>, { ok: false }>;

/**
 * Writes down that a month is being locked or opened again; the work itself is `runClosing`. The same command again
 * finds its own. One at a time a month: who comes second hears whose it is.
 */
export async function beginClosing(
  ports: Ports,
  caller: Caller,
  { commandId, month, kind, branchId, reason }: ClosingWish,
): Promise<{ readonly ok: true; readonly value: MonthClosing } | Refused> {
  const { database, clock } = ports;
  const { employment } = caller;
  if (!mayClose(caller, branchId)) return refuse('month.not-yours', {});
  const org = await organisation(ports);
  if (branchId !== null && org.branchName(branchId) === '') return refuse('month.not-yours', {});
  const from = lockableFrom(month);
  if (kind === 'lock' && todayIn(org.zone, clock.now()) < from)
    return refuse('month.not-over', { from: dayText(from) });
  const command = `${employment._id}:${commandId}`;
  const total = await peopleOf(ports, branchId, month);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const log = await monthClosings.ofMonth(database, month);
    const own = log.find((one) => one.command === command);
    if (own) return ok(own);
    const running = log.find(({ state }) => state === 'running');
    if (running)
      return refuse('month.being-closed', { byName: running.byName, scope: scopeText(org, running) });
    const number = (log.at(-1)?.number ?? 0) + 1;
    const closing: MonthClosing = {
      _id: monthClosings.idOf(month, number),
      month,
      number,
      kind,
      branchId,
      reason,
      command,
      by: employment._id,
      byName: employment.name,
      at: clock.now(),
      orgRevision: org.revision,
      state: 'running',
      total,
      done: 0,
      after: null,
      moved: 0,
      changedDays: 0,
      claimedUntil: 0,
    };
    if (await monthClosings.add(database, closing)) return ok(closing);
  }
  return refuse('conflict.busy', {});
}

/** HR of the company closes for everybody or for a branch; HR of a branch for the own one. */
export const mayClose = (caller: Caller, branchId: string | null): boolean =>
  hasRole(caller, ['hr']) || (branchId !== null && branchId === caller.employment.branchId);

async function peopleOf({ database }: Ports, branchId: string | null, month: string): Promise<number> {
  const where = staffWhere({ branchId });
  const atATime = 1000;
  let total = 0;
  for (let after: string | null = null; ;) {
    const page = await employments.page(database, where, after, atATime);
    total += page.filter((one) => isEmployedIn(one, month)).length;
    if (page.length < atATime) return total;
    after = page.at(-1)?._id ?? null;
  }
}
