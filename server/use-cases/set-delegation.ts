import { ok, refuse } from '@domain/result';
import { canBeAsked } from '@domain/approval/directory';
import { type Instant, instantOf, instantOfMinute } from '@domain/time/instant';
import { addDays, dayNumber, daysBetween, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type DelegationDocument, delegations } from '../repositories/delegations';
import { employments } from '../repositories/employments';
import { type Answer, useCase } from '../use-case';
import { delegationsView, whenText } from '../workflow/delegations-view';
import { followDelegation } from '../workflow/follow-delegation';
import { freshDelegations } from '../workflow/recent-delegations';
import { shippedTitles } from '../workflow/shipped-flows';
import { readStaff } from '../workflow/staff';

const MOST_DAYS = 180;

type Refused = Extract<Answer<'delegation.set'>, { ok: false }>;

/** 不在时由谁代办: from the first day's midnight to the end of the last day. */
export const setDelegation = useCase('delegation.set', {
  async run(ports, caller, input): Promise<Answer<'delegation.set'>> {
    const org = await recentOrganisation(ports);
    const wished = wishedBy(org, caller, input, ports.clock.now());
    if (!wished) return refuse('delegation.dates', { mostDays: MOST_DAYS });
    const known = await delegations.read(ports.database, wished._id);
    const refused = known ? null : await refusalOf(ports, org, wished);
    if (refused) return refused;
    if (!known) await delegations.add(ports.database, wished);
    const document = known ?? wished;
    const begun = document.since <= ports.clock.now() && document.state === 'waiting';
    if (begun) await followDelegation(ports, document);
    const view = await delegationsView(ports, org, caller);
    return ok({ text: begun ? '已设好，待办已转给对方' : '已设好，到时自动转给对方', view });
  },
});

/** Null when the days cannot be meant. A delegation that begins today begins now. */
function wishedBy(
  org: Organisation,
  { employment }: Caller,
  { commandId, toEmploymentId, from, to, flowIds }: InputOf<'delegation.set'>,
  now: Instant,
): DelegationDocument | null {
  const first = parseLocalDate(from);
  const last = parseLocalDate(to);
  const today = todayIn(org.zone, now);
  if (first === null || last === null || first < today || last < first) return null;
  if (daysBetween(first, last) >= MOST_DAYS) return null;
  return {
    _id: delegations.idOf(employment._id, commandId),
    fromId: employment._id,
    toId: toEmploymentId,
    since: first === today ? now : midnight(org, first),
    until: midnight(org, addDays(last, 1)),
    flows: flowIds,
    state: 'waiting',
  };
}

const midnight = ({ zone }: Organisation, date: LocalDate): Instant =>
  instantOfMinute(zone.instantAt(dayNumber(date), 0));

async function refusalOf(
  ports: Ports,
  org: Organisation,
  wished: DelegationDocument,
): Promise<Refused | null> {
  if (wished.toId === wished.fromId) return refuse('delegation.to-oneself', {});
  const unknown = wished.flows?.find((flow) => !shippedTitles().some(({ id }) => id === flow));
  if (unknown !== undefined) return refuse('delegation.flow-unknown', {});
  const to = await employments.read(ports.database, wished.toId);
  if (!to) return refuse('person.unknown', {});
  const staff = await readStaff(ports, org, [], [wished.toId]);
  if (!canBeAsked(staff.directory, wished.toId, instantOf(wished.since)))
    return refuse('person.gone', { name: to.name });
  const meanwhile = (await freshDelegations(ports)).filter((one) => overlap(one, wished));
  const own = meanwhile.find(({ fromId }) => fromId === wished.fromId);
  if (own) return refuse('delegation.overlaps', { toName: staff.nameOf(own.toId), when: whenText(org, own) });
  if (leadsBack(meanwhile, wished)) return refuse('delegation.circle', { name: to.name });
  return null;
}

const overlap = (one: DelegationDocument, other: DelegationDocument): boolean =>
  one.since < other.until &&
  other.since < one.until &&
  (one.flows === null || other.flows === null || one.flows.some((flow) => other.flows?.includes(flow)));

/** Whether the stand-in's own stand-ins end at the person who wants to be away. */
function leadsBack(meanwhile: readonly DelegationDocument[], { fromId, toId }: DelegationDocument): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = toId; at !== undefined && !seen.has(at);) {
    if (at === fromId) return true;
    seen.add(at);
    const here: string = at;
    at = meanwhile.find((one) => one.fromId === here)?.toId;
  }
  return false;
}
