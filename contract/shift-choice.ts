import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

/** 未排班时可自选班次: what there is to choose from, and what was chosen. */
export const shiftChoice = () =>
  z.object({
    shifts: z.array(z.object({ id: z.string(), name: z.string(), timeText: z.string() })),
    chosenId: z.nullable(z.string()),
  });

/** Binds the caller's duty date; changeable until the first punch. */
export const chooseShift = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      date: localDate,
      shiftId: z.string().check(z.minLength(1), z.maxLength(64)),
    }),
  output: () => z.object({ text: z.string() }),
  refusals: [
    'choice.not-offered',
    'choice.already-punched',
    'choice.overlaps',
    'month.locked',
    'conflict.busy',
  ],
});
