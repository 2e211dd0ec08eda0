import * as z from 'zod/mini';
import { procedure } from './procedure';

/**
 * The phone is about to put a file into its folder. Said beforehand, because the storage cannot be listed: what
 * nothing takes within a day is removed. Works after leaving too, as the conversation does.
 */
export const announceUpload = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      /** 'inbox/{openid}/{name}' */
      path: z.string().check(z.maxLength(200), z.regex(/^inbox\/[^/]+\/[\w-]{1,80}(\.[a-z0-9]{1,5})?$/)),
    }),
  output: () => z.object({}),
  refusals: ['file.unknown'],
});

/** The address of a document that the caller sees in a case; pictures come with theirs. Works after leaving too. */
export const openFile = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      caseId: z.string().check(z.minLength(1), z.maxLength(160)),
      digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
  /** It works for a few minutes. */
  output: () => z.object({ url: z.string() }),
  refusals: ['case.unknown', 'file.unknown'],
});
