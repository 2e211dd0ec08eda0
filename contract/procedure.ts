import type * as z from 'zod/mini';
import type { RefusalCode } from './refusals';
import type { Callers } from './roles';

/** One thing that the server can be asked. Declared once here; the server implements it, the phone calls it. */
export interface Procedure {
  readonly callers: Callers;
  readonly input: z.ZodMiniType;
  readonly output: z.ZodMiniType;
  /** Refusals of its own, beside those that any call can meet (input, session, procedure). */
  readonly refusals: readonly RefusalCode[];
}

/** Checks the shape and keeps the literal types of what is declared. */
export const procedure = <const Declared extends Procedure>(declared: Declared): Declared => declared;
