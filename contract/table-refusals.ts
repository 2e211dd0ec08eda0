import type { TableFault } from '@domain/spreadsheets/table';

/** Files that people hand in, and workbooks that they ask for. */
export interface TableRefusals {
  'table.unreadable': TableFault;
  /** Also what is told of another branch's import. */
  'import.unknown': Record<string, never>;
  'import.expired': Record<string, never>;
  'import.has-wrong-rows': { readonly wrong: number };
  'import.nothing': Record<string, never>;
  'import.not-undoable': Record<string, never>;
  'export.not-yours': Record<string, never>;
  'export.unknown': Record<string, never>;
}
