import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { DemoPerson, DemoPlace } from '../../../devtools/demo-cast';
import { pointAt, toWgs84 } from '../../../devtools/panel/ground';
import type { LocalDemo } from '../../../scripts/local-demo';

export type Holder = Pick<DemoPerson, 'openid' | 'name' | 'placeId'>;

/** Far longer than anything takes: two cores may be busy with other tests. */
const PATIENCE_MS = 20_000;

/** A real browser the size of a phone, held by one person. */
export class Phone {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly demo: LocalDemo,
    private readonly holder: Holder,
    private readonly troubles: string[],
  ) {}

  static async open(
    browser: Browser,
    demo: LocalDemo,
    holder: Holder,
    more: BrowserContextOptions,
  ): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      permissions: ['geolocation'],
      ...more,
    });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    const phone = new Phone(page, context, demo, holder, troubles);
    await phone.standAway(0);
    return phone;
  }

  /** Opens a page of the mini-program: 'pages/month/index?date=2026-11-20'. */
  async visit(page = 'pages/punch/index'): Promise<void> {
    await this.page.goto(`${this.demo.url}/phone/?as=${encodeURIComponent(this.holder.openid)}#/${page}`);
  }

  /** Stands so many metres east of the middle of the holder's workplace. */
  async standAway(metersEast: number, accuracyMeters = 15): Promise<void> {
    const spot = pointAt(this.workplace(), { east: metersEast, north: 0 });
    await this.context.setGeolocation({ ...toWgs84(spot), accuracy: accuracyMeters });
  }

  /** Time passes for the phone as it does for the cloud. */
  async followClock(): Promise<void> {
    const aheadMs = this.demo.cloud.clock.now() - Date.now();
    await this.page.evaluate((ms) => {
      if (window.zhoudaoPhoneClock) window.zhoudaoPhoneClock.clockAheadMs = ms;
    }, aheadMs);
  }

  async refuseLocation(): Promise<void> {
    await this.context.clearPermissions();
  }

  async allowLocation(): Promise<void> {
    await this.context.grantPermissions(['geolocation']);
  }

  async network(state: 'on' | 'off'): Promise<void> {
    await this.context.setOffline(state === 'off');
  }

  /** Waits until the part of the page with this id shows these words. @throws with what it shows instead */
  async sees(id: string, words: string | RegExp): Promise<void> {
    const part = this.at(id).filter({ hasText: words });
    try {
      await part.first().waitFor({ timeout: PATIENCE_MS });
    } catch {
      const shown = await this.page.locator('body').innerText();
      throw new Error(`#${id} never said ${String(words)}. The page says:\n${shown}`);
    }
  }

  /** Waits until no part with this id is to be seen. */
  async isGone(id: string): Promise<void> {
    await this.at(id).first().waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  }

  async tap(id: string): Promise<void> {
    await this.at(id).first().tap({ timeout: PATIENCE_MS });
  }

  async tapText(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).locator('visible=true').first().tap({ timeout: PATIENCE_MS });
  }

  /** Two taps of a nervous thumb, faster than anything can answer. */
  async tapTwice(id: string): Promise<void> {
    const box = await this.at(id).first().boundingBox();
    if (!box) throw new Error(`#${id} is not on the screen.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all([this.page.touchscreen.tap(x, y), this.page.touchscreen.tap(x, y)]);
  }

  async type(id: string, words: string): Promise<void> {
    await this.at(id).locator('input, textarea').fill(words, { timeout: PATIENCE_MS });
  }

  /** Draws on a canvas with a pen; each stroke is a list of points as shares of its width and height. */
  async draw(id: string, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
    const box = await this.at(id).first().boundingBox();
    if (!box) throw new Error(`#${id} is not on the screen.`);
    const { mouse } = this.page;
    const spot = ([x, y]: readonly [number, number]) =>
      [box.x + x * box.width, box.y + y * box.height] as const;
    for (const [first, ...rest] of strokes) {
      if (!first) continue;
      await mouse.move(...spot(first));
      await mouse.down();
      for (const point of rest) await mouse.move(...spot(point), { steps: 6 });
      await mouse.up();
    }
  }

  /** The next call reaches the cloud, and its answer never comes back. */
  async loseNextAnswerTo(procedure: string): Promise<void> {
    let lost = false;
    await this.page.route('**/client/callFunction', async (route) => {
      if (lost || !route.request().postData()?.includes(`"${procedure}"`)) return route.continue();
      lost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
  }

  /** Pixels that the page is wider than the screen; 0 when nothing can be scrolled sideways. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const pages = [...document.querySelectorAll('.taro_page')];
      return Math.max(
        scrollWidth - clientWidth,
        ...pages.map((page) => page.scrollWidth - page.clientWidth),
        0,
      );
    });
  }

  /** The elements with this id that can be seen: Taro keeps the pages behind the one in front. */
  private at(id: string): Locator {
    return this.page.locator(`#${id}`).locator('visible=true');
  }

  /** What went wrong inside the page without anybody seeing it. */
  get unseenTroubles(): readonly string[] {
    return this.troubles;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private workplace(): DemoPlace {
    const { places } = this.demo.cast;
    const place = places.find(({ id }) => id === this.holder.placeId) ?? places[0];
    if (!place) throw new Error('The demo company has no place to punch at.');
    return place;
  }
}
