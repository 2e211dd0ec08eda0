import * as z from 'zod/mini';
import { procedure } from './procedure';

/** Compares a picture of an ID card or a badge with the file, with the leaver's consent. The picture is not kept. */
export const compareCard = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      card: z.enum(['idCard', 'badge']),
      fileId: z.string().check(z.minLength(1), z.maxLength(300)),
      consent: z.boolean(),
    }),
  output: () =>
    z.object({
      result: z.enum(['same', 'different', 'nothing-on-file']),
      /** As it was read; for the person's own eyes, stored nowhere. */
      name: z.string(),
      numberMasked: z.nullable(z.string()),
      /** What became of the picture. */
      kept: z.string(),
    }),
  refusals: [
    'leaving.card-not-offered',
    'leaving.card-without-consent',
    'leaving.card-unread',
    'leaving.card-misread',
    'file.unknown',
    'file.not-a-picture',
    'file.too-large',
  ],
});
