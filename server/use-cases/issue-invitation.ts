import { instantOf } from '@domain/time/instant';
import { ok, refuse } from '@domain/result';
import { mayReach } from '@domain/people/role-order';
import { hasLeft } from '../has-left';
import { organisation } from '../organisation';
import { changeBy } from '../people/change-log';
import { personUnder, standingOf } from '../people/under';
import { momentText } from '../wall-text';
import { invitations } from '../repositories/invitations';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, useCase } from '../use-case';

const VALID_MS = 72 * 3_600_000;

/** Makes a code for one person. The answer is the only place where the code is ever readable. */
export const issueInvitation = useCase('invitation.issue', {
  async run(ports, caller, { employmentId }): Promise<Answer<'invitation.issue'>> {
    const two = await personUnder(ports, caller.employment._id, employmentId);
    if (!two) return refuse('person.unknown', {});
    const { by, person: employment } = two;
    // Whoever invites somebody could bind a WeChat of his own: nobody gets above himself by that.
    if (!mayReach(standingOf(by), employment))
      return refuse('staff.role-refused', { why: 'above-you' as const });
    // Whoever left may have another WeChat by now: HR, who knows the person, gives a new code.
    if (employment.openid !== null && !(await hasLeft(ports, employment)))
      return refuse('binding.employment-taken', {});

    const code = ports.ids.invitationCode();
    const issuedAt = ports.clock.now();
    const expiresAt = instantOf(issuedAt + VALID_MS);
    await invitations.add(ports.database, {
      _id: ports.ids.invitationDigest(code.replaceAll('-', '')),
      employmentId,
      issuedBy: caller.employment._id,
      issuedAt,
      expiresAt,
      usedAt: null,
      usedBy: null,
      replaces: employment.openid,
    });
    await staffChanges.addAlone(
      ports.database,
      changeBy(ports, caller, ports.ids.unique(), {
        subject: staffChanges.ofPerson(employmentId),
        area: 'person',
        what: '生成了邀请码',
      }),
    );
    const org = await organisation(ports);
    return ok({ code, expiresAt, expiresAtText: momentText(org.zone, expiresAt) });
  },
});
