import { useCallback, useRef, useState } from 'react';
import { locate, openSettings, permission, type Located, type Position } from '@/phone/location';

/** What the phone knows of where it is. */
export type PositionState =
  /** Nothing is known yet. */
  | { readonly kind: 'unknown' }
  /** The person has never been asked: say why first. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'found'; readonly position: Position; readonly foundAt: number };

export interface PositionFinder {
  readonly state: PositionState;
  readonly looking: boolean;
  /** Looks again without ever bringing up the system's question. */
  readonly find: () => Promise<Position | null>;
  /** The person wants to be found: the system may ask now. Call it in a tap. */
  readonly allow: () => Promise<Position | null>;
  /** To the settings where a refusal can be taken back, and then looks. Call it in a tap. */
  readonly recover: () => Promise<Position | null>;
  /** The last position if it is young enough, else a new look of at most `patienceMs`, else the last one. */
  readonly recent: (youngerThanMs: number, patienceMs: number) => Promise<Position | null>;
}

/** WeChat refuses to look twice within half a minute: a position this young still stands in for a failed look. */
const STILL_GOOD_MS = 60_000;

export function usePosition(): PositionFinder {
  const [state, setState] = useState<PositionState>({ kind: 'unknown' });
  const [looking, setLooking] = useState(false);
  const last = useRef<Extract<PositionState, { kind: 'found' }> | null>(null);
  const inFlight = useRef<Promise<Position | null> | null>(null);

  const settle = useCallback((located: Located): Position | null => {
    if (located.kind === 'found') {
      last.current = { ...located, foundAt: Date.now() };
      setState(last.current);
      return located.position;
    }
    const kept = last.current;
    if (located.kind === 'failed' && kept !== null && Date.now() - kept.foundAt < STILL_GOOD_MS)
      return kept.position;
    setState(located);
    return null;
  }, []);

  const look = useCallback(
    (wayToLook: () => Promise<Located>) => {
      inFlight.current ??= (async () => {
        setLooking(true);
        try {
          return settle(await wayToLook());
        } finally {
          inFlight.current = null;
          setLooking(false);
        }
      })();
      return inFlight.current;
    },
    [settle],
  );

  const find = useCallback(() => look(whenGranted(permission)), [look]);
  const allow = useCallback(() => look(locate), [look]);
  const recover = useCallback(() => look(whenGranted(openSettings)), [look]);
  const recent = useCallback(
    async (youngerThanMs: number, patienceMs: number) => {
      const known = last.current;
      if (known !== null && Date.now() - known.foundAt < youngerThanMs) return known.position;
      const enough = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
      return (await Promise.race([find(), enough])) ?? last.current?.position ?? null;
    },
    [find],
  );

  return { state, looking, find, allow, recover, recent };
}

/** Looks only with a permission that is there already. */
const whenGranted = (askPermission: typeof permission) => async (): Promise<Located> => {
  const kind = await askPermission();
  return kind === 'granted' ? locate() : { kind };
};
