import type { CaseView } from '@contract/contract';
import { useEffect, useRef } from 'react';
import { ask } from '@/cloud/ask';
import { usePageVisible } from '@/navigation/use-page-visible';

/** An open page sees what others say within five seconds, the answer's way included. */
const EVERY_MS = 4_000;

/** While the person sees the page it asks whether anything happened, and draws the case again when it did. */
export function usePulse(view: CaseView | null, reload: () => Promise<void>): void {
  const visible = usePageVisible();
  const caseId = view?.caseId ?? null;
  const latest = useRef({ seq: 0, reload });
  latest.current = { seq: view?.seq ?? 0, reload };
  useEffect(() => {
    if (!visible || caseId === null) return;
    let asking = false;
    const timer = setInterval(() => {
      if (asking) return;
      asking = true;
      void ask('case.pulse', { caseId })
        .then((outcome) => {
          if (outcome.kind === 'done' && outcome.value.seq > latest.current.seq)
            return latest.current.reload();
          return undefined;
        })
        .finally(() => (asking = false));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [visible, caseId]);
}
