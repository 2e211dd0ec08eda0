import { mayReach } from '@domain/people/role-order';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { changeBy, writtenOnce } from '../people/change-log';
import { fileView } from '../people/file-view';
import { partFromWeChat } from '../people/part-from-wechat';
import { personUnder, standingOf } from '../people/under';
import type { Ports } from '../ports';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, type RefusalOf, useCase } from '../use-case';

type Refused = RefusalOf<'person.unknown' | 'staff.role-refused' | 'staff.not-bound'>;

/** Ends what a WeChat identity may do for somebody, at once; who did it and why stands in the log. */
export const unbindStaff = useCase('staff.unbind', {
  async run(ports, caller, input): Promise<Answer<'staff.unbind'>> {
    const refused = await writtenOnce(ports, caller, input.commandId, () => attempt(ports, caller, input));
    if (refused === 'busy') return refuse('conflict.busy', {});
    if (refused !== null) return { ok: false, refusal: refused };
    const two = await personUnder(ports, caller.employment._id, input.employmentId);
    return two ? ok(await fileView(ports, caller, two)) : refuse('person.unknown', {});
  },
});

async function attempt(
  ports: Ports,
  caller: Caller,
  { commandId, employmentId, reason }: InputOf<'staff.unbind'>,
): Promise<Refused | 'written' | 'again'> {
  const two = await personUnder(ports, caller.employment._id, employmentId);
  if (!two) return refuse('person.unknown', {}).refusal;
  const { by, person } = two;
  if (by._id === person._id) return refuse('staff.role-refused', { why: 'oneself' as const }).refusal;
  // Whoever parts somebody from his WeChat could bind another one in his name.
  if (!mayReach(standingOf(by), person))
    return refuse('staff.role-refused', { why: 'above-you' as const }).refusal;
  if (person.openid === null) return refuse('staff.not-bound', {}).refusal;
  const change = changeBy(ports, caller, commandId, {
    subject: staffChanges.ofPerson(employmentId),
    area: 'person',
    what: '解除微信绑定',
    reason,
  });
  return (await partFromWeChat(ports, person, change)) ? 'written' : 'again';
}
