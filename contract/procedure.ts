import type * as z from 'zod/mini';
import type { RefusalCode } from './refusals';
import type { Callers } from './roles';

/** One thing that the server can be asked. Declared once here; the server implements it, the phone calls it. */
export interface Procedure<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly callers: Callers;
  readonly input: Input;
  readonly output: Output;
  /** Refusals of its own, beside those that any call can meet (input, session, procedure). */
  readonly refusals: readonly RefusalCode[];
}

export const procedure = <Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  declared: Procedure<Input, Output>,
): Procedure<Input, Output> => declared;
