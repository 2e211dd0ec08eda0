import * as z from 'zod/mini';
import { localDate } from './values';

/** The dates of a leaving that people may set. */
export const leavingDates = () =>
  z.strictObject({
    lastDay: localDate,
    contractEnd: localDate,
    payrollEnd: localDate,
    handoverDue: localDate,
    /** Minutes from that day's midnight, by the company's clock. */
    accessEnd: z.strictObject({ date: localDate, minute: z.int().check(z.minimum(0), z.maximum(1439)) }),
  });
