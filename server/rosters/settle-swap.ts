import type { Case } from '@domain/approval/case';
import type { Organisation } from '../organisation';
import type { Ports, Transaction } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { rosterChanges } from '../repositories/rosters';
import { tellHr } from '../requests/tell-hr';
import { changeRoster, writtenOf } from './change-roster';
import { planRemindersAnew } from './roster-ahead';
import { followRequests, markRequests } from './save-person';
import { swapOf, type SwapOfCase } from './swap-fields';

const ATTEMPTS_AT_A_RACE = 6;

/** A roster was changed, locked or no longer holds since the swap was agreed: undoes both halves. */
class NotSwapped extends Error {}

/**
 * An approved swap: both rosters change in one transaction, or neither does and HR and both are told. As often as it runs, it
 * happens once. Nothing for cases of other flows, and for those that still run.
 */
export async function settleSwap(ports: Ports, org: Organisation, state: Case): Promise<void> {
  if (state.status !== 'closed' || state.result !== 'approved') return;
  const swap = swapOf(state);
  if (swap === null) return;
  const [asking, colleague] = await Promise.all([
    employments.read(ports.database, state.applicant),
    employments.read(ports.database, swap.colleagueId),
  ]);
  if (!asking || !colleague) throw new Error(`case ${state.id} swaps for somebody unknown`);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    try {
      const follows = await ports.database.transaction((transaction) =>
        swapInside(transaction, ports, org, state.id, swap, [asking, colleague]),
      );
      if (follows === null) continue;
      for (const employmentId of follows) await followRequests(ports, org, employmentId);
      await Promise.all([asking, colleague].map((one) => planRemindersAnew(ports, one)));
      return;
    } catch (error) {
      if (!(error instanceof NotSwapped)) throw error;
      const what = '换班已通过，但排班在此期间变了，没有对换';
      const both = [asking._id, colleague._id];
      await tellHr(ports, org, state.id, 'not-swapped', 'swap.not-done', what, both);
      return;
    }
  }
  throw new Error(`the rosters of case ${state.id} were too busy`);
}

/** What became of an approved swap, for those who look at it; null for other cases. */
export async function swapOutcome({ database }: Ports, state: Case): Promise<string | null> {
  if (state.result !== 'approved' || swapOf(state) === null) return null;
  const done = await rosterChanges.read(database, rosterChanges.idOf(state.applicant, state.id));
  return done === null ? '排班在此期间变了，没有对换，请和 HR 商量' : '两人的排班已经对换';
}

/** Resolves to whose requests have to be measured again. */
async function swapInside(
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  caseId: string,
  { agreed }: SwapOfCase,
  [asking, colleague]: readonly [Employment, Employment],
): Promise<readonly string[]> {
  // Done before: what became of the rosters since is nobody's fault.
  if (await rosterChanges.readInside(transaction, rosterChanges.idOf(asking._id, caseId))) return [];
  const follows: string[] = [];
  for (const [employment, changes] of [
    [asking, agreed.asking],
    [colleague, agreed.colleague],
  ] as const) {
    const command = { id: caseId, by: asking, means: 'swapped' } as const;
    const { outcomes } = await changeRoster(transaction, ports, org, employment, changes, command);
    // A cell that says so already was changed by somebody else: no longer what the two agreed to exchange.
    if (writtenOf(outcomes).length < changes.length) throw new NotSwapped();
    if (await markRequests(transaction, ports, org, employment, writtenOf(outcomes)))
      follows.push(employment._id);
  }
  return follows;
}
