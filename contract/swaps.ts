import * as z from 'zod/mini';
import { caseView } from './case-view';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

const swap = {
  colleagueId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** The caller's day, and the colleague's; the same day is allowed. */
  mine: localDate,
  theirs: localDate,
};

const swapRefusals = ['swap.dates-invalid', 'swap.cannot', 'person.unknown', 'person.is-oneself'] as const;

/** What would change for both, before anybody is asked. Nothing is stored. */
export const draftSwap = procedure({
  callers: 'bound',
  input: () => z.strictObject(swap),
  output: () =>
    z.object({
      /** '3月10日 周二：王芳 早班 → 休息，陈思远 休息 → 早班' */
      text: z.string(),
      refusal: z.nullable(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    }),
  refusals: swapRefusals,
});

/** Asks the colleague; when he agrees, the leader decides. */
export const askSwap = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      ...swap,
      commandId: clientId,
      reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [...swapRefusals, 'command.id-taken', 'case.cannot-move', 'conflict.busy'],
});
