import * as z from 'zod/mini';
import { caseId, caseRefusals, round, taskId } from './cases';
import { procedure } from './procedure';
import { clientId } from './values';

export const nonCompeteView = () =>
  z.object({
    caseId: z.string(),
    employeeName: z.string(),
    /** The caller's open task to write it; only a post with secrets opens one. */
    write: z.nullable(z.object({ taskId: z.string(), round: z.number() })),
    terms: z.nullable(
      z.object({
        scope: z.string(),
        area: z.string(),
        months: z.number(),
        monthlyFen: z.number(),
        /** What is signed, or objected to, in sentences. */
        sentences: z.array(z.string()),
        digest: z.string(),
        writtenText: z.string(),
      }),
    ),
  });

/** The text of a non-compete, for the leaver and HR. */
export const viewNonCompete = procedure({
  callers: 'bound',
  input: () => z.strictObject({ caseId: caseId() }),
  output: nonCompeteView,
  refusals: ['case.unknown'],
});

/** HR writes it; its digest is the document that the leaver then signs or objects to. */
export const writeNonCompete = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      scope: z.string().check(z.trim(), z.maxLength(2000)),
      area: z.string().check(z.trim(), z.maxLength(2000)),
      /** What is wrong with a number is said with its field, so the schema lets it pass. */
      months: z.number(),
      monthlyFen: z.number(),
    }),
  output: nonCompeteView,
  refusals: [...caseRefusals, 'non-compete.invalid'],
});
