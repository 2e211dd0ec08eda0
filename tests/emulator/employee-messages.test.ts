import { testCloud, type TestCloud } from './support/test-cloud';

const APP = { id: 'wx-test', secret: 'test-secret' };
let cloud: TestCloud;
let token: string;

beforeAll(async () => {
  cloud = await testCloud({
    weChat: {
      app: APP,
      employeeTemplates: [
        { id: 'E1', title: '待办', fields: { thing1: 'thing', time2: 'time' } },
        { id: 'E2', title: '结果', fields: { phrase1: 'phrase' } },
      ],
      pages: ['pages/case/index'],
    },
  });
  token = ((await post('cgi-bin/stable_token', credentials())) as unknown as { access_token: string })
    .access_token;
});
afterAll(() => cloud.end());

const credentials = (change: object = {}) => ({
  grant_type: 'client_credential',
  appid: APP.id,
  secret: APP.secret,
  ...change,
});

type Answer = { errcode: number; errmsg: string };

async function post(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${cloud.url}/wechat-api/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const fields = { thing1: { value: '王芳 · 补卡申诉' }, time2: { value: '2026年3月9日 08:50' } };
const wrapped = (data: object): string => JSON.stringify({ data });
const message = { template_id: 'E1', page: 'pages/case/index?case=1', touser: 'o-1', data: wrapped(fields) };
const send = (change: object = {}, withToken = token) =>
  post(`cgi-bin/message/wxopen/employeerelationmsg/send?access_token=${withToken}`, {
    ...message,
    ...change,
  });

test('reaches whoever is bound and subscribed, as often as the company likes', async () => {
  await cloud.weChat.bindEmployee('o-1', ['E1']);
  expect((await send()).errcode).toBe(0);
  expect((await send()).errcode).toBe(0);
  expect(cloud.weChat.messages('o-1')).toMatchObject([
    {
      channel: 'employee',
      title: '待办',
      page: 'pages/case/index?case=1',
      data: { thing1: '王芳 · 补卡申诉' },
    },
    { channel: 'employee' },
  ]);
});

describe('what WeChat refuses', () => {
  beforeEach(() => cloud.weChat.bindEmployee('o-1', ['E1']));

  test.each([
    ['somebody who is not bound', { touser: 'o-stranger' }, 40256],
    ['no reader', { touser: '' }, 40257],
    [
      'a template that he did not subscribe',
      { template_id: 'E2', data: wrapped({ phrase1: { value: '通过' } }) },
      50001,
    ],
    ['an unknown template', { template_id: 'T9' }, 40097],
    ['no page', { page: '' }, 40097],
    ['a page that was not released', { page: 'pages/other/index' }, 40097],
    ['data that is no text', { data: fields }, 40097],
    ['data without a data inside', { data: JSON.stringify(fields) }, 40097],
    ['data that is no JSON', { data: 'thing1' }, 40097],
    ['a thing of 21 characters', { data: wrapped({ ...fields, thing1: { value: '字'.repeat(21) } }) }, 40097],
    ['a time in another form', { data: wrapped({ ...fields, time2: { value: '2026-03-09' } }) }, 40097],
    ['a field that is missing', { data: wrapped({ thing1: fields.thing1 }) }, 40097],
  ])('%s', async (_name, change, errcode) => {
    const before = cloud.weChat.messages().length;
    expect((await send(change)).errcode).toBe(errcode);
    expect(cloud.weChat.messages()).toHaveLength(before);
  });

  test('an account without any template of 用工消息 has no permission', async () => {
    const plain = await testCloud({ weChat: { app: APP } });
    const asked = await fetch(`${plain.url}/wechat-api/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify(credentials()),
    });
    const { access_token: own } = (await asked.json()) as { access_token: string };
    const sent = await fetch(
      `${plain.url}/wechat-api/cgi-bin/message/wxopen/employeerelationmsg/send?access_token=${own}`,
      { method: 'POST', body: JSON.stringify(message) },
    );
    expect(((await sent.json()) as Answer).errcode).toBe(43104);
    await plain.end();
  });

  test.each([
    ['no token', '', 41001],
    ['a forged token', '9999999999.abc', 40001],
  ])('%s', async (_name, withToken, errcode) => {
    expect((await send({}, withToken)).errcode).toBe(errcode);
  });

  test('a token after two hours', async () => {
    await cloud.clock.advance(7200_000);
    expect((await send()).errcode).toBe(42001);
    token = ((await post('cgi-bin/stable_token', credentials())) as unknown as { access_token: string })
      .access_token;
    expect((await send()).errcode).toBe(0);
  });

  test.each([
    ['another account', { appid: 'wx-other' }, 40013],
    ['a wrong secret', { secret: 'guess' }, 40125],
    ['another grant', { grant_type: 'password' }, 40002],
  ])('a token for %s', async (_name, change, errcode) => {
    expect((await post('cgi-bin/stable_token', credentials(change))).errcode).toBe(errcode);
  });
});

test('unbinding ends it, and the subscriptions with it', async () => {
  await cloud.weChat.bindEmployee('o-2', ['E1']);
  const unbind = (openids: unknown) =>
    post(`wxa/business/unbinduserb2cauthinfo?access_token=${token}`, { openid_list: openids });
  expect((await unbind([])).errcode).toBe(40097);
  expect((await unbind([''])).errcode).toBe(40003);
  expect((await unbind(['o-2'])).errcode).toBe(0);
  expect((await send({ touser: 'o-2' })).errcode).toBe(40256);
  await cloud.weChat.bindEmployee('o-2', []);
  expect((await send({ touser: 'o-2' })).errcode).toBe(50001);
});

test('the tap that binds comes over HTTP as well, for a laptop, and asks for six templates at most', async () => {
  const tap = (body: object) =>
    fetch(`${cloud.url}/wechat/employee`, { method: 'POST', body: JSON.stringify(body) });
  expect((await tap({ openid: 'o-3', templateIds: ['E1'] })).status).toBe(200);
  expect((await send({ touser: 'o-3' })).errcode).toBe(0);
  expect((await tap({ openid: 'o-3', templateIds: ['T9'] })).status).toBe(400);
  expect((await tap({ openid: 'o-3', templateIds: Array(7).fill('E1') })).status).toBe(400);
});
