import { useEffect, useSyncExternalStore } from 'react';
import type { OutboxContent } from './outbox';
import { punchOutbox } from './punch-outbox';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** What is on its way; tried again, more and more rarely, while the page is open. */
export function useWaitingPunches(): OutboxContent {
  const content = useSyncExternalStore(punchOutbox.subscribe, punchOutbox.content);
  const waits = content.waiting.length > 0;

  useEffect(() => {
    if (!waits) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const tryLater = (pauseMs: number) => {
      const jittered = pauseMs * (0.75 + Math.random() / 2);
      timer = setTimeout(() => {
        void punchOutbox.flush();
        tryLater(Math.min(LONGEST_PAUSE_MS, pauseMs * 2));
      }, jittered);
    };
    tryLater(FIRST_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [waits]);

  return content;
}
