import type { Program } from '../program/program';
import type { PageView } from './page-view';

/** WeChat keeps no more pages open on top of each other. */
export const MOST_PAGES = 10;

export type Query = Readonly<Record<string, string>>;

interface Target {
  readonly route: string;
  readonly query: Query;
}

/** The pages that are open: the one on top is seen, and the tabs stay alive below. */
export class PageStack {
  private open: PageView[] = [];
  private readonly tabs = new Map<string, PageView>();

  constructor(
    private readonly program: Program,
    private readonly make: (route: string, query: Query) => PageView,
  ) {}

  get pages(): readonly PageView[] {
    return this.open;
  }

  get top(): PageView | undefined {
    return this.open[this.open.length - 1];
  }

  /** @throws Error with WeChat's words */
  navigateTo(url: string): PageView {
    const { route, query } = this.target(url, 'navigateTo', false);
    if (this.open.length >= MOST_PAGES) throw new Error('navigateTo:fail webview count limit exceed');
    this.top?.call('onHide');
    return this.enter(route, query);
  }

  redirectTo(url: string): PageView {
    const { route, query } = this.target(url, 'redirectTo', false);
    this.leaveTop();
    return this.enter(route, query);
  }

  /** Everything below goes; tabs are made anew as well. */
  reLaunch(url: string): PageView {
    const { route, query } = this.target(url, 'reLaunch', null);
    this.clear();
    return this.enter(route, query);
  }

  /** Pages above the tabs go; a tab that was open is shown again as it was. */
  switchTab(url: string): PageView {
    const { route } = this.target(url, 'switchTab', true);
    const old = this.top;
    if (old?.route === route) return old;
    if (old !== undefined && this.program.isTab(old.route)) old.call('onHide');
    while (this.top !== undefined && !this.program.isTab(this.top.route)) this.leaveTop();
    const known = this.tabs.get(route);
    if (known === undefined) {
      this.open = [];
      return this.enter(route, {});
    }
    this.open = [known];
    known.appear();
    return known;
  }

  /** More than there are leads to the first page. */
  navigateBack(delta: number): void {
    if (this.open.length <= 1) throw new Error('navigateBack:fail cannot navigate back at first page.');
    const leaving = Math.min(delta, this.open.length - 1);
    for (let count = 0; count < leaving; count += 1) this.leaveTop();
    this.top?.appear();
  }

  clear(): void {
    while (this.top !== undefined) this.leaveTop();
    for (const tab of this.tabs.values()) tab.leave();
    this.tabs.clear();
  }

  private enter(route: string, query: Query): PageView {
    const page = this.make(route, query);
    this.open = [...this.open, page];
    if (this.program.isTab(route)) this.tabs.set(route, page);
    page.load();
    page.appear();
    return page;
  }

  private leaveTop(): void {
    const page = this.top;
    if (page === undefined) return;
    this.open = this.open.slice(0, -1);
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
    page.leave();
  }

  /** @param tab true: must be one; false: must not be one; null: may be either */
  private target(url: string, api: string, tab: boolean | null): Target {
    const [path = '', search = ''] = url.split('?');
    const route = this.absolute(path);
    if (!this.program.pages.includes(route)) throw new Error(`${api}:fail page "${route}" is not found`);
    if (tab === false && this.program.isTab(route))
      throw new Error(`${api}:fail can not ${api} a tabbar page`);
    if (tab === true && !this.program.isTab(route))
      throw new Error(`${api}:fail can not switch to no-tabBar page`);
    return { route, query: queryOf(search) };
  }

  private absolute(path: string): string {
    if (path.startsWith('/')) return path.slice(1);
    const base = this.top?.route.split('/').slice(0, -1) ?? [];
    return path
      .split('/')
      .reduce(
        (steps, step) => (step === '..' ? steps.slice(0, -1) : step === '.' ? steps : [...steps, step]),
        base,
      )
      .join('/');
  }
}

/** Values stay as they are in the url: WeChat leaves decoding to the page. */
export function queryOf(search: string): Query {
  return Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [name, value.join('=')];
      }),
  );
}
