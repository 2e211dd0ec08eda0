import type * as z from 'zod/mini';
import { lazily } from './lazily';
import type { RefusalCode } from './refusals';
import type { Callers } from './roles';

/** One thing that the server can be asked. Declared once here; the server implements it, the phone calls it. */
export interface Procedure<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  CalledBy extends Callers = Callers,
  Refusals extends readonly RefusalCode[] = readonly RefusalCode[],
> {
  readonly callers: CalledBy;
  readonly input: Input;
  readonly output: Output;
  /** Whether it still answers a person whose access has ended; nothing else does. */
  readonly afterLeaving: boolean;
  /** Refusals of its own, beside those that any call can meet (input, session, procedure). */
  readonly refusals: Refusals;
}

/** Keeps the literal types of what is declared, and makes its schemas when they are first needed. */
export function procedure<
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  const CalledBy extends Callers,
  const Refusals extends readonly RefusalCode[],
>(declared: {
  readonly callers: CalledBy;
  readonly afterLeaving?: true;
  readonly input: () => Input;
  readonly output: () => Output;
  readonly refusals: Refusals;
}): Procedure<Input, Output, CalledBy, Refusals> {
  const { callers, afterLeaving = false, refusals } = declared;
  const [input, output] = [lazily(declared.input), lazily(declared.output)];
  return {
    callers,
    afterLeaving,
    refusals,
    get input() {
      return input();
    },
    get output() {
      return output();
    },
  };
}
