import { useEffect } from 'react';
import { serverNow } from './server-clock';

/** Not sooner than this after the last answer, whatever the server says. */
const LEAST_MS = 5_000;
/** Setting a timer further ahead overflows it; the page will have been left by then. */
const MOST_MS = 12 * 60 * 60_000;
/** A whole office changes at 09:00:00: spread it. */
const SPREAD_MS = 2_000;

/** Asks again when the server said that its answer will be another one; not while the page is hidden. */
export function useNextChange(nextChangeAt: number | null, visible: boolean, askAgain: () => void): void {
  useEffect(() => {
    if (nextChangeAt === null || !visible) return undefined;
    const wait = Math.max(LEAST_MS, nextChangeAt - serverNow()) + Math.random() * SPREAD_MS;
    if (wait > MOST_MS) return undefined;
    const timer = setTimeout(askAgain, wait);
    return () => clearTimeout(timer);
  }, [nextChangeAt, visible, askAgain]);
}
