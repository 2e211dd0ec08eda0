import * as z from 'zod/mini';
import { caseId, caseRefusals } from './cases';
import { caseView } from './case-view';
import { leavingDates } from './leaving-dates';
import { procedure } from './procedure';
import { clientId } from './values';

/**
 * HR changes dates of a leaving, with a reason. All dates come together, as they shall hold: a part of them could
 * contradict what somebody else has just changed.
 */
export const changeDates = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      dates: leavingDates(),
      reason: z.string().check(z.trim(), z.maxLength(500)),
      /** The employee has agreed to another last day or end of the contract. */
      agreed: z.boolean(),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [
    ...caseRefusals,
    'leaving.dates-contradict',
    'leaving.dates-unagreed',
    'leaving.dates-in-agreement',
  ],
});
