import { useEffect, useRef } from 'react';

// The build puts these constants in; here no environment is named.
Object.assign(globalThis, { CLOUD_ENVIRONMENT: '', CONTRACT_STAMP: 'one' });

/** The phone as the pages meet it through Taro. A test turns the knobs of `phone` and looks at what was called. */
export const phone = {
  storage: new Map<string, string>(),
  routes: [] as string[],
  vibrations: 0,
  /** What was put on the clipboard last. */
  copied: '',
  /** What the next callFunction calls do, and what was asked. */
  answer: (async () => ({ result: null })) as (data: {
    procedure: string;
    input: unknown;
  }) => Promise<{ result: unknown }>,
  network: 'wifi',
  permission: true as boolean | undefined,
  fix: { latitude: 31.2304, longitude: 121.4737, accuracy: 15 } as {
    latitude: number;
    longitude: number;
    accuracy: number;
  } | null,
  /** How long the phone takes to find itself. */
  fixDelayMs: 0,
  router: { path: '/pages/punch/index', params: {} as Record<string, string> },
  showings: new Set<() => void>(),
  hidings: new Set<() => void>(),
  /** What a card shared from the page on top says. */
  card: null as (() => { title: string; path: string; imageUrl: string }) | null,
  networkListeners: new Set<(change: { isConnected: boolean }) => void>(),
  /** What the scanner reads; null: the person goes back. */
  scanned: null as string | null,
};

const untouched = { ...phone };

/** A phone out of its box. */
export function resetPhone(): void {
  Object.assign(phone, untouched, {
    storage: new Map(),
    routes: [],
    router: { path: '/pages/punch/index', params: {} },
    showings: new Set(),
    hidings: new Set(),
    networkListeners: new Set(),
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const Taro = {
  cloud: {
    init: () => undefined,
    callFunction: ({ data }: { data: { procedure: string; input: unknown } }) =>
      // Over a wire: JSON there and back.
      phone.answer(JSON.parse(JSON.stringify(data))).then((reply) => JSON.parse(JSON.stringify(reply))),
  },
  getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => phone.storage.set(key, JSON.stringify(value)),
  getNetworkType: async () => ({ networkType: phone.network }),
  onNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void) =>
    phone.networkListeners.add(listener),
  offNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void) =>
    phone.networkListeners.delete(listener),
  getDeviceInfo: () => ({ model: 'Phone 1' }),
  getAppBaseInfo: () => ({ fontSizeScaleFactor: 1 }),
  getSetting: async () => ({ authSetting: { 'scope.userLocation': phone.permission } }),
  openSetting: async () => undefined,
  getLocation: async () => {
    if (phone.permission === undefined) phone.permission = true;
    if (phone.fixDelayMs > 0) await wait(phone.fixDelayMs);
    if (phone.fix === null || !phone.permission) throw new Error('getLocation:fail');
    return phone.fix;
  },
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) =>
    Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
  nextTick: (after: () => void) => after(),
  getWindowInfo: () => ({ pixelRatio: 2 }),
  /** Every canvas is there, 300 by 200 points large. */
  createSelectorQuery: () => {
    const context = new Proxy({}, { get: () => () => undefined, set: () => true });
    const node = { width: 0, height: 0, getContext: () => context };
    const asked: unknown[] = [];
    const query = {
      select: () => ({
        fields: () => void asked.push({ node }),
        boundingClientRect: () => void asked.push({ width: 300, height: 200 }),
      }),
      exec: (found: (answers: readonly unknown[]) => void) => found(asked),
    };
    return query;
  },
  scanCode: async () => {
    if (phone.scanned === null) throw new Error('scanCode:fail cancel');
    return { result: phone.scanned };
  },
  setClipboardData: async ({ data }: { data: string }) => {
    phone.copied = data;
  },
  vibrateShort: async () => {
    phone.vibrations += 1;
  },
  navigateTo: async ({ url }: { url: string }) => phone.routes.push(`open ${url}`),
  redirectTo: async ({ url }: { url: string }) => phone.routes.push(`instead ${url}`),
  switchTab: async ({ url }: { url: string }) => phone.routes.push(`tab ${url}`),
  reLaunch: async ({ url }: { url: string }) => phone.routes.push(`launch ${url}`),
  navigateBack: async () => phone.routes.push('back'),
  getCurrentPages: () => [{}, {}],
  getCurrentInstance: () => ({ router: phone.router }),
  stopPullDownRefresh: () => undefined,
};

export default Taro;

/** A page is shown once it is there, and again whenever a test says so. */
export function useDidShow(shown: () => void): void {
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    const show = () => latest.current();
    phone.showings.add(show);
    show();
    return () => void phone.showings.delete(show);
  }, []);
}

export function useDidHide(hidden: () => void): void {
  const latest = useRef(hidden);
  latest.current = hidden;
  useEffect(() => {
    const hide = () => latest.current();
    phone.hidings.add(hide);
    return () => void phone.hidings.delete(hide);
  }, []);
}

export const useShareAppMessage = (make: typeof phone.card) => void (phone.card = make);
export const usePullDownRefresh = () => undefined;

/** What the page was opened with. */
export const useRouter = () => phone.router;
