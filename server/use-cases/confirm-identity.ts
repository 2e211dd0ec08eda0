import { ok, refuse } from '@domain/result';
import { CODE_VALID_MS, codeDigest } from '../identity/send-code';
import { SESSION_VALID_MS } from '../identity/identity-for';
import { identitySessions } from '../repositories/identity-sessions';
import { type Answer, useCase } from '../use-case';

/** The code that arrived. A wrong one costs a try; two guesses at once cost two. */
export const confirmIdentity = useCase('identity.confirm', {
  async run(ports, { employment }, { sessionId, code }): Promise<Answer<'identity.confirm'>> {
    const { database, clock } = ports;
    const now = clock.now();
    const session = await identitySessions.read(database, sessionId);
    // Another person's session is as unknown as one that never was.
    if (!session || session.employmentId !== employment._id || session.sentAt === null)
      return refuse('identity.unknown', {});
    const isRight = session.codeDigest === codeDigest(ports, sessionId, code);
    if (session.verifiedAt !== null && isRight && now < session.verifiedAt + SESSION_VALID_MS)
      return ok({ sessionId, validSeconds: secondsUntil(session.verifiedAt + SESSION_VALID_MS, now) });
    if (now >= session.sentAt + CODE_VALID_MS) return refuse('identity.expired', {});
    if (session.triesLeft < 1) return refuse('identity.too-many-tries', {});
    if (!isRight) {
      const triesLeft = session.triesLeft - 1;
      const counted = await identitySessions.change(database, session, { triesLeft });
      if (!counted) return refuse('conflict.busy', {});
      return triesLeft > 0
        ? refuse('identity.wrong-code', { triesLeft })
        : refuse('identity.too-many-tries', {});
    }
    if (!(await identitySessions.change(database, session, { verifiedAt: now })))
      return refuse('conflict.busy', {});
    return ok({ sessionId, validSeconds: secondsUntil(now + SESSION_VALID_MS, now) });
  },
});

const secondsUntil = (end: number, now: number): number => Math.ceil((end - now) / 1000);
