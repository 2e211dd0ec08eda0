import type { Effect } from '@domain/approval/effects';
import type { Organisation } from '../organisation';
import type { AccountAnswer, Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import type { Commit } from '../repositories/commits';
import { runBySystem } from '../workflow/run-by-system';

export type AccountEffect = Extract<Effect, { do: 'freezeAccess' | 'restoreAccess' }>;

export const isAccountEffect = (effect: Effect): effect is AccountEffect =>
  effect.do === 'freezeAccess' || effect.do === 'restoreAccess';

/**
 * Freezes a leaver's accounts in the company's other systems, or gives them back. How it went is written on the case;
 * what failed is tried again by the outbox, and HR hears of each reason once. Whoever's withdrawal was granted
 * meanwhile keeps their accounts.
 *
 * @param attempts how often this commit's effects were tried before
 * @returns commits whose effects are to be done next, and whether nothing is left to try
 */
export async function switchAccounts(
  ports: Ports,
  org: Organisation,
  effect: AccountEffect,
  attempts: number,
): Promise<{ readonly finished: boolean; readonly next: readonly Commit[] }> {
  const { caseId, key, person } = effect;
  const stored = await cases.read(ports.database, caseId);
  if (!stored) throw new Error(`effect ${key} has no case`);
  if (effect.do === 'freezeAccess' && stored.state.result === 'withdrawn')
    return { finished: true, next: [] };
  const order = { key, employmentId: person, accounts: ports.settings.accountSystems };
  const answer = await (effect.do === 'freezeAccess'
    ? ports.accounts.freeze(order)
    : ports.accounts.restore(order));
  const next = await report(ports, org, stored, effect, answer, attempts);
  return { finished: answer.done || !answer.worthRepeating, next };
}

async function report(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  { key, do: does }: AccountEffect,
  answer: AccountAnswer,
  attempts: number,
): Promise<readonly Commit[]> {
  const what = does === 'freezeAccess' ? '停用' : '恢复';
  const systems = ports.settings.accountSystems.join('、');
  const detail = answer.done ? `账号已${what}：${systems}` : failureText(what, answer);
  // The same words again have the same command id: one reason is told once.
  const id = `report-${key}-${ports.ids.digest(detail).slice(0, 8)}`;
  const commit = await runBySystem(
    ports,
    org,
    stored,
    { id, part: 'provider' },
    { kind: 'reportEffect', effectKey: key, done: answer.done, detail, attempt: attempts + 1 },
  );
  return commit ? [commit] : [];
}

const failureText = (
  what: string,
  { reason, worthRepeating }: Extract<AccountAnswer, { done: false }>,
): string =>
  worthRepeating
    ? `账号还没有${what}（${reason}），系统会继续重试，请 IT 查看`
    : `没有接入账号系统，请 IT 手工${what}账号`;
