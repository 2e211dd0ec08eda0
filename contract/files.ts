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
