import type { ExportOrder } from '@contract/exports';
import type { Exporter } from './exporter';

/** Every workbook that can be asked for, and who writes its rows; loaded with the first of its kind. */
export const exporters: { readonly [What in ExportOrder['what']]: () => Promise<Exporter<What>> } = {
  peopleTemplate: async () => (await import('../imports/export-people')).peopleTemplate,
  people: async () => (await import('../imports/export-people')).people,
  placesTemplate: async () => (await import('../imports/export-places')).placesTemplate,
  places: async () => (await import('../imports/export-places')).places,
  roster: async () => (await import('../rosters/export-roster')).roster,
  report: async () => (await import('../reports/export-report')).report,
};
