import type { LocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';

/** A stored local date: the shape is checked, the calendar was when it was written. */
export const storedDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
);

/** What the cipher made of a text. */
export const storedBox = () => z.object({ keyId: z.string(), sealed: z.string() });
