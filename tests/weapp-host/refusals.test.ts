import { hostOf, plainPhone, POSITION_DECLARED } from './fixture/mini-program';
import type { WeappHost } from './weapp-host';

/** A page with one button, and what a tap on it does; `this.say` shows a text. */
const pageThat = (does: string, wxml = '') => ({
  js: `Page({
    data: { said: '' },
    say(said) { this.setData({ said: String(said) }) },
    go() { ${does} },
  })`,
  wxml: `<view id="go" bindtap="go">去</view><text id="said">{{said}}</text>${wxml}`,
});

const launched = async (host: WeappHost): Promise<WeappHost> => {
  await host.launch();
  return host;
};

/** What a page's tap shows. */
const saidBy = async (host: WeappHost): Promise<string> => {
  await launched(host);
  await host.tap('#go');
  return host.text('#said');
};

const ASK_POSITION = `wx.getLocation({
  type: 'gcj02',
  success: ({ latitude }) => this.say('found ' + latitude),
  fail: ({ errMsg }) => this.say(errMsg),
})`;

describe('the host refuses as WeChat would', () => {
  it('a page whose script throws while it opens', async () => {
    const host = hostOf({ 'pages/a/index': { js: `Page({ onLoad() { throw new Error('no day') } })` } });
    await expect(host.launch()).rejects.toThrow('pages/a/index onLoad: no day');
  });

  it('a page whose script throws when it is first needed', async () => {
    const host = hostOf({
      'pages/a/index': pageThat(`wx.navigateTo({ url: '/pages/b/index', fail: () => this.say('failed') })`),
      'pages/b/index': { js: `throw new Error('no script')` },
    });
    await launched(host);
    await expect(host.tap('#go')).rejects.toThrow('navigateTo /pages/b/index: no script');
  });

  it('a page whose template throws while it is drawn', async () => {
    const host = hostOf(
      {
        'pages/a/index': {
          js: `Page({ data: { n: 1 } })`,
          wxml: '<wxs module="m" src="./m.wxs"/><text>{{m.half(n)}}</text>',
        },
      },
      { files: { 'pages/a/m.wxs': `module.exports = { half: function (n) { return n.no.such } }` } },
    );
    await expect(host.launch()).rejects.toThrow(
      'template of pages/a/index: Cannot read properties of undefined',
    );
  });

  it('a template that is not found', async () => {
    const host = hostOf({
      'pages/a/index': { js: `Page({ data: { kind: 'card' } })`, wxml: '<template is="tmpl_{{kind}}"/>' },
    });
    await expect(host.launch()).rejects.toThrow('pages/a/index.wxml: Template `tmpl_card` not found');
  });

  it('a change of 256 KB and one byte, and carries one of 256 KB', async () => {
    const change = (bytes: number) =>
      pageThat(`this.setData({ big: 'x'.repeat(${bytes} - '{"big":""}'.length) })`);
    await expect(saidBy(hostOf({ 'pages/a/index': change(256 * 1024) }))).resolves.toBe('');
    await expect(saidBy(hostOf({ 'pages/a/index': change(256 * 1024 + 1) }))).rejects.toThrow(
      'setData of pages/a/index: 262145 bytes at once, and WeChat carries 262144',
    );
  });

  it('a private interface that app.json does not declare', async () => {
    const page = { 'pages/a/index': pageThat(ASK_POSITION) };
    expect(await saidBy(hostOf(page, { app: { permission: POSITION_DECLARED.permission } }))).toBe(
      'getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    );
    expect(await saidBy(hostOf(page, { app: POSITION_DECLARED }))).toBe('found 31.2');
  });

  it('a private interface without a reason for the person, or missing in the privacy guideline', async () => {
    const page = { 'pages/a/index': pageThat(ASK_POSITION) };
    const { requiredPrivateInfos } = POSITION_DECLARED;
    expect(await saidBy(hostOf(page, { app: { requiredPrivateInfos } }))).toContain(
      'require permission desc',
    );
    const phone = plainPhone({ privacyGuideline: [] });
    expect(await saidBy(hostOf(page, { app: POSITION_DECLARED, phone }))).toContain(
      'api scope is not declared in the privacy agreement',
    );
  });

  it('a private interface to a person who does not agree to the guideline', async () => {
    const phone = plainPhone();
    phone.answers.privacy = 'refuse';
    const app = { ...POSITION_DECLARED, __usePrivacyCheck__: true };
    expect(await saidBy(hostOf({ 'pages/a/index': pageThat(ASK_POSITION) }, { app, phone }))).toBe(
      'getLocation:fail privacy permission is not authorized',
    );
  });

  it('an interface above the declared base library, as if it did not exist', async () => {
    const asks = pageThat(`this.say(wx.canIUse('getDeviceInfo')); wx.getDeviceInfo()`);
    const old = await launched(hostOf({ 'pages/a/index': asks }, { baseLibrary: '2.20.0' }));
    await expect(old.tap('#go')).rejects.toThrow('wx.getDeviceInfo is not a function');
    expect(old.text('#said')).toBe('false');
    expect(await saidBy(hostOf({ 'pages/a/index': asks }, { baseLibrary: '2.20.1' }))).toBe('true');
  });

  it('code made from text', async () => {
    const made = (code: string) => hostOf({ 'pages/a/index': pageThat(`this.say(${code})`) });
    await expect(saidBy(made(`eval('1 + 1')`))).rejects.toThrow('Code generation from strings disallowed');
    await expect(saidBy(made(`new Function('return 1')()`))).rejects.toThrow(
      'Code generation from strings disallowed',
    );
    await expect(saidBy(made(`(() => 1).constructor('return 1')()`))).rejects.toThrow(
      'Code generation from strings disallowed',
    );
  });

  it('an eleventh page on the stack', async () => {
    const host = await launched(
      hostOf({
        'pages/a/index': pageThat(
          `wx.navigateTo({ url: '/pages/a/index', fail: ({ errMsg }) => this.say(errMsg) })`,
        ),
      }),
    );
    for (let depth = 2; depth <= 10; depth += 1) {
      await host.tap('#go');
      expect(host.pages).toHaveLength(depth);
    }
    await host.tap('#go');
    expect(host.pages).toHaveLength(10);
    expect(host.text('#said')).toBe('navigateTo:fail webview count limit exceed');
  });

  it('a page that app.json does not name, and a tab as a page on top', async () => {
    const go = (url: string) => `wx.navigateTo({ url: '${url}', fail: ({ errMsg }) => this.say(errMsg) })`;
    const tabs = { tabBar: { list: [{ pagePath: 'pages/a/index', text: '甲' }] } };
    expect(await saidBy(hostOf({ 'pages/a/index': pageThat(go('/pages/b/index')) }))).toBe(
      'navigateTo:fail page "pages/b/index" is not found',
    );
    expect(await saidBy(hostOf({ 'pages/a/index': pageThat(go('/pages/a/index')) }, { app: tabs }))).toBe(
      'navigateTo:fail can not navigateTo a tabbar page',
    );
  });

  it('a question to the person that no tap asked for', async () => {
    const page = {
      js: `Page({ data: { said: '' }, onLoad() {
        wx.requestSubscribeMessage({ tmplIds: ['t'], fail: ({ errMsg }) => this.setData({ said: errMsg }) })
      } })`,
      wxml: '<text id="said">{{said}}</text>',
    };
    const host = await launched(hostOf({ 'pages/a/index': page }));
    expect(host.text('#said')).toBe('requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
  });

  it('a script of another subpackage', async () => {
    const page = { js: 'Page({})', wxml: '' };
    const host = hostOf(
      { 'pages/a/index': { js: `require('../../far/words.js'); Page({})` } },
      {
        app: { subPackages: [{ root: 'far', pages: ['index'] }] },
        files: { 'far/index.js': page.js, 'far/index.wxml': page.wxml, 'far/words.js': '' },
      },
    );
    await expect(host.launch()).rejects.toThrow('pages/a/index.js requires far/words.js');
  });

  it('Intl, the browser, and timers made of text', async () => {
    const host = hostOf({
      'pages/a/index': pageThat(
        `this.say([typeof Intl, typeof window, typeof document, typeof WebAssembly])`,
      ),
    });
    expect(await saidBy(host)).toBe('undefined,undefined,undefined,undefined');
    const timed = hostOf({ 'pages/a/index': pageThat(`setTimeout('this.say(1)', 1)`) });
    await expect(saidBy(timed)).rejects.toThrow('a timer takes a function, not text');
  });

  it('an interface that the host does not model, even where the page would swallow the error', async () => {
    const host = hostOf({
      'pages/a/index': pageThat(`try { wx.scanCode() } catch (e) { this.say('caught') }`),
    });
    await expect(saidBy(host)).rejects.toThrow('wx.scanCode is not modelled by this host');
  });

  it('and tells the app of every fault, even where its listener fails as well', async () => {
    const host = hostOf(
      { 'pages/a/index': pageThat(`throw new Error('first')`) },
      { files: { 'app.js': `App({ onError(message) { throw new Error('heard ' + message) } })` } },
    );
    await launched(host);
    await expect(host.tap('#go')).rejects.toThrow('pages/a/index go: first\nonError: heard first');
    await expect(host.rest()).resolves.toBeUndefined();
  });
});
