import { EXPORT_CALLERS, type ExportOrder } from '@contract/exports';
import type { Employment } from '../repositories/employments';

/** Whether somebody bound may have this workbook at all. */
export function mayExport({ roles }: Employment, { what }: ExportOrder): boolean {
  const callers = EXPORT_CALLERS[what];
  return callers === 'bound' || callers.some((role) => roles.includes(role));
}
