import type { PhoneState } from './phone-state';

/**
 * Runs inside the phone's page before its own scripts, on a laptop only. It puts the panel's world in the
 * place of the browser's: where the phone is, whether it has a network, and what time it is. Opened without
 * the panel, the page keeps the browser's own, and only the clock follows the cloud's.
 */
const start = (): void => {
  const panel = window.parent === window ? undefined : window.parent.zhoudaoPhoneState;
  const clockAheadMs = Number(document.currentScript?.dataset.clockAheadMs ?? 0);
  const world = panel ?? (window.zhoudaoPhoneClock = { clockAheadMs });
  followClock(() => world.clockAheadMs);
  if (!panel) return;
  replaceLocation(panel);
  replaceNetwork(panel);
};

/** Date runs ahead as the cloud's clock does; timers keep their pace. */
const followClock = (aheadMs: () => number): void => {
  const RealDate = Date;
  const now = (): number => RealDate.now() + aheadMs();
  window.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
};

const REFUSED = 1;
const UNAVAILABLE = 2;

const replaceLocation = (panel: PhoneState): void => {
  const look = (found: PositionCallback, failed?: PositionErrorCallback | null): void => {
    const { location } = panel;
    if (location.permission === 'ask') {
      location.permission = window.confirm('“周到”想知道你现在的位置') ? 'allowed' : 'refused';
      window.parent.dispatchEvent(new Event('phone-location-answered'));
    }
    if (location.permission !== 'allowed') {
      const code = location.permission === 'refused' ? REFUSED : UNAVAILABLE;
      failed?.({ code, message: location.permission } as GeolocationPositionError);
      return;
    }
    const { latitude, longitude, accuracyMeters } = location.fix;
    found({
      coords: { latitude, longitude, accuracy: accuracyMeters },
      timestamp: Date.now(),
    } as GeolocationPosition);
  };
  replace(navigator, 'geolocation', {
    getCurrentPosition: (found: PositionCallback, failed?: PositionErrorCallback | null) =>
      void setTimeout(() => look(found, failed), 300),
  });
  const realQuery = navigator.permissions.query.bind(navigator.permissions);
  replace(navigator.permissions, 'query', async (asked: PermissionDescriptor) => {
    if (asked.name !== 'geolocation') return realQuery(asked);
    const { permission } = panel.location;
    return { state: permission === 'ask' ? 'prompt' : permission === 'refused' ? 'denied' : 'granted' };
  });
};

const replaceNetwork = (panel: PhoneState): void => {
  const realFetch = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const before = panel.network;
    if (before === 'off') throw new TypeError('Failed to fetch');
    const answer = await realFetch(...request);
    if (before === 'answers-lost' || panel.network === 'off') throw new TypeError('Failed to fetch');
    return answer;
  };
  Object.defineProperty(navigator, 'onLine', { get: () => panel.network !== 'off', configurable: true });
};

const replace = (owner: object, key: string, value: unknown): void => {
  Object.defineProperty(owner, key, { value, configurable: true });
};

start();
