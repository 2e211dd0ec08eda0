import * as z from 'zod/mini';

/** A stored document that is not what the repository wrote: a bug or a hand in the database, never an expected "no". */
export class BrokenDocument extends Error {}

/** Parses what was read; the error names collection, id and field, and no value. */
export function parseDocument<Schema extends z.ZodMiniType>(
  collection: string,
  schema: () => Schema,
  document: unknown,
): z.output<Schema> {
  const parsed = z.safeParse(schema(), document);
  if (parsed.success) return parsed.data;
  const id = String((document as { _id?: unknown } | null)?._id ?? '?');
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new BrokenDocument(`${collection}/${id} is not as written at: ${fields}`);
}
