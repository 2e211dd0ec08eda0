import { hostOf } from './fixture/mini-program';

/** What a page with this template and data shows. */
const shown = async (
  wxml: string,
  data: object = {},
  files: Record<string, string> = {},
): Promise<string> => {
  const js = `Page({ data: ${JSON.stringify(data)} })`;
  const host = hostOf({ 'pages/a/index': { js, wxml } }, { files });
  await host.launch();
  return host.text();
};

describe('a template', () => {
  it('works out expressions as WeChat does', async () => {
    expect(await shown('{{a + b * 2}}-{{(a + b) * 2}}', { a: 1, b: 2 })).toBe('5-6');
    expect(await shown(`{{n > 1 && n !== 3 ? '是' : "否"}}`, { n: 2 })).toBe('是');
    expect(await shown('{{!list.length}} {{list[1]}} {{list.length}}', { list: [1, 2] })).toBe('false 2 2');
    expect(await shown('{{-n}} {{+n}} {{1.5 + n}}', { n: 2 })).toBe('-2 2 3.5');
    expect(await shown(`{{a == '1'}} {{a === '1'}} {{[a, 2][0]}}`, { a: 1 })).toBe('true false 1');
  });

  it('knows a sign of an expression from the beginning of a tag', async () => {
    expect(await shown('{{a < 2 ? "<" : ">"}}<text>{{b}}</text>', { a: 1, b: 'x' })).toBe('<x');
  });

  it('shows nothing for what is not there, however deep', async () => {
    expect(await shown('[{{a.b.c}}]{{no || "好"}}', {})).toBe('[]好');
  });

  it('repeats with the names it was asked to use, and chooses between branches', async () => {
    const wxml = `<block wx:for="{{days}}" wx:for-item="day" wx:for-index="n" wx:key="id">
      <text wx:if="{{day.late}}">{{n}}迟</text><text wx:elif="{{n === 1}}">中</text><text wx:else>好</text>
    </block>`;
    const days = [{ id: 'a', late: true }, { id: 'b' }, { id: 'c' }];
    expect(await shown(wxml, { days })).toBe('0迟中好');
  });

  it('sees only the data it was given, and the wxs of its own file', async () => {
    const files = {
      'card.wxml': `<wxs module="m" src="./m.wxs"/>
        <template name="card">{{m.twice(n)}}{{secret}}</template>`,
      'm.wxs': 'module.exports = { twice: function (n) { return n * 2 } }',
    };
    const wxml = '<import src="../../card.wxml"/><template is="card" data="{{...one, x: 1}}"/>';
    expect(await shown(wxml, { one: { n: 4 }, secret: '不' }, files)).toBe('8');
  });

  it('includes another file where it stands', async () => {
    expect(
      await shown('<include src="./head.wxml"/>B{{t}}', { t: 1 }, { 'pages/a/head.wxml': 'A{{t}}' }),
    ).toBe('A1B1');
  });

  it.each([
    ['<view><text></view>', 'pages/a/index.wxml:1 <text> is closed by </view>'],
    ['<view>', '<view> is never closed'],
    ['<text>{{a +}}</text>', '"a +" is no expression'],
    ['<text wx:else>x</text>', 'wx:else without wx:if before it'],
    ['<view>\n<slot/></view>', 'pages/a/index.wxml:2 <slot> is not modelled by this host'],
    ['<view capture-bind:tap="x"/>', 'capture-bind:tap is not modelled by this host'],
  ])('%s is refused with its place', async (wxml, reason) => {
    await expect(shown(wxml)).rejects.toThrow(reason);
  });
});

describe('a component', () => {
  const files = {
    'day.json': JSON.stringify({ component: true }),
    'day.wxml': '<view id="{{name}}" bindtap="open">{{name}}{{open ? "开" : "关"}}</view>',
    'day.js': `Component({
      properties: { name: { type: String, value: '无' } },
      data: { open: false },
      lifetimes: {
        attached() { getApp().came.push(this.data.name) },
        detached() { getApp().went.push(this.data.name) },
      },
      methods: { open() { this.setData({ open: true }) } },
    })`,
    'app.js': 'App({ came: [], went: [] })',
  };
  const page = {
    js: `Page({ data: { names: ['一', '二'] }, drop() { this.setData({ names: ['二'] }) } ,
      lives() { this.setData({ lives: JSON.stringify(getApp()) }) } })`,
    wxml: `<day wx:for="{{names}}" wx:key="*this" name="{{item}}"/>
      <view id="drop" bindtap="drop"/><view id="lives" bindtap="lives">{{lives}}</view>`,
    json: { usingComponents: { day: '/day' } },
  };

  it('keeps what it knows while it stays, and is told when it comes and goes', async () => {
    const host = hostOf({ 'pages/a/index': page }, { files });
    await host.launch();
    await host.tap('#二');
    expect(host.text()).toBe('一关二开');
    await host.tap('#drop');
    expect(host.text()).toBe('二开');
    await host.tap('#lives');
    expect(host.text('#lives')).toBe('{"came":["一","二"],"went":["一"]}');
  });

  it('that asks for what this host does not model says so', async () => {
    const host = hostOf(
      { 'pages/a/index': page },
      { files: { ...files, 'day.js': 'Component({ observers: { name() {} } })' } },
    );
    await expect(host.launch()).rejects.toThrow('day: Component({ observers }) is not modelled');
  });
});
