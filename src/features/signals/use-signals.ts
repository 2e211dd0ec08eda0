import type { OutputOf } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

export type SignalsView = OutputOf<'signals.list'>;
export type SignalKind = SignalsView['lines'][number]['kind'];

/** The facts about punches, of one kind or of all, a page at a time. */
export function useSignals() {
  const [kind, setKind] = useState<SignalKind | null>(null);
  const [view, setView] = useState<SignalsView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);

  const load = useCallback(async (wanted: SignalKind | null, before: SignalsView['next'] = null) => {
    latest.current += 1;
    const mine = latest.current;
    const outcome = await ask('signals.list', { kind: wanted, before });
    if (mine !== latest.current) return;
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView((had) =>
      before === null || had === null
        ? outcome.value
        : { ...outcome.value, lines: [...had.lines, ...outcome.value.lines] },
    );
  }, []);
  useEffect(() => void load(null), [load]);

  return {
    kind,
    view,
    trouble,
    turnTo: (wanted: SignalKind | null) => {
      setKind(wanted);
      setView(null);
      void load(wanted);
    },
    more: () => void (view?.next != null && load(kind, view.next)),
    reload: () => void load(kind),
  };
}
