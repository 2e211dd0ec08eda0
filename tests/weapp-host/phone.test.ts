import { lines, opened, said } from './fixture/lines';
import { plainPhone, POSITION_DECLARED } from './fixture/mini-program';
import type { CloudDoor } from './phone/cloud-door';

const LOCATE = `wx.getLocation({ type: 'gcj02', success: say, fail: say })`;

describe('the phone', () => {
  it('asks the person once for the position, and keeps the answer through a restart', async () => {
    const phone = plainPhone();
    phone.answers.permission = 'refuse';
    const page = lines(LOCATE, `wx.getSetting({ success: say })`);
    const host = await opened(page, { app: POSITION_DECLARED, phone });
    expect(await said(host, 1)).toMatchObject({ authSetting: {} });
    expect(await said(host, 0)).toEqual({ errMsg: 'getLocation:fail auth deny' });
    host.close();
    const again = await opened(page, { app: POSITION_DECLARED, phone });
    phone.answers.permission = 'allow';
    expect(await said(again, 0)).toEqual({ errMsg: 'getLocation:fail auth deny' });
    expect(await said(again, 1)).toMatchObject({ authSetting: { 'scope.userLocation': false } });
    expect(phone.deedsOf('asked')).toHaveLength(1);
  });

  it('takes a refusal back in the settings, which open in a tap only', async () => {
    const phone = plainPhone();
    phone.permissions.set('scope.userLocation', false);
    phone.answers.settings = { 'scope.userLocation': true };
    const page = lines(
      `setTimeout(() => wx.openSetting({ success: say, fail: say }), 5)`,
      `wx.openSetting({ success: say, fail: say })`,
    );
    const host = await opened(page, { phone });
    expect(await said(host, 0)).toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    });
    expect(await said(host, 1)).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  });

  it('says where it is and how well it knows, and the same again within half a minute', async () => {
    const phone = plainPhone();
    const host = await opened(lines(LOCATE), { app: POSITION_DECLARED, phone });
    expect(await said(host, 0)).toMatchObject({ latitude: 31.2, longitude: 121.4, accuracy: 15 });
    phone.fix = { latitude: 31.3, longitude: 121.4, accuracyMeters: 400 };
    await host.pass(29_000);
    expect(await said(host, 0)).toMatchObject({ latitude: 31.2 });
    await host.pass(1_000);
    expect(await said(host, 0)).toMatchObject({ latitude: 31.3, accuracy: 400 });
    phone.fix = null;
    await host.pass(30_000);
    expect(await said(host, 0)).toMatchObject({ errCode: 2 });
  });

  it('keeps what is stored through a restart, as copies and within WeChat’s limits', async () => {
    const phone = plainPhone();
    const page = lines(
      `const day = { cards: [1] }; wx.setStorageSync('day', day); day.cards.push(2); say(wx.getStorageSync('day'))`,
      `say([wx.getStorageSync('day'), wx.getStorageSync('none')])`,
      `try { wx.setStorageSync('big', 'x'.repeat(1024 * 1024)) } catch (e) { say(e.message) }`,
    );
    expect(await said(await opened(page, { phone }), 0)).toEqual({ cards: [1] });
    const again = await opened(page, { phone });
    expect(await said(again, 1)).toEqual([{ cards: [1] }, '']);
    expect(await said(again, 2)).toBe('setStorage:fail entry size limit reached');
  });

  it('tells who listens when the network goes and comes', async () => {
    const page = lines(
      `wx.onNetworkStatusChange(say)`,
      `wx.offNetworkStatusChange()`,
      `wx.getNetworkType({ success: say })`,
    );
    const host = await opened(page);
    await host.tap('#0');
    await host.network('none');
    expect(JSON.parse(host.text('#said'))).toEqual({ isConnected: false, networkType: 'none' });
    await host.tap('#1');
    await host.network('4g');
    expect(JSON.parse(host.text('#said'))).toMatchObject({ isConnected: false });
    expect(await said(host, 2)).toMatchObject({ networkType: '4g' });
  });

  it('remembers what is drawn on a canvas, and makes a picture of it', async () => {
    const page =
      lines(`wx.createSelectorQuery().select('#paper').fields({ node: true, size: true }).exec(([{ node, width }]) => {
      const pen = node.getContext('2d');
      pen.lineWidth = 3; pen.moveTo(0, 0); pen.lineTo(width, 9); pen.stroke();
      wx.canvasToTempFilePath({ canvas: node, success: ({ tempFilePath }) => say([pen.lineWidth, tempFilePath]) })
    })`);
    const host = await opened(page);
    const [width, file] = (await said(host, 0)) as [number, string];
    expect(width).toBe(3);
    expect(host.canvas('paper')?.strokes).toEqual([
      { set: 'lineWidth', value: 3 },
      { call: 'moveTo', given: [0, 0] },
      { call: 'lineTo', given: [390, 9] },
      { call: 'stroke', given: [] },
    ]);
    expect(host.phone.files.get(file)?.subarray(1, 4).toString()).toBe('PNG');
  });

  it('answers questions as the person does', async () => {
    const phone = plainPhone();
    const page = lines(
      `wx.showModal({ title: '确定？', content: '早退', success: ({ confirm }) => say(confirm) })`,
      `wx.showActionSheet({ itemList: ['甲', '乙'], success: ({ tapIndex }) => say(tapIndex), fail: ({ errMsg }) => say(errMsg) })`,
      `wx.showToast({ title: '好了' }); wx.vibrateShort({ type: 'light' }); say(0)`,
    );
    const host = await opened(page, { phone });
    phone.answers.modal = 'cancel';
    expect(await said(host, 0)).toBe(false);
    expect(await said(host, 1)).toBe('showActionSheet:fail cancel');
    phone.answers.sheet = 1;
    expect(await said(host, 1)).toBe(1);
    await said(host, 2);
    expect(phone.deeds.map(({ kind }) => kind)).toEqual(['modal', 'toast', 'vibrated']);
  });
});

describe('the line to the cloud', () => {
  const echo: Partial<CloudDoor> = {
    callFunction: (name, event) => Promise.resolve({ result: { name, event } }),
  };
  const page = lines(
    `wx.cloud.init(); wx.cloud.callFunction({ name: 'api', data: { n: 1 }, success: ({ result }) => say(result), fail: say })`,
    `wx.cloud.callFunction({ name: 'api', data: { n: 1 } }).then(({ result }) => say(result), say)`,
  );
  const phoned = async () => {
    const phone = plainPhone({ cloud: echo as CloudDoor });
    return { phone, host: await opened(page, { phone }) };
  };

  it('is there once the mini-program has opened it, by callback or by promise', async () => {
    const { host } = await phoned();
    expect(await said(host, 1)).toMatchObject({
      errMsg: expect.stringContaining('call wx.cloud.init first') as string,
    });
    expect(await said(host, 0)).toEqual({ name: 'api', event: { n: 1 } });
    expect(await said(host, 1)).toEqual({ name: 'api', event: { n: 1 } });
    expect(host.meter.costOf('pages/a/index').requests).toEqual(['api', 'api', 'api']);
  });

  it('fails without a network, loses an answer, and can be held', async () => {
    const { phone, host } = await phoned();
    phone.network = 'none';
    expect(await said(host, 0)).toMatchObject({ errMsg: expect.stringContaining('request:fail') as string });
    phone.network = 'wifi';
    phone.line.loseAnswers(1);
    expect(await said(host, 0)).toMatchObject({ errMsg: expect.stringContaining('lost') as string });
    phone.line.hold();
    await host.tap('#0');
    expect(host.text('#said')).toContain('lost');
    phone.line.release();
    await host.rest();
    expect(JSON.parse(host.text('#said'))).toEqual({ name: 'api', event: { n: 1 } });
  });
});

describe('the phone’s clock', () => {
  it('stands still until it is moved, for Date and timers alike', async () => {
    const host = await opened(
      lines(
        `say([Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date])`,
        `let n = 0; const id = setInterval(() => { n += 1; say(n); if (n === 3) clearInterval(id) }, 1000)`,
      ),
    );
    const now = host.phone.clock.now();
    expect(await said(host, 0)).toEqual([now, now, 5, true]);
    await host.tap('#1');
    await host.pass(1_500);
    expect(host.text('#said')).toBe('1');
    await host.pass(10_000);
    expect(host.text('#said')).toBe('3');
  });

  it('gives up on a page that never comes to rest', async () => {
    const host = await opened(lines(`const again = () => setTimeout(again, 0); again()`));
    await expect(host.tap('#0')).rejects.toThrow('pages/a/index never comes to rest');
  });
});
