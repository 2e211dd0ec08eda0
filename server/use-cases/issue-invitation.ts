import { instantOf } from '@domain/time/instant';
import { ok, refuse } from '@domain/result';
import { hasLeft } from '../has-left';
import { organisation } from '../organisation';
import { momentText } from '../wall-text';
import { employments } from '../repositories/employments';
import { invitations } from '../repositories/invitations';
import { type Answer, useCase } from '../use-case';

const VALID_MS = 72 * 3_600_000;

/** Makes a code for one person. The answer is the only place where the code is ever readable. */
export const issueInvitation = useCase('invitation.issue', {
  async run(ports, caller, { employmentId }): Promise<Answer<'invitation.issue'>> {
    const employment = await employments.read(ports.database, employmentId);
    const groupWide = caller.employment.roles.some((role) => role === 'hr' || role === 'admin');
    // Another branch's person is as unknown to branch HR as one who does not exist.
    if (!employment || (!groupWide && employment.branchId !== caller.employment.branchId))
      return refuse('person.unknown', {});
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
    const org = await organisation(ports);
    return ok({ code, expiresAt, expiresAtText: momentText(org.zone, expiresAt) });
  },
});
