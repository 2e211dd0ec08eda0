import * as z from 'zod/mini';
import { procedure } from './procedure';
import { instant } from './values';

export const SIGNAL_KINDS = ['vague-position', 'fast-move', 'shared-phone'] as const;

/** Facts about punches for HR: evidence, never a verdict. HR of a branch sees the own branch's. */
export const listSignals = procedure({
  callers: ['hr', 'branch-hr'],
  input: () =>
    z.strictObject({
      kind: z.nullable(z.enum(SIGNAL_KINDS)),
      /** The oldest that was seen: its `at`, and its id where several have the same. */
      before: z.nullable(z.strictObject({ at: instant, id: z.string().check(z.maxLength(200)) })),
    }),
  output: () =>
    z.object({
      /** '全公司', '苏州' */
      scopeText: z.string(),
      lines: z.array(
        z.object({
          id: z.string(),
          at: instant,
          kind: z.enum(SIGNAL_KINDS),
          /** '王芳', '王芳、李明'; colleagues of other branches are not named. */
          who: z.string(),
          /** '3月9日 周一 09:05' */
          whenText: z.string(),
          /** The numbers: '08:58 到 09:05 之间至少移动了 80 公里，约 686 公里/小时'. */
          evidence: z.string(),
          /** Whose days to look at, as far as the caller may. */
          people: z.array(z.object({ employmentId: z.string(), name: z.string(), month: z.string() })),
        }),
      ),
      next: z.nullable(z.object({ at: instant, id: z.string() })),
      /** '3月10日 周二 10:30': up to when presses were looked at; null: not yet. */
      throughText: z.nullable(z.string()),
    }),
  refusals: [],
});
