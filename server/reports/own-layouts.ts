import { COLUMN_REPORTS, layoutOf } from '@domain/attendance/report-columns';
import type { OutputOf } from '@contract/contract';
import type { Database } from '../ports';
import { reportLayouts } from '../repositories/report-layouts';

/** The columns of each report as somebody chose them. */
export async function ownLayouts(
  database: Database,
  employmentId: string,
): Promise<OutputOf<'report.layouts'>> {
  const chosen = await reportLayouts.read(database, employmentId);
  const entries = COLUMN_REPORTS.map((report) => [report, [...layoutOf(report, chosen[report])]] as const);
  return Object.fromEntries(entries) as OutputOf<'report.layouts'>;
}
