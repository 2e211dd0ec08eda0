import type { DayReport, MonthReport } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

export type Shown =
  { readonly by: 'month'; readonly view: MonthReport } | { readonly by: 'day'; readonly view: DayReport };

/** A month or a day of everybody: which one is wanted, and its pages as far as they were read. */
export function useReports() {
  const [by, setBy] = useState<'month' | 'day'>('month');
  const [shown, setShown] = useState<Shown | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);
  const wanted = useRef<{ by: 'month' | 'day'; at: string | null }>({ by: 'month', at: null });

  const turnTo = useCallback(
    async (next: 'month' | 'day', at: string | null, after: string | null = null) => {
      latest.current += 1;
      const mine = latest.current;
      wanted.current = { by: next, at };
      setBy(next);
      if (after === null) setShown(null);
      const outcome = await read(next, at, after);
      if (mine !== latest.current) return;
      if ('kind' in outcome) return setTrouble(outcome);
      setTrouble(null);
      setShown((had) => (after === null || had === null ? outcome : joined(had, outcome)));
    },
    [],
  );
  useEffect(() => void turnTo('month', null), [turnTo]);

  return {
    by,
    shown,
    trouble,
    turnTo,
    more: (after: string) => turnTo(wanted.current.by, wanted.current.at, after),
    reload: () => turnTo(wanted.current.by, wanted.current.at),
  };
}

async function read(by: 'month' | 'day', at: string | null, after: string | null): Promise<Shown | Trouble> {
  if (by === 'month') {
    const outcome = await ask('report.month', { month: at, after });
    return outcome.kind === 'done' ? { by, view: outcome.value } : outcome;
  }
  const outcome = await ask('report.day', { date: at, after });
  return outcome.kind === 'done' ? { by, view: outcome.value } : outcome;
}

/** The next page below what is there; sums and counts are those of a page, so they go with more than one. */
function joined(had: Shown, next: Shown): Shown {
  if (had.by === 'month' && next.by === 'month')
    return { by: 'month', view: { ...next.view, totals: [], rows: [...had.view.rows, ...next.view.rows] } };
  if (had.by === 'day' && next.by === 'day')
    return {
      by: 'day',
      view: { ...next.view, counts: [], totals: [], rows: [...had.view.rows, ...next.view.rows] },
    };
  return next;
}
