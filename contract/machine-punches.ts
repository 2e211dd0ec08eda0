import * as z from 'zod/mini';
import { procedure } from './procedure';

/** HR for the whole company; HR of a branch for the own branch. */
const IMPORTERS = ['hr', 'branch-hr'] as const;

const wrongRows = () => z.array(z.object({ row: z.int(), text: z.string() }));

/** Where a file of an attendance machine is put before it is checked. */
export const machineHome = procedure({
  callers: IMPORTERS,
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      uploadFolder: z.string(),
      /** The headings that the file may have; the first two it must. */
      columns: z.array(z.string()),
    }),
  refusals: [],
});

/** Reads an uploaded file and says what would come of it; nothing is written. The file is gone afterwards. */
export const checkMachineFile = procedure({
  callers: IMPORTERS,
  input: () =>
    z.strictObject({
      fileId: z.string().check(z.maxLength(400)),
      name: z.string().check(z.maxLength(200)),
    }),
  output: () =>
    z.object({
      /** For `take`, for a day. */
      tableId: z.string(),
      rows: z.int(),
      /** Rows that would count, and how many people they are of. */
      sound: z.int(),
      people: z.int(),
      /** '3月9日 周一 至 3月13日 周五'; null without a sound row. */
      spanText: z.nullable(z.string()),
      wrong: wrongRows(),
      wrongCount: z.int(),
      /** Whose months take nothing any more: '王芳 2026年2月'. */
      locked: z.array(z.string()),
      lockedCount: z.int(),
    }),
  refusals: ['file.unknown', 'table.unreadable'],
});

/** Takes the sound rows, a few people a call; a row that was taken before counts once. Call again with `next`. */
export const takeMachineFile = procedure({
  callers: IMPORTERS,
  input: () =>
    z.strictObject({
      tableId: z.string().check(z.minLength(1), z.maxLength(160)),
      /** The last person of the call before. */
      after: z.nullable(z.string().check(z.maxLength(64))),
    }),
  output: () =>
    z.object({
      /** New punches, and rows that stood already. */
      counted: z.int(),
      known: z.int(),
      people: z.int(),
      total: z.int(),
      /** '王芳 2026年2月' */
      locked: z.array(z.string()),
      next: z.nullable(z.string()),
    }),
  refusals: ['machine.file-gone', 'conflict.busy'],
});
