import * as z from 'zod/mini';
import { procedure } from './procedure';

/** What the person answered when WeChat asked for subscription messages: the ledger adds one for each accept. */
export const recordAnswers = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      answerId: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
      answers: z
        .array(
          z.strictObject({
            templateId: z.string().check(z.minLength(1), z.maxLength(64)),
            answer: z.enum(['accept', 'reject', 'ban', 'filter']),
          }),
        )
        .check(z.minLength(1), z.maxLength(3)),
    }),
  output: () =>
    z.object({
      reminders: z.array(z.object({ templateId: z.string(), title: z.string(), left: z.number() })),
    }),
  refusals: ['conflict.busy'],
});
