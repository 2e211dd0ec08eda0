import * as z from 'zod/mini';
import { procedure } from './procedure';

/** A colleague as others may see him: never a phone number, an ID number or a date. */
export const colleague = () =>
  z.object({
    employmentId: z.string(),
    name: z.string(),
    departmentName: z.string(),
    /** Only where it is not the caller's own branch. */
    branchName: z.nullable(z.string()),
  });

/**
 * Colleagues whose name holds the query, the caller's own branch first, at most twenty; without a query those of the
 * own branch. The caller and people who have left or leave within three days are not among them.
 */
export const searchPeople = procedure({
  callers: 'bound',
  input: () => z.strictObject({ query: z.string().check(z.trim(), z.maxLength(30)) }),
  output: () => z.object({ people: z.array(colleague()).check(z.maxLength(20)) }),
  refusals: [],
});
