import type { Case } from '@domain/approval/case';
import type { Effect } from '@domain/approval/effects';
import { pushAt } from '@domain/approval/quiet-hours';
import { countedUnasked } from '../attendance/outside-fields';
import { settleOutside } from '../attendance/settle-outside';
import { isAccountEffect, switchAccounts } from '../offboarding/switch-accounts';
import { settleRequest } from '../requests/settle-request';
import { settleSwap } from '../rosters/settle-swap';
import { recentOrganisation, type Organisation } from '../organisation';
import { pageOfMessage } from '../messages/page-of-message';
import { wordsOfMessage } from '../messages/case-words';
import { closeUrges } from '../messages/please-urge';
import { pushItem } from '../messages/push-item';
import { unbindEmployee } from '../messages/unbind-employee';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { type Commit, commits } from '../repositories/commits';
import { inbox, type InboxItem } from '../repositories/inbox';
import { applyCorrection } from './apply-correction';
import { caseFact } from './case-fact';
import { chainAtOnce } from './chain-cases';
import { orderPaper } from './order-paper';
import { EFFECT_LEASE_MS } from './run-command';
import { shippedFlow } from './shipped-flows';

/** Retries wait longer each time: one, two, four … minutes, an hour at most. */
const backOffMs = (attempts: number): number => Math.min(60, 2 ** attempts) * 60_000;

/**
 * Does what a commit ordered. At least once: each effect carries a key that makes a repetition harmless. What fails is
 * left to the timer, with the rest of the commit. Papers and accounts come last: people hear of their task first, and a
 * paper that cannot be made fails nobody's tap. Resolves to whether all is done.
 */
export async function doEffects(ports: Ports, commit: Commit): Promise<boolean> {
  if (!commit.pending) return true;
  const stored = await cases.read(ports.database, commit.caseId);
  if (!stored) throw new Error(`commit ${commit._id} has no case`);
  const org = await recentOrganisation(ports);
  await settleRequest(ports, org, stored.state);
  await settleSwap(ports, org, stored.state);
  await settleOutside(ports, org, stored.state);
  // In order, because closing an item and opening the next belong together.
  for (const effect of commit.effects) if (!isSlow(effect)) await doEffect(ports, org, stored, effect);
  let whole = true;
  for (const effect of commit.effects) {
    if (isAccountEffect(effect)) {
      const { finished, next } = await switchAccounts(ports, org, effect, commit.attempts);
      whole &&= finished;
      for (const one of next) await doEffects(ports, one);
    }
    if (effect.do !== 'generateDocument') continue;
    const { made, next } = await orderPaper(ports, org, stored, effect, commit.attempts);
    whole &&= made;
    for (const one of next) await doEffects(ports, one);
  }
  if (whole) await commits.done(ports.database, commit._id);
  await chainAtOnce(ports, commit);
  return whole;
}

/** What others must answer first: people hear of their tasks before it. */
const isSlow = (effect: Effect): boolean => effect.do === 'generateDocument' || isAccountEffect(effect);

/** Takes over what nobody finished; resolves to how many commits were brought to an end. */
export async function doWaitingEffects(ports: Ports): Promise<number> {
  const waiting = await commits.waiting(ports.database, ports.clock.now(), 50);
  let done = 0;
  for (const commit of waiting) {
    const until = ports.clock.now() + Math.max(EFFECT_LEASE_MS, backOffMs(commit.attempts));
    if (!(await commits.lease(ports.database, commit, until))) continue;
    try {
      if (await doEffects(ports, commit)) done += 1;
    } catch (error) {
      ports.log.write({ effect: commit._id, attempts: commit.attempts + 1, message: String(error) });
    }
  }
  return done;
}

async function doEffect(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  effect: Effect,
): Promise<void> {
  switch (effect.do) {
    case 'notify':
      if (countedUnasked(stored.state)) return;
      for (const personId of effect.to) await tell(ports, org, stored, effect, personId);
      return;
    case 'closeInbox': {
      const { caseId, taskId, person } = effect;
      for (const item of await inbox.openForTask(ports.database, person, caseId, taskId)) {
        await inbox.setState(ports.database, item._id, person, 'closed');
        await closeUrges(ports, item);
      }
      return;
    }
    case 'applyOutcome':
      return applyCorrection(ports, org, stored.state, effect.result);
    case 'archive':
      // The close is on the chain, and signed, with the commit itself.
      return unbindEmployee(ports, stored);
    default:
      throw new Error(`nothing here does ${effect.do} yet`);
  }
}

async function tell(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  effect: Extract<Effect, { do: 'notify' }>,
  personId: string,
): Promise<void> {
  const { state } = stored;
  const words = wordsOfMessage(effect.message);
  // A task that was answered meanwhile (the effect runs late) must not come up again.
  const taskOpen = effect.taskId === null || state.tasks[effect.taskId]?.status === 'open';
  const item: InboxItem = {
    _id: inbox.idOf(effect.key, personId),
    personId,
    kind: words.kind,
    caseId: stored._id,
    taskId: effect.taskId,
    round: effect.round,
    message: effect.message,
    title: titleOf(ports, stored, words),
    fact: String(effect.facts.detail ?? '') || caseFact(state) || words.hint,
    dueAt: dueOf(state, effect.nodeId),
    createdAt: effect.at,
    state: words.kind === 'todo' && !taskOpen ? 'closed' : 'open',
    pushAt: pushAt(effect.urgency, effect.at, org.published.quietHours, org.zone),
    page: pageOfMessage(effect.message, state, personId),
  };
  const added = await inbox.add(ports.database, item);
  const mayRing = item.pushAt !== null && item.pushAt <= ports.clock.now() && item.state === 'open';
  if (added && mayRing) await pushItem(ports, org, item);
}

function titleOf(
  { ids }: Ports,
  { flowId, flowVersion, applicant, state }: CaseDocument,
  words: ReturnType<typeof wordsOfMessage>,
): string {
  const { title } = shippedFlow(ids, flowId, flowVersion).definition;
  if (words.kind === 'todo') return `${applicant?.name ?? ''} · ${title}`;
  if (state.status === 'closed' && words.hint === '有结果了')
    return `${title}${state.result === 'approved' ? '已通过' : state.result === 'rejected' ? '未通过' : '已结束'}`;
  return `${title} · ${words.hint}`;
}

const dueOf = (state: Case, nodeId: string | null): number | null =>
  nodeId === null ? null : (state.nodes[nodeId]?.dueAt ?? null);
