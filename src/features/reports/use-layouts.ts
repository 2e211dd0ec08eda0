import { type ColumnReport, DEFAULT_COLUMNS, type ReportColumn } from '@domain/attendance/report-columns';
import type { ReportLayouts } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

const USUAL: ReportLayouts = {
  summary: [...DEFAULT_COLUMNS.summary],
  hours: [...DEFAULT_COLUMNS.hours],
  odd: [...DEFAULT_COLUMNS.odd],
};

/** One's own columns of each report; the usual ones until they are here, and where they cannot be read. */
export function useLayouts() {
  const [layouts, setLayouts] = useState<ReportLayouts>(USUAL);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  useEffect(() => {
    void ask('report.layouts', {}).then((outcome) => {
      if (outcome.kind === 'done') setLayouts(outcome.value);
    });
  }, []);

  /** Resolves to whether it is kept. */
  const keep = async (report: ColumnReport, columns: readonly ReportColumn[]): Promise<boolean> => {
    const outcome = await ask('report.keepLayout', { report, columns: [...columns] });
    setStuck(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind === 'done') setLayouts(outcome.value);
    return outcome.kind === 'done';
  };
  return { layouts, stuck, keep };
}
