import { testCloud, type TestCloud } from './support/test-cloud';

/** Sends through node-sdk, and through wx-server-sdk's protobuf. */
const SEND = `
  const tcb = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))});
  exports.main = async (event) => {
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    return (await app.callWxOpenApi({ apiName: event.api ?? 'subscribeMessage.send', requestData: event.message })).result;
  };`;
const SEND_BY_WX_SDK = `
  const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))});
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async (event) => cloud.openapi.subscribeMessage.send(event.message).catch((error) => ({ errCode: error.errCode }));`;
const ALLOWED = { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    weChat: {
      templates: [
        { id: 'T1', title: '上班提醒', fields: { thing1: 'thing', time2: 'time', name3: 'name' } },
        { id: 'T2', title: '结果', fields: { phrase1: 'phrase' } },
      ],
      pages: ['pages/punch/index'],
      mainSwitchOff: ['o-off'],
    },
  });
  cloud.deploy('send', SEND, ALLOWED);
  cloud.deploy('send-by-wx-sdk', SEND_BY_WX_SDK, ALLOWED);
  cloud.deploy('unpermitted', SEND, { timeout: 20 });
  cloud.deploy('unpermitted-by-wx-sdk', SEND_BY_WX_SDK, { timeout: 20 });
});
afterAll(() => cloud.end());

const data = { thing1: { value: '早班' }, time2: { value: '2026年3月9日 08:50' }, name3: { value: '李雷' } };
const message = { touser: 'o-1', templateId: 'T1', page: 'pages/punch/index?from=msg', data };
const send = async (change: object = {}, fn = 'send') =>
  (await cloud.callFunction(fn, { message: { ...message, ...change } })) as {
    errCode: number;
    errMsg?: string;
  };

test('one accept is one message, in the reader’s tray', async () => {
  await cloud.weChat.accept('o-1', ['T1']);
  expect(await send()).toMatchObject({ errCode: 0 });
  expect(await send()).toMatchObject({ errCode: 43101 });
  expect(cloud.weChat.messages('o-1')).toMatchObject([
    {
      openid: 'o-1',
      templateId: 'T1',
      title: '上班提醒',
      page: 'pages/punch/index?from=msg',
      miniprogramState: 'formal',
      data: { thing1: '早班', time2: '2026年3月9日 08:50', name3: '李雷' },
    },
  ]);
  expect(cloud.weChat.messages('o-2')).toEqual([]);
});

test('accepts add up, and outlive a restart with the tray', async () => {
  await cloud.weChat.accept('o-3', ['T1', 'T2']);
  await cloud.weChat.accept('o-3', ['T1']);
  cloud = await cloud.restart();
  const codes = [await send({ touser: 'o-3' }), await send({ touser: 'o-3' }), await send({ touser: 'o-3' })];
  expect(codes.map(({ errCode }) => errCode)).toEqual([0, 0, 43101]);
  expect(cloud.weChat.messages('o-1')).toHaveLength(1);
});

test('an accept and the tray over HTTP, for a development panel', async () => {
  const post = (body: object) =>
    fetch(`${cloud.url}/wechat/accept`, { method: 'POST', body: JSON.stringify(body) });
  expect((await post({ openid: 'o-http', templateIds: ['T1'] })).status).toBe(200);
  expect((await post({ openid: 'o-http', templateIds: ['T9'] })).status).toBe(400);
  expect((await post({ openid: 'o-http', templateIds: ['T1', 'T1', 'T1', 'T1'] })).status).toBe(400);
  await send({ touser: 'o-http' });
  const tray = await (await fetch(`${cloud.url}/wechat/messages?openid=o-http`)).json();
  expect(tray.messages).toHaveLength(1);
});

describe('what WeChat refuses', () => {
  beforeEach(() => cloud.weChat.accept('o-1', ['T1', 'T2']));

  test.each([
    ['no reader', { touser: '' }, 40003],
    ['an unknown template', { templateId: 'T9' }, 40037],
    ['a page that was not released', { page: 'pages/other/index' }, 41030],
    ['a field that is missing', { data: { thing1: data.thing1, time2: data.time2 } }, 47003],
    ['a field the template does not have', { data: { ...data, thing9: { value: 'x' } } }, 47003],
    ['an empty value', { data: { ...data, thing1: { value: '' } } }, 47003],
    ['a thing of 21 characters', { data: { ...data, thing1: { value: '字'.repeat(21) } } }, 47003],
    ['a line break', { data: { ...data, thing1: { value: 'a\nb' } } }, 47003],
    ['a time in another form', { data: { ...data, time2: { value: '2026-03-09 08:50' } } }, 47003],
    ['a name of eleven Han', { data: { ...data, name3: { value: '李'.repeat(11) } } }, 47003],
    ['a phrase that is not Han', { templateId: 'T2', data: { phrase1: { value: 'done' } } }, 47003],
    ['a phrase of six Han', { templateId: 'T2', data: { phrase1: { value: '一二三四五六' } } }, 47003],
    ['a reader who switched messages off', { touser: 'o-off' }, 20004],
    ['an unknown state', { miniprogramState: 'beta' }, 47003],
  ])('%s', async (_name, change, errCode) => {
    expect((await send(change)).errCode).toBe(errCode);
  });

  test('47003 names the field', async () => {
    expect((await send({ data: { ...data, time2: { value: '8' } } })).errMsg).toContain('data.time2.value');
  });

  test('a refused message takes nothing of what was accepted', async () => {
    const counted = 'o-counted';
    await cloud.weChat.accept(counted, ['T1']);
    await send({ touser: counted, page: 'pages/other/index' });
    expect((await send({ touser: counted })).errCode).toBe(0);
  });

  test('lengths count characters as people see them, not UTF-16 units', async () => {
    const rare = '𠮷'.repeat(20);
    expect((await send({ data: { ...data, thing1: { value: rare } } })).errCode).toBe(0);
  });
});

describe('permissions', () => {
  test('an interface that config.json does not name', async () => {
    expect((await send({}, 'unpermitted')).errCode).toBe(-604101);
    expect((await send({}, 'unpermitted-by-wx-sdk')).errCode).toBe(-604101);
  });

  test('an interface that the local cloud does not know', async () => {
    cloud.deploy('other-api', SEND, { timeout: 20, permissions: { openapi: ['security.msgSecCheck'] } });
    expect(await cloud.callFunction('other-api', { api: 'security.msgSecCheck', message })).toMatchObject({
      errCode: -604100,
    });
  });

  test('nobody outside a running function', async () => {
    const { result } = await cloud.app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: message,
    });
    expect(result).toMatchObject({ errCode: -604104 });
  });
});

describe('wx-server-sdk', () => {
  test('sends by protobuf', async () => {
    await cloud.weChat.accept('o-wx', ['T1']);
    expect((await send({ touser: 'o-wx' }, 'send-by-wx-sdk')).errCode).toBe(0);
    expect((await send({ touser: 'o-wx' }, 'send-by-wx-sdk')).errCode).toBe(43101);
    expect(cloud.weChat.messages('o-wx')).toMatchObject([{ templateId: 'T1', data: { thing1: '早班' } }]);
  });

  test('its context, database and files work as well', async () => {
    await cloud.app.database().createCollection('wx');
    cloud.deploy(
      'by-wx-sdk',
      `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))});
       cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
       exports.main = async () => {
         const db = cloud.database();
         await db.collection('wx').add({ data: { _id: 'a', n: 1 } });
         await db.collection('wx').doc('a').update({ data: { n: db.command.inc(4) } });
         const { fileID } = await cloud.uploadFile({ cloudPath: 'wx/a.txt', fileContent: Buffer.from('hi') });
         const { OPENID, ENV, SOURCE } = cloud.getWXContext();
         return {
           OPENID, ENV, SOURCE,
           found: (await db.collection('wx').doc('a').get()).data,
           file: String((await cloud.downloadFile({ fileID })).fileContent),
         };
       };`,
      { timeout: 20 },
    );
    expect(await cloud.callFunction('by-wx-sdk', {}, { openId: 'o-7' })).toEqual({
      OPENID: 'o-7',
      ENV: 'local-cloud',
      SOURCE: 'wx_client',
      found: { _id: 'a', n: 5 },
      file: 'hi',
    });
  });

  test('multipart that is something else is answered clearly', async () => {
    const form = new FormData();
    form.append('action', 'wx.payment');
    const answer = await (await fetch(cloud.adminUrl, { method: 'POST', body: form })).json();
    expect(answer).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('wx.payment') });
  });
});
