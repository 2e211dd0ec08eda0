import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import {
  CODE_VALID_MS,
  codeDigest,
  phoneOnFile,
  RESEND_AFTER_MS,
  sendCode,
  spendCode,
} from '../identity/send-code';
import type { Ports } from '../ports';
import { type IdentitySession, identitySessions } from '../repositories/identity-sessions';
import { type Answer, useCase } from '../use-case';

const TRIES = 5;

/** 身份确认 for signing: a code to the phone on file, for one document. */
export const beginIdentity = useCase('identity.begin', {
  async run(ports, caller, input): Promise<Answer<'identity.begin'>> {
    const phone = await phoneOnFile(ports, caller);
    if (!phone) return refuse('identity.no-phone', {});
    const id = sessionIdOf(ports, caller, input.commandId);
    const begun = await identitySessions.read(ports.database, id);
    if (begun && (begun.document !== input.document || begun.caseId !== input.caseId))
      return refuse('command.id-taken', {});
    // A repeated tap, and a code that the gateway took: the phone has it, or will have.
    if (begun && begun.sentAt !== null) return ok(view(ports, begun, phone.masked));

    const spent = await spendCode(ports, caller);
    if (!spent.ok) return spent;
    const code = ports.ids.signingCode();
    const session = begun
      ? await withAnotherCode(ports, begun, code)
      : await add(ports, caller, id, input, code);
    if (!session) return refuse('conflict.busy', {});
    if (!(await sendCode(ports, phone.number, code))) return refuse('identity.not-sent', {});
    const sentAt = ports.clock.now();
    await identitySessions.change(ports.database, session, { sentAt });
    return ok(view(ports, { ...session, sentAt }, phone.masked));
  },
});

const sessionIdOf = ({ ids }: Ports, { employment }: Caller, commandId: string): string =>
  ids.digest(`identity\n${employment._id}\n${commandId}`);

async function add(
  ports: Ports,
  { employment }: Caller,
  id: string,
  { caseId, document }: InputOf<'identity.begin'>,
  code: string,
): Promise<IdentitySession | null> {
  const session: IdentitySession = {
    _id: id,
    revision: 1,
    employmentId: employment._id,
    caseId,
    document,
    codeDigest: codeDigest(ports, id, code),
    sentAt: null,
    triesLeft: TRIES,
    verifiedAt: null,
  };
  return (await identitySessions.add(ports.database, session)) ? session : null;
}

/** The first code never left: its place is taken by another. */
async function withAnotherCode(
  ports: Ports,
  begun: IdentitySession,
  code: string,
): Promise<IdentitySession | null> {
  const changed = { codeDigest: codeDigest(ports, begun._id, code) };
  if (!(await identitySessions.change(ports.database, begun, changed))) return null;
  return { ...begun, ...changed, revision: begun.revision + 1 };
}

function view({ clock }: Ports, { _id, sentAt, triesLeft }: IdentitySession, phoneText: string) {
  const ago = clock.now() - (sentAt ?? clock.now());
  const left = (milliseconds: number): number => Math.max(0, Math.ceil((milliseconds - ago) / 1000));
  return {
    sessionId: _id,
    phoneText,
    resendAfterSeconds: left(RESEND_AFTER_MS),
    validSeconds: left(CODE_VALID_MS),
    triesLeft,
  };
}
