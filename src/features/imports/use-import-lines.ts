import type { InputOf, OutputOf } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import { troubleSentence } from '@/wording/troubles';

export type Shown = InputOf<'imports.lines'>['show'];
type Lines = OutputOf<'imports.lines'>;

/** The rows of one kind of a checked file, as far as they were read. */
export function useImportLines(batchId: string, show: Shown) {
  const [read, setRead] = useState<Lines | null>(null);
  const [stuck, setStuck] = useState<string | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);

  const load = useCallback(
    async (after: number | null) => {
      latest.current += 1;
      const mine = latest.current;
      if (after === null) setRead(null);
      const outcome = await ask('imports.lines', { batchId, show, after });
      if (mine !== latest.current) return;
      setStuck(outcome.kind === 'done' ? null : troubleSentence(outcome).text);
      if (outcome.kind !== 'done') return;
      const { lines, next } = outcome.value;
      setRead((had) => ({ next, lines: after === null || had === null ? lines : [...had.lines, ...lines] }));
    },
    [batchId, show],
  );
  useEffect(() => void load(null), [load]);
  return { read, stuck, more: (after: number) => void load(after) };
}
