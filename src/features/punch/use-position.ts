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
  /** The position for a punch: the last one while it is young, else the one of a new look. */
  readonly recent: () => Promise<Position | null>;
}

/** A position this young needs no second look. */
const YOUNG_MS = 15_000;
/** How long a new look is waited for where a fairly young position would do. */
const PATIENCE_MS = 1_500;
/** How long it is waited for where there is none. */
const MOST_MS = 8_000;
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
  const recent = useCallback(async () => {
    const known = last.current;
    const age = known === null ? Infinity : Date.now() - known.foundAt;
    if (known !== null && age < YOUNG_MS) return known.position;
    // An older one may be of another place: better to wait for a new one than to be judged by it.
    const fallback = age < STILL_GOOD_MS ? (known?.position ?? null) : null;
    const enough = new Promise<null>((resolve) =>
      setTimeout(() => resolve(null), fallback === null ? MOST_MS : PATIENCE_MS),
    );
    return (await Promise.race([find(), enough])) ?? fallback;
  }, [find]);

  return { state, looking, find, allow, recover, recent };
}

/** Looks only with a permission that is there already. */
const whenGranted = (askPermission: typeof permission) => async (): Promise<Located> => {
  const kind = await askPermission();
  return kind === 'granted' ? locate() : { kind };
};
