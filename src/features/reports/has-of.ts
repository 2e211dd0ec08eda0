import type { DayReport } from '@contract/contract';
import type { ReportColumn } from '@domain/attendance/report-columns';

/** Whether a row has some of a number; of none in particular everybody has. */
export const hasOf =
  (wanted: ReportColumn | null) =>
  ({ cells }: Pick<DayReport['rows'][number], 'cells'>): boolean =>
    wanted === null || cells.some(({ column, tone }) => column === wanted && tone !== 'none');
