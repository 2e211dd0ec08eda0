import type { DeskView, TodayView } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { keptView } from '@/phone/kept-view';
import type { Wifi } from '@domain/schedule/wifi';
import type { Position } from '@/phone/location';
import { connectedWifi } from '@/phone/wifi';
import { onPunchAccepted } from './punch-outbox';
import { learnServerClock, serverNow } from './server-clock';

const KEY = 'today';

/** A view of this age may be of another day: who it was about still holds, what it said does not. */
const SAME_DAY_MS = 12 * 60 * 60_000;

/** How long the first call waits for the phone to find itself. */
const PATIENCE_MS = 800;

export interface Today {
  readonly view: TodayView | null;
  /** False while the view is one of an earlier visit. */
  readonly fresh: boolean;
  /** Why the last call brought no view. */
  readonly trouble: Trouble | null;
  /** Asks at once if the position comes quickly, else without it and again when it comes. */
  readonly load: (finding: Promise<Position | null>) => Promise<void>;
  /** The phone's Wi-Fi where a place of the day has some; else null, and the phone is not asked. */
  readonly wifiNow: () => Promise<Wifi | null>;
  /** A day that another way of punching brought back. */
  readonly showDesk: (desk: DeskView) => void;
}

export function useToday(): Today {
  const [shown, setShown] = useState(() => ({ view: lastSeen(), fresh: false }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);
  /** Whether a place of the day has Wi-Fi, as far as it was told. */
  const wantsWifi = useRef(hasWifi(shown.view));
  const wifiNow = useCallback(async () => (wantsWifi.current ? connectedWifi() : null), []);

  const show = useCallback((view: TodayView) => {
    latest.current += 1;
    setShown({ view, fresh: true });
    setTrouble(null);
    keptView.write(KEY, view);
  }, []);

  /** A punch says how the day stands; what is left of messages stays as it was. */
  const showDesk = useCallback((desk: DeskView) => {
    latest.current += 1;
    setShown(({ view }) => {
      const next = { ...desk, reminders: view?.reminders ?? [] };
      keptView.write(KEY, next);
      return { view: next, fresh: true };
    });
    setTrouble(null);
  }, []);

  const askOnce = useCallback(
    async (position: Position | null) => {
      latest.current += 1;
      const mine = latest.current;
      const askedAt = Date.now();
      const outcome = await ask('punch.today', { position, ...(await wifiPart(wifiNow)) });
      if (mine !== latest.current) return;
      if (outcome.kind === 'done') {
        learnServerClock(outcome.value.now, askedAt);
        show(outcome.value);
        const learnt = hasWifi(outcome.value) && !wantsWifi.current;
        wantsWifi.current = hasWifi(outcome.value);
        // The first answer of a day that tells of Wi-Fi was made without it.
        if (learnt && !outcome.value.button.enabled) await again.current(position);
      } else {
        setTrouble(outcome);
        setShown(({ view }) => ({ view, fresh: false }));
      }
    },
    [show, wifiNow],
  );
  const again = useRef(askOnce);
  again.current = askOnce;

  const load = useCallback(
    async (finding: Promise<Position | null>) => {
      const soon = await Promise.race([finding, late(PATIENCE_MS)]);
      const first = askOnce(soon === LATE ? null : soon);
      if (soon !== LATE) return first;
      const position = await finding;
      await (position === null ? first : askOnce(position));
    },
    [askOnce],
  );

  useEffect(() => onPunchAccepted(showDesk), [showDesk]);

  return { ...shown, trouble, load, wifiNow, showDesk };
}

const hasWifi = (view: TodayView | null): boolean =>
  view?.places.some(({ wifi }) => wifi !== undefined) === true;

async function wifiPart(wifiNow: Today['wifiNow']): Promise<{ wifi?: Wifi }> {
  const wifi = await wifiNow();
  return wifi === null ? {} : { wifi };
}

const LATE = 'late';

const late = (ms: number) => new Promise<typeof LATE>((resolve) => setTimeout(() => resolve(LATE), ms));

function lastSeen(): TodayView | null {
  const view = keptView.read<TodayView>(KEY);
  if (view === null || Math.abs(serverNow() - view.now) < SAME_DAY_MS) return view;
  return {
    ...view,
    dateText: '',
    planText: '',
    effectiveText: null,
    whereabouts: NOWHERE,
    cards: [],
    outside: [],
    nudge: null,
  };
}

const NOWHERE: TodayView['whereabouts'] = {
  state: 'unknown',
  placeName: null,
  distanceMeters: null,
  radiusMeters: null,
  missingMeters: null,
  accuracyMeters: null,
};
