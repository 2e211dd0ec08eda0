import automator from 'miniprogram-automator';
import { inRoot } from '../../scripts/root';
import { openAutomatorDoor, type AutomatorDoor } from './automator/automator-door';
import { type MiniProgram, SPECS } from './automator/specs';
import { openCompany } from './company/open-company';
import { hostOf, plainPhone } from './fixture/mini-program';
import { openWeapp } from './open-weapp';
import type { WeappHost } from './weapp-host';

const DEVTOOLS = process.env.WECHAT_DEVTOOLS_CLI;

/** The unmodified client in front of a host; everything is closed afterwards. */
async function driven(host: WeappHost, run: (miniProgram: MiniProgram) => Promise<void>): Promise<void> {
  await host.launch();
  const door: AutomatorDoor = await openAutomatorDoor(host);
  const miniProgram = await automator.connect({ wsEndpoint: door.wsEndpoint });
  try {
    await run(miniProgram);
  } finally {
    miniProgram.disconnect();
    await door.close();
    host.close();
  }
}

describe('the mini-program under WeChat’s own client, in the headless host', () => {
  it.each(SPECS)('$title', ({ run }) => driven(openWeapp(plainPhone()), run));

  it('punches through the client, in the local cloud', async () => {
    const company = await openCompany({ beginAt: '2026-03-09T08:50', people: ['P02'] });
    await driven(openWeapp(company.phoneOf('P02')), async (miniProgram) => {
      const page = await miniProgram.currentPage();
      await (await page?.$('#allow-location'))?.tap();
      expect(await (await page?.$('#forecast'))?.text()).toBe('现在打卡：正常');
      await (await page?.$('#punch-button'))?.tap();
      expect(await (await page?.$('#forecast'))?.text()).toContain('签到成功');
    });
    const { cards } = await company.call('P02', 'punch.today', { position: null });
    expect(cards[0]?.actual).toMatch(/^08:5\d$/);
    await company.end();
  });
});

describe('the mini-program under WeChat’s own client, in DevTools', () => {
  const inDevTools = DEVTOOLS ? it : it.skip;
  const why = DEVTOOLS ? '' : ' (skipped: WECHAT_DEVTOOLS_CLI is not set, DevTools is not here)';

  inDevTools.each(SPECS.map(({ title, run }) => ({ title: `${title}${why}`, run })))(
    '$title',
    async ({ run }) => {
      const miniProgram = await automator.launch({ cliPath: DEVTOOLS ?? '', projectPath: inRoot() });
      try {
        await run(miniProgram);
      } finally {
        await miniProgram.close();
      }
    },
  );
});

describe('the door for WeChat’s client', () => {
  const PAGE = {
    js: `Page({
      data: { list: [{ n: 1 }, { n: 2 }], typed: '', touched: 0 },
      type({ detail }) { this.setData({ typed: detail.value }) },
      touch() { this.setData({ touched: this.data.touched + 1 }) },
      fail() { throw new Error('no such day') },
      double(n) { return n * 2 },
    })`,
    wxml: `<view class="row" wx:for="{{list}}" wx:key="n" data-n="{{item.n}}"><text>第{{item.n}}行</text></view>
      <input id="field" value="{{typed}}" bindinput="type"/>
      <view id="pad" bindtouchstart="touch" bindtouchend="touch">{{touched}}</view>
      <view id="bad" bindtap="fail"/>`,
  };
  const withPage = (run: Parameters<typeof driven>[1]) => driven(hostOf({ 'pages/a/index': PAGE }), run);

  it('finds elements in each other, and reads their words, attributes and markup', () =>
    withPage(async (miniProgram) => {
      const page = await miniProgram.currentPage();
      const rows = (await page?.$$('.row')) as { text(): Promise<string> }[];
      expect(await Promise.all(rows.map((row) => row.text()))).toEqual(['第1行', '第2行']);
      const row = await page?.$('.row');
      expect(await (await row?.$('text'))?.text()).toBe('第1行');
      expect(await row?.attribute('class')).toBe('row');
      expect(await row?.wxml()).toBe('<text>第1行</text>');
      expect(await row?.outerWxml()).toBe('<view class="row"><text>第1行</text></view>');
      expect(await page?.$('#none')).toBeNull();
    }));

  it('types, touches, sets data and calls methods', () =>
    withPage(async (miniProgram) => {
      const page = await miniProgram.currentPage();
      await (await page?.$('input'))?.trigger('input', { value: '七' });
      expect(await page?.data('typed')).toBe('七');
      await (await page?.$('#pad'))?.longpress();
      expect(await (await page?.$('#pad'))?.text()).toBe('2');
      await page?.setData({ 'list[1].n': 9 });
      expect(await page?.data('list[1].n')).toBe(9);
      expect(await page?.callMethod('double', 4)).toBe(8);
      await expect(page?.callMethod('none')).rejects.toThrow('page.none not exists');
    }));

  it('calls, mocks and restores wx, and runs functions among the scripts', () =>
    withPage(async (miniProgram) => {
      expect((await miniProgram.systemInfo()) as object).toMatchObject({ SDKVersion: '3.10.0' });
      await miniProgram.mockWxMethod('getSystemInfoSync', { model: 'mock' });
      expect(await miniProgram.systemInfo()).toEqual({ model: 'mock' });
      await miniProgram.restoreWxMethod('getSystemInfoSync');
      expect((await miniProgram.systemInfo()) as object).toMatchObject({ model: 'iPhone 15' });
      expect(await miniProgram.evaluate((n: number) => n + 1, 41)).toBe(42);
      await expect(miniProgram.callWxMethod('none')).rejects.toThrow('wx.none not exists');
      await expect(miniProgram.callWxMethod('navigateTo', { url: '/no' })).rejects.toThrow('is not found');
      await expect(miniProgram.screenshot()).rejects.toThrow('App.captureScreenshot unimplemented');
    }));

  it('tells of a fault as an event, and goes on', () =>
    withPage(async (miniProgram) => {
      const heard: string[] = [];
      miniProgram.on('exception', ({ message }: { message: string }) => heard.push(message));
      const page = await miniProgram.currentPage();
      await (await page?.$('#bad'))?.tap();
      expect(heard).toEqual(['no such day']);
      expect(await page?.data('touched')).toBe(0);
    }));
});
