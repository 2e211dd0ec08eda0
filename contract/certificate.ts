import * as z from 'zod/mini';
import { caseId } from './cases';
import { procedure } from './procedure';

/** 在证明上写明离职原因? The leaver's choice and nobody else's (实施条例 art. 24); without one nothing is written. */
export const certificateChoice = () =>
  z.object({
    withReason: z.boolean(),
    /** The sentence that would stand on the certificate. */
    reasonText: z.string(),
    /** There is a certificate: another choice asks for a new version, and the earlier one stays valid. */
    made: z.boolean(),
    /** A version that follows the choice is still being made. */
    pending: z.boolean(),
    /** Counts changes: `certificate.choose` repeats it. */
    revision: z.number(),
  });

/** The leaver chooses whether the certificate states the reason. Holds nothing up. Works after leaving too. */
export const chooseCertificate = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      caseId: caseId(),
      withReason: z.boolean(),
      /** Of the choice that was shown; the same choice again changes nothing. */
      revision: z.int().check(z.minimum(0)),
    }),
  output: () => z.object({ text: z.string(), choice: certificateChoice() }),
  refusals: ['case.unknown', 'document.purged', 'conflict.busy'],
});
