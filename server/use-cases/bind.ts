import { instantOf } from '@domain/time/instant';
import { ok, refuse } from '@domain/result';
import { type Organisation, organisation, personView } from '../organisation';
import { momentText } from '../wall-text';
import { endMessages } from '../people/part-from-wechat';
import type { Ports, Transaction } from '../ports';
import { type Binding, bindings } from '../repositories/bindings';
import { bindingTries } from '../repositories/binding-tries';
import { type Employment, employments } from '../repositories/employments';
import { invitations } from '../repositories/invitations';
import { sheets } from '../repositories/sheets';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, useCase } from '../use-case';

const TRIES_PER_HOUR = 5;
const HOUR_MS = 3_600_000;
const ATTEMPTS_AT_A_RACE = 4;

/** Ties the caller's WeChat identity to the employment that an invitation was made for, once. */
export const bind = useCase('session.bind', {
  async run(ports, { openid }, { code }): Promise<Answer<'session.bind'>> {
    const spent = await spendTry(ports, openid);
    if (!spent.ok) return spent;

    const org = await organisation(ports);
    const digest = ports.ids.invitationDigest(normalisedCode(code));
    const bound = await ports.database.transaction((transaction) =>
      bindInside(transaction, ports, org, openid, digest, spent.value),
    );
    if (bound === null) return refuse('conflict.busy', {});
    if (!bound.ok) return bound;

    await sheets.giveOpenid(ports.database, bound.value._id, openid);
    return ok({ companyName: org.companyName, person: personView(org, bound.value, ports.clock.now()) });
  },
});

/** Upper case, no separators, and the letters that Crockford's alphabet reads as digits. */
const normalisedCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

type Bound = { ok: true; value: Employment } | Extract<Answer<'session.bind'>, { ok: false }>;

async function bindInside(
  transaction: Transaction,
  ports: Ports,
  org: Organisation,
  openid: string,
  digest: string,
  triesLeft: number,
): Promise<Bound> {
  const now = ports.clock.now();
  const invitation = await invitations.read(transaction, digest);
  if (!invitation) return refuse('invitation.unknown', { triesLeft });
  const employment = await employments.read(transaction, invitation.employmentId);
  if (!employment) return refuse('invitation.unknown', { triesLeft });
  const alreadyDone = invitation.usedBy === openid && employment.openid === openid;
  if (alreadyDone) return ok(employment);
  if (invitation.usedAt !== null) return refuse('invitation.used', {});
  if (now >= invitation.expiresAt)
    return refuse('invitation.expired', { expiredAt: momentText(org.zone, instantOf(invitation.expiresAt)) });
  if (employment.openid !== null && employment.openid !== invitation.replaces)
    return refuse('binding.employment-taken', {});
  const earlier = await bindings.read(transaction, openid);
  if (earlier && earlier.employmentId !== employment._id && (await stands(transaction, earlier)))
    return refuse('binding.wechat-taken', {});

  await invitations.use(transaction, digest, now, openid);
  await (earlier ? bindings.again : bindings.add)(transaction, openid, employment._id, now);
  // In the place of another WeChat: nothing goes to that one any more.
  if (employment.openid !== null) await endMessages(transaction, ports, employment._id);
  await employments.update(transaction, employment._id, { set: { openid } });
  await staffChanges.add(transaction, {
    _id: staffChanges.keyOf(employment._id, digest),
    subject: staffChanges.ofPerson(employment._id),
    area: 'person',
    at: now,
    byId: employment._id,
    byName: employment.name,
    what: '用邀请码绑定了微信',
    reason: null,
  });
  return ok({ ...employment, openid });
}

/** Whether the identity still stands for that employment: another may have taken its place. */
async function stands(transaction: Transaction, { _id, employmentId }: Binding): Promise<boolean> {
  return (await employments.read(transaction, employmentId))?.openid === _id;
}

/** Counts this try against the last hour's; resolves to how many are left after it. */
async function spendTry(
  { database, clock }: Ports,
  openid: string,
): Promise<{ ok: true; value: number } | Extract<Answer<'session.bind'>, { ok: false }>> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const now = clock.now();
    const before = await bindingTries.read(database, openid);
    const lastHour = (before?.at ?? []).filter((at) => at > now - HOUR_MS);
    const oldest = lastHour[0];
    if (lastHour.length >= TRIES_PER_HOUR && oldest !== undefined)
      return refuse('invitation.too-many-tries', {
        minutesLeft: Math.ceil((oldest + HOUR_MS - now) / 60_000),
      });
    const stored = await bindingTries.store(database, openid, before, [...lastHour.map(instantOf), now]);
    if (stored) return ok(TRIES_PER_HOUR - lastHour.length - 1);
  }
  return refuse('conflict.busy', {});
}
