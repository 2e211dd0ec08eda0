import { Meter } from './measure/meter';
import { AppRuntime } from './page/app-runtime';
import { PageStack, queryOf, type Query } from './page/page-stack';
import type { PageView } from './page/page-view';
import type { NetworkType, Phone } from './phone/phone';
import type { Program } from './program/program';
import { Faults, type Fault } from './script/faults';
import { type ConsoleLine, openRealm } from './script/script-realm';
import { dispatch } from './tree/dispatch';
import { selectAll } from './tree/selector';
import { type TreeElement, wordsIn } from './tree/tree-node';
import type { CanvasRecorder } from './wx/canvas-recorder';
import { Gesture } from './wx/gesture';
import type { Entrance, Interfaces } from './wx/surroundings';
import { asyncInterfaces } from './wx/wx-call';
import { wxSurface, type WxSurface } from './wx/wx-surface';

/** How much of the phone's time passes while the mini-program comes to rest: a few frames. */
const REST_MS = 50;
/** More steps than any page needs; a page that takes them never comes to rest. */
const MOST_STEPS = 20_000;

/**
 * A mini-program as built for production, running on a phone without WeChat. Every step ends when nothing moves
 * any more, and fails with whatever the mini-program did wrong on the way.
 */
export class WeappHost {
  readonly faults = new Faults();
  readonly meter = new Meter();
  private readonly gesture = new Gesture();
  private readonly stack: PageStack;
  private readonly runtime: AppRuntime;
  private readonly surface: WxSurface;
  private readonly realm;
  private entrance: Entrance = { path: '', query: {}, scene: 1001 };

  constructor(
    readonly program: Program,
    readonly phone: Phone,
  ) {
    const { faults, meter, gesture } = this;
    const realm = openRealm(phone.clock, faults);
    this.realm = realm;
    this.stack = new PageStack(program, (route, query) => this.runtime.makePage(route, query));
    this.runtime = new AppRuntime({
      program,
      phone,
      realm,
      faults,
      meter,
      openPages: () => this.stack.pages,
    });
    this.surface = wxSurface({
      phone,
      program,
      faults,
      meter,
      gesture,
      stack: this.stack,
      makeAsync: asyncInterfaces(phone.clock, phone.work, faults),
      entrance: () => this.entrance,
    });
    realm.define('wx', this.surface.wx);
  }

  /** What scripts see as `wx`. */
  get wx(): Interfaces {
    return this.surface.wx;
  }

  /** What scripts see as getApp(). */
  get app(): Record<string, unknown> {
    return this.runtime.app ?? {};
  }

  get pages(): readonly PageView[] {
    return this.stack.pages;
  }

  /** The page on top. @throws Error when none is open */
  get page(): PageView {
    const { top } = this.stack;
    if (top === undefined) throw new Error('no page is open: call launch() first');
    return top;
  }

  /** What the scripts wrote to their console. */
  get console(): readonly ConsoleLine[] {
    return this.realm.lines;
  }

  /** Opens the mini-program: from WeChat's list, or with a path and a scene as from a card. */
  async launch(
    into: { readonly path?: string; readonly query?: Query; readonly scene?: number } = {},
  ): Promise<void> {
    const { path = this.program.pages[0] ?? '', query = {}, scene = 1001 } = into;
    this.entrance = { path, query, scene };
    this.runtime.start();
    this.runtime.tellApp('onLaunch', this.entrance);
    this.runtime.tellApp('onShow', this.entrance);
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    this.stack.reLaunch(`/${path}${search.length === 0 ? '' : `?${search.join('&')}`}`);
    await this.rest();
  }

  /** Waits until nothing moves: answers have come, frames are drawn. @throws Error with every fault on the way */
  async rest(): Promise<void> {
    await this.moveUntil(this.phone.clock.now() + REST_MS);
  }

  /** Lets time pass on the phone, timers and all. */
  async pass(ms: number): Promise<void> {
    const until = this.phone.clock.now() + ms;
    await this.moveUntil(until);
    this.phone.clock.moveTo(until);
  }

  /** Elements of the page on top. */
  all(selector: string): TreeElement[] {
    return selectAll(this.page.tree, selector);
  }

  has(selector: string): boolean {
    return this.all(selector).length > 0;
  }

  /** @throws Error naming the page when there is no such element */
  find(selector: string): TreeElement {
    const [found] = this.all(selector);
    if (found === undefined)
      throw new Error(`${this.page.route} shows no ${selector}; it shows: ${this.text()}`);
    return found;
  }

  /** The words of an element, or of the whole page. */
  text(selector?: string): string {
    return selector === undefined ? this.page.tree.map(wordsIn).join('') : wordsIn(this.find(selector));
  }

  /** A finger on an element. @throws Error when nothing hears it */
  async tap(selector: string): Promise<void> {
    await this.tapElement(this.find(selector), selector);
  }

  async tapElement(element: TreeElement, name: string = element.tag): Promise<void> {
    await this.gesture.during(() => {
      if (this.bring(element, 'tap', { x: 0, y: 0 }) === 0) throw new Error(`nothing hears a tap on ${name}`);
    });
    await this.rest();
  }

  /** Text typed into a field. */
  async type(selector: string, text: string): Promise<void> {
    const field = this.find(selector);
    this.page.type(field.place, text);
    this.bring(field, 'input', { value: text, cursor: text.length });
    await this.rest();
  }

  /** Any other event: 'confirm', 'change', 'touchmove'. */
  async trigger(
    selector: string,
    type: string,
    detail: object = {},
    touches?: readonly object[],
  ): Promise<void> {
    this.bring(this.find(selector), type, detail, touches);
    await this.rest();
  }

  bring(element: TreeElement, type: string, detail: object = {}, touches: readonly object[] = []): number {
    return dispatch(this.page.tree, element, type, { detail, touches, timeStamp: this.phone.clock.now() });
  }

  async pullDown(): Promise<void> {
    if (this.program.viewConfig(this.page.route).enablePullDownRefresh !== true)
      throw new Error(`${this.page.route} does not enable pull-down refresh`);
    this.page.call('onPullDownRefresh');
    await this.rest();
  }

  /** A tap on the bar at the bottom, by its word. */
  async switchTab(text: string): Promise<void> {
    const tab = this.program.tabs.find((one) => one.text === text);
    if (tab === undefined) throw new Error(`no tab is called ${text}`);
    this.stack.switchTab(`/${tab.pagePath}`).call('onTabItemTap', { pagePath: tab.pagePath, text });
    await this.rest();
  }

  async back(): Promise<void> {
    this.stack.navigateBack(1);
    await this.rest();
  }

  /** The person looks at something else and comes back. */
  async leaveAndReturn(awayMs: number): Promise<void> {
    this.page.call('onHide');
    this.runtime.tellApp('onHide');
    await this.pass(awayMs);
    this.runtime.tellApp('onShow', this.entrance);
    this.page.call('onShow');
    await this.rest();
  }

  async network(to: NetworkType): Promise<void> {
    this.surface.network.change(to);
    await this.rest();
  }

  /** What the page would put on a card in a chat. @throws Error when it cannot be shared or its picture is missing */
  share(): {
    readonly title: string;
    readonly path: string;
    readonly query: Query;
    readonly imageUrl?: string;
  } {
    const { found, value } = this.page.call('onShareAppMessage', { from: 'menu' });
    if (!found) throw new Error(`${this.page.route} cannot be shared`);
    const {
      title = this.page.title,
      path = `/${this.page.route}`,
      imageUrl,
    } = (value ?? {}) as {
      title?: string;
      path?: string;
      imageUrl?: string;
    };
    if (imageUrl?.startsWith('/') && !this.program.files.has(imageUrl.slice(1)))
      throw new Error(`the card's picture ${imageUrl} is not in the package`);
    const [route = '', search = ''] = path.replace(/^\//, '').split('?');
    return { title, path: route, query: queryOf(search), ...(imageUrl !== undefined && { imageUrl }) };
  }

  canvas(id: string): CanvasRecorder | undefined {
    return this.surface.queries.canvas(id);
  }

  /** A function from text, as a tool outside may bring it; scripts themselves cannot make one. */
  compile(declaration: string): (...given: unknown[]) => unknown {
    const make = this.realm.compile(`return (${declaration})`, 'tool', []);
    return make() as (...given: unknown[]) => unknown;
  }

  /** What went wrong so far, taken out: the next step does not fail with it. */
  takeFaults(): readonly Fault[] {
    return this.faults.take();
  }

  close(): void {
    this.stack.clear();
  }

  private async moveUntil(limit: number): Promise<void> {
    const { clock, work } = this.phone;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await nextTurn();
      if (!work.idle) await work.next();
      else if (!clock.runNext(limit)) {
        this.faults.raise();
        return;
      }
    }
    throw new Error(`${this.stack.top?.route ?? 'the app'} never comes to rest`);
  }
}

/** Lets everything that is ready to run in the scripts run. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
