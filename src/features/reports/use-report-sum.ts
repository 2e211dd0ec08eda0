import { addReportSums, NO_SUM, type ReportSum } from '@domain/attendance/report-sum';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '@contract/contract';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';

/** The sums of everybody, added up page by page as they come: of 10,000 people some thirty calls, each of them seen. */
export function useReportSum(month: string, date: string | null) {
  const [sum, setSum] = useState<ReportSum | null>(null);
  const [state, setState] = useState<'none' | 'running' | 'done'>('none');
  const [stuck, setStuck] = useState<Trouble | null>(null);
  /** Another month, or another day, is another sum. */
  const run = useRef(0);
  useEffect(() => {
    setSum(null);
    setState('none');
    setStuck(null);
    return () => void (run.current += 1);
  }, [month, date]);

  const addUp = async () => {
    const mine = (run.current += 1);
    setStuck(null);
    setState('running');
    let whole = NO_SUM;
    let after: string | null = null;
    do {
      const outcome: Outcome<OutputOf<'report.sum'>> = await ask('report.sum', { month, date, after });
      if (mine !== run.current) return;
      if (outcome.kind !== 'done') {
        setState('none');
        return setStuck(outcome);
      }
      whole = addReportSums(whole, outcome.value);
      after = outcome.value.next;
      setSum(whole);
    } while (after !== null);
    setState('done');
  };
  return { sum, state, stuck, addUp };
}
