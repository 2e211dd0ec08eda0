import { COLUMN_REPORTS } from '@domain/attendance/report-columns';
import * as z from 'zod/mini';
import { procedure } from './procedure';
import type { Role } from './roles';
import { clientId, localDate, month } from './values';

/** What can be had as an xlsx. Whoever adds one writes its exporter in server/spreadsheets/exporters.ts. */
const exportOrder = () =>
  z.discriminatedUnion('what', [
    z.strictObject({ what: z.literal('peopleTemplate') }),
    z.strictObject({ what: z.literal('people') }),
    z.strictObject({ what: z.literal('placesTemplate') }),
    z.strictObject({ what: z.literal('places') }),
    /** The month grid of one roster rule. */
    z.strictObject({ what: z.literal('roster'), month, ruleId: z.string().check(z.maxLength(64)) }),
    /** A report of a month, or of a day of it. */
    z.strictObject({
      what: z.literal('report'),
      report: z.enum(['situation', ...COLUMN_REPORTS]),
      month,
      date: z.nullable(localDate),
    }),
  ]);

export type ExportOrder = z.output<ReturnType<typeof exportOrder>>;

/** Who may have it at all; an exporter keeps to the own branch or department by itself. */
export const EXPORT_CALLERS: { readonly [What in ExportOrder['what']]: 'bound' | readonly Role[] } = {
  peopleTemplate: ['hr', 'branch-hr', 'admin'],
  people: ['hr', 'branch-hr', 'admin'],
  placesTemplate: ['hr', 'branch-hr', 'admin'],
  places: ['hr', 'branch-hr', 'admin'],
  // Whoever sees somebody's roster; the exporter asks.
  roster: 'bound',
  // Whoever sees somebody's days; the exporter asks.
  report: 'bound',
};

/** How a workbook stands that somebody waits for. */
const exportView = () =>
  z.object({
    /** 'gone': its day is over, ask for it anew. */
    state: z.enum(['running', 'done', 'failed', 'gone']),
    /** People, rows: of `total`, which is null until it is known. */
    done: z.int(),
    total: z.nullable(z.int()),
    /** '员工名单 2026-03-09.xlsx' */
    fileName: z.string(),
    /** Works for ten minutes; null until it is done. */
    url: z.nullable(z.string()),
  });

/** Begins a workbook; small ones are there with the answer. A repeat with the same id asks how it stands. */
export const startExport = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, order: exportOrder() }),
  output: exportView,
  refusals: ['export.not-yours'],
});

/** How it stands, asked about once a second. */
export const exportProgress = procedure({
  callers: 'bound',
  /** The command that began it. */
  input: () => z.strictObject({ commandId: clientId }),
  output: exportView,
  refusals: ['export.unknown', 'export.not-yours'],
});
