import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({ httpAccess: { '/open': 'open', '/open/deep': 'deep', '/gone': 'gone' } });
  cloud.deploy(
    'open',
    `exports.main = async (event) => {
       if (event.path.endsWith('/text')) return 'plain';
       if (event.path.endsWith('/json')) return { ok: true };
       if (event.path.endsWith('/bytes')) return { statusCode: 200, headers: { 'content-type': 'image/png' }, isBase64Encoded: true, body: Buffer.from([1, 2, 255]).toString('base64') };
       if (event.path.endsWith('/fault')) throw new Error('no');
       return { statusCode: 201, headers: { 'x-own': 'yes' }, body: JSON.stringify({ ...event, openid: process.env.WX_OPENID ?? null }) };
     };`,
  );
  cloud.deploy('deep', `exports.main = async (event) => 'deep ' + event.path;`);
});
afterAll(() => cloud.end());

const at = (path: string, init?: RequestInit) => fetch(`${cloud.url}/http${path}`, init);

test('the function gets the request as the HTTP service gives it, and nobody’s identity', async () => {
  const response = await at('/open/case?a=1&b=二', {
    method: 'POST',
    body: '{"x":1}',
    headers: { 'x-wx-openid': 'o-forged' },
  });
  expect([response.status, response.headers.get('x-own')]).toEqual([201, 'yes']);
  expect(await response.json()).toMatchObject({
    path: '/open/case',
    httpMethod: 'POST',
    queryStringParameters: { a: '1', b: '二' },
    headers: { 'x-wx-openid': 'o-forged' },
    body: '{"x":1}',
    isBase64Encoded: false,
    openid: null,
  });
});

test('bytes come as base64', async () => {
  const event = await (await at('/open/x', { method: 'PUT', body: Buffer.from([0, 255, 128]) })).json();
  expect(event).toMatchObject({ isBase64Encoded: true, body: Buffer.from([0, 255, 128]).toString('base64') });
});

test('text, JSON, bytes and faults go out', async () => {
  expect(await (await at('/open/text')).text()).toBe('plain');
  expect(await (await at('/open/json')).json()).toEqual({ ok: true });
  const bytes = await at('/open/bytes');
  expect([bytes.headers.get('content-type'), [...new Uint8Array(await bytes.arrayBuffer())]]).toEqual([
    'image/png',
    [1, 2, 255],
  ]);
  expect((await at('/open/fault')).status).toBe(500);
});

test('the longest path wins; unknown paths and missing functions are 404', async () => {
  expect(await (await at('/open/deep/er')).text()).toBe('deep /open/deep/er');
  expect((await at('/opening')).status).toBe(404);
  expect((await at('/gone')).status).toBe(404);
});

test('the public internet may come, also from a page', async () => {
  expect((await at('/open/text', { headers: { origin: 'https://anywhere.example' } })).status).toBe(200);
});
