import { hostOf } from './fixture/mini-program';

/** Every page writes its life into the app's diary, and shows it. */
const page = (json: object = {}) => ({
  js: `const note = (page, word) => getApp().diary.push(page.route.split('/')[1] + ' ' + word)
    Page({
      data: { id: '' },
      onLoad(query) { note(this, 'load'); this.setData({ id: query.id || '' }) },
      onShow() { note(this, 'show') },
      onReady() { note(this, 'ready') },
      onHide() { note(this, 'hide') },
      onUnload() { note(this, 'unload') },
      onPullDownRefresh() { note(this, 'pulled') },
      onShareAppMessage() { return { title: '一张卡片', path: '/pages/b/index?id=7', imageUrl: '/card.png' } },
      go({ currentTarget }) { wx[currentTarget.dataset.api]({ url: currentTarget.dataset.url }) },
    })`,
  wxml: `<text id="id">{{id}}</text>
    <view id="deeper" data-api="navigateTo" data-url="/pages/b/index?id=a%20b" bindtap="go"/>
    <view id="instead" data-api="redirectTo" data-url="../b/index?id=2" bindtap="go"/>
    <view id="afresh" data-api="reLaunch" data-url="/pages/b/index" bindtap="go"/>`,
  json,
});

const PAGES = {
  'pages/a/index': page({ enablePullDownRefresh: true }),
  'pages/b/index': page(),
  'pages/c/index': page(),
};
const APP = {
  tabBar: {
    list: [
      { pagePath: 'pages/a/index', text: '甲' },
      { pagePath: 'pages/c/index', text: '丙' },
    ],
  },
};
const DIARY = `const diary = []
  App({ diary, onLaunch({ scene }) { diary.push('launch ' + scene) }, onShow() { diary.push('app show') },
    onHide() { diary.push('app hide') } })
  module.exports = diary`;

async function started(into: Parameters<ReturnType<typeof hostOf>['launch']>[0] = {}) {
  const host = hostOf(PAGES, { app: APP, files: { 'app.js': DIARY, 'card.png': '.' } });
  await host.launch(into);
  return {
    host,
    /** What was written since the last look. */
    diary: async (): Promise<string[]> => {
      const kept = host.app.diary as string[];
      return kept.splice(0, kept.length);
    },
  };
}

describe('pages on the stack', () => {
  it('open in WeChat’s order', async () => {
    const { diary } = await started({ scene: 1007 });
    expect(await diary()).toEqual(['launch 1007', 'app show', 'a load', 'a show', 'a ready']);
  });

  it('go on top of each other and come back to what is below', async () => {
    const { host, diary } = await started();
    await diary();
    await host.tap('#deeper');
    expect(await diary()).toEqual(['a hide', 'b load', 'b show', 'b ready']);
    expect(host.text('#id')).toBe('a%20b');
    await host.back();
    expect(await diary()).toEqual(['b unload', 'a show']);
  });

  it('take the place of the one on top, or of all', async () => {
    const { host, diary } = await started({ path: 'pages/b/index', query: { id: '1' } });
    await diary();
    await host.tap('#instead');
    expect(await diary()).toEqual(['b unload', 'b load', 'b show', 'b ready']);
    expect(host.text('#id')).toBe('2');
    await host.tap('#deeper');
    await host.tap('#afresh');
    expect(host.pages).toHaveLength(1);
  });

  it('stay alive as tabs, and pages above them go', async () => {
    const { host, diary } = await started();
    await host.tap('#deeper');
    await diary();
    await host.switchTab('丙');
    expect(await diary()).toEqual(['b unload', 'c load', 'c show', 'c ready']);
    await host.switchTab('甲');
    expect(await diary()).toEqual(['c hide', 'a show']);
  });

  it('are told when the person leaves WeChat and comes back', async () => {
    const { host, diary } = await started();
    await diary();
    await host.leaveAndReturn(60_000);
    expect(await diary()).toEqual(['a hide', 'app hide', 'app show', 'a show']);
  });

  it('are pulled down only where they allow it', async () => {
    const { host, diary } = await started();
    await diary();
    await host.pullDown();
    expect(await diary()).toEqual(['a pulled']);
    await host.tap('#deeper');
    await expect(host.pullDown()).rejects.toThrow('pages/b/index does not enable pull-down refresh');
  });

  it('become cards that open where they say', async () => {
    const { host } = await started();
    const { title, path, query } = host.share();
    expect(title).toBe('一张卡片');
    const { host: opened } = await started({ path, query, scene: 1007 });
    expect(opened.text('#id')).toBe('7');
  });
});
