import { instantOf } from '@domain/time/instant';
import { ok, refuse } from '@domain/result';
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
    if (employment.openid !== null) return refuse('binding.employment-taken', {});

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
    });
    const org = await organisation(ports);
    return ok({ code, expiresAt, expiresAtText: momentText(org.zone, expiresAt) });
  },
});
