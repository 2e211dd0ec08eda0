import Taro from '@tarojs/taro';

/** A page and what it was opened with: '/pages/month/index' and { date: '2026-11-20' }. */
export interface Destination {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

export const PUNCH = '/pages/punch/index';
export const MONTH = '/pages/month/index';
export const INBOX = '/pages/inbox/index';
const MINE = '/pages/mine/index';
const BIND = '/pages/bind/index';

const TABS: readonly string[] = [PUNCH, INBOX, MONTH, MINE];

export const isTab = (path: string): boolean => TABS.includes(path);

/** WeChat drops the query of a tab page: what it should open with waits here. */
let carried: Destination | null = null;

/** Where the person wanted to go when the server asked for an invitation code first. */
let postponed: Destination | null = null;

export async function goTo(destination: Destination): Promise<void> {
  if (isTab(destination.path)) {
    carried = destination;
    await Taro.switchTab({ url: destination.path });
    return;
  }
  await Taro.reLaunch({ url: urlOf(destination) });
}

/** The link that takeParams answered last, with Taro's stamp of its opening. */
let taken = '';

/** What the page on top was opened with, once: a later look at the same page starts afresh. */
export function takeParams(path: string): Destination['params'] {
  if (carried?.path === path) {
    const { params } = carried;
    carried = null;
    return params;
  }
  const link = JSON.stringify([path, Taro.getCurrentInstance().router?.params]);
  if (link === taken) return {};
  taken = link;
  return here().params;
}

/** Leads to the invitation code and remembers the page that was wanted. */
export async function postponeForBinding(): Promise<void> {
  const wanted = here();
  if (wanted.path === BIND) return;
  postponed = wanted;
  await Taro.reLaunch({ url: BIND });
}

/** The page that was wanted before binding, or the punch page. */
export async function goWherePostponed(): Promise<void> {
  const wanted = postponed ?? { path: PUNCH, params: {} };
  postponed = null;
  await goTo(wanted);
}

function here(): Destination {
  const router = Taro.getCurrentInstance().router;
  const path = `/${router?.path.replace(/^\/+/, '').replace(/\?.*$/, '') ?? ''}`;
  const own = Object.entries(router?.params ?? {}).filter(([name]) => !TARO_PARAMS.includes(name));
  return { path, params: Object.fromEntries(own.map(([name, value]) => [name, String(value)])) };
}

/** Names that Taro adds to every page's params. */
const TARO_PARAMS = ['$taroTimestamp', 'stamp'];

const urlOf = ({ path, params }: Destination): string => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};
