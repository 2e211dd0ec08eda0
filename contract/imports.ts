import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId } from './values';

/** HR for the whole company; HR of a branch for the own branch. */
const IMPORTERS = ['hr', 'branch-hr', 'admin'] as const;

export const IMPORT_KINDS = ['people', 'places'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const becomes = () => z.enum(['added', 'changed', 'same', 'wrong']);
const batchId = () => z.string().check(z.minLength(1), z.maxLength(160));
const leftOut = () => z.array(z.object({ row: z.int(), name: z.string(), why: z.string() }));

/** One file that was looked at, and what came of it. */
export const importView = () =>
  z.object({
    batchId: z.string(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    /** '刘静 11月22日 周日 09:30' */
    byText: z.string(),
    state: z.enum(['checked', 'writing', 'written', 'undoing', 'undone', 'expired']),
    counts: z.object({ added: z.int(), changed: z.int(), same: z.int(), wrong: z.int() }),
    /** Sheets of the file that were not read. */
    unreadSheets: z.array(z.string()),
    /** Of the rows that are written, or taken back. */
    done: z.int(),
    total: z.int(),
    written: z.object({ added: z.int(), changed: z.int() }),
    /** Rows that were fine when the file was looked at and are not any more: at most fifty of `leftOutCount`. */
    leftOut: leftOut(),
    leftOutCount: z.int(),
    /** Who stays as the import left him because he acted, or was changed, meanwhile: at most fifty. */
    kept: leftOut(),
    keptCount: z.int(),
    undone: z.int(),
    mayUndo: z.boolean(),
  });

/** Where a file is put before it is checked, and what was imported before. */
export const listImports = procedure({
  callers: IMPORTERS,
  input: () => z.strictObject({ kind: z.enum(IMPORT_KINDS) }),
  output: () => z.object({ uploadFolder: z.string(), batches: z.array(importView()) }),
  refusals: [],
});

/** Reads an uploaded file and says what each row would do; nothing is written. The file is gone afterwards. */
export const checkImport = procedure({
  callers: IMPORTERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      kind: z.enum(IMPORT_KINDS),
      fileId: z.string().check(z.maxLength(400)),
      name: z.string().check(z.maxLength(200)),
    }),
  output: importView,
  refusals: ['file.unknown', 'table.unreadable', 'rules.not-yours'],
});

/** The rows of one kind, fifty a page. */
export const importLines = procedure({
  callers: IMPORTERS,
  input: () => z.strictObject({ batchId: batchId(), show: becomes(), after: z.nullable(z.int()) }),
  output: () =>
    z.object({
      lines: z.array(
        z.object({
          row: z.int(),
          /** '王芳（E003）', '总部' */
          title: z.string(),
          /** '手机：138****0001 → 139****0002', '入职日期：请填写'; empty for what is new or the same. */
          details: z.array(z.string()),
        }),
      ),
      next: z.nullable(z.int()),
    }),
  refusals: ['import.unknown', 'import.expired'],
});

/** Writes what the check found, a part at a time; `progress` moves it on. A repeat changes nothing. */
export const applyImport = procedure({
  callers: IMPORTERS,
  input: () =>
    z.strictObject({
      batchId: batchId(),
      /** 全部通过才导入: with one wrong row nothing is written. */
      wholeOnly: z.boolean(),
    }),
  output: importView,
  refusals: ['import.unknown', 'import.expired', 'import.has-wrong-rows', 'import.nothing'],
});

/** How it stands, asked about once a second; each call moves it on. */
export const importProgress = procedure({
  callers: IMPORTERS,
  input: () => z.strictObject({ batchId: batchId() }),
  output: importView,
  refusals: ['import.unknown'],
});

/** Takes a whole import of people back, but for those who acted or were changed meanwhile: they are named. */
export const undoImport = procedure({
  callers: IMPORTERS,
  input: () => z.strictObject({ batchId: batchId() }),
  output: importView,
  refusals: ['import.unknown', 'import.not-undoable'],
});
