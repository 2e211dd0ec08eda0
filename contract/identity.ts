import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId } from './values';

/** An identity session: good for one document of one person, for ten minutes. */
const session = () =>
  z.object({
    sessionId: z.string(),
    /** Where the code went: '138****5678'. */
    phoneText: z.string(),
    /** Seconds until another code may be asked for. */
    resendAfterSeconds: z.number(),
    /** Seconds that the code is good for. */
    validSeconds: z.number(),
    triesLeft: z.number(),
  });

/** Sends a code to the caller's phone on file. A repeat with the same id sends none; a fresh id asks for another code. */
export const beginIdentity = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      /** The case whose document is signed; null before there is one. */
      caseId: z.nullable(z.string().check(z.maxLength(160))),
      /** The document's key: 'notice', 'handover' … */
      document: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/)),
    }),
  output: session,
  refusals: [
    'identity.no-phone',
    'identity.not-sent',
    'identity.too-soon',
    'identity.too-many-codes',
    'command.id-taken',
    'conflict.busy',
  ],
});

/** The code that arrived. From the right one on the session is good for ten minutes. */
export const confirmIdentity = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      sessionId: z.string().check(z.minLength(1), z.maxLength(64)),
      code: z.string().check(z.regex(/^\d{6}$/)),
    }),
  output: () => z.object({ sessionId: z.string(), validSeconds: z.number() }),
  refusals: [
    'identity.unknown',
    'identity.expired',
    'identity.wrong-code',
    'identity.too-many-tries',
    'conflict.busy',
  ],
});
