import { connect } from 'node:net';
import { codeOf, testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
  await cloud.app.database().createCollection('a');
  cloud.deploy('echo', `exports.main = async (event) => event.text?.length ?? event;`, { timeout: 20 });
});
afterAll(() => cloud.end());

const send = async (
  body: string | Uint8Array<ArrayBuffer>,
  path = '/admin',
): Promise<Record<string, unknown>> => (await fetch(`${cloud.url}${path}`, { method: 'POST', body })).json();
const admin = (request: object) => send(JSON.stringify({ collectionName: 'a', ...request }));

test.each([
  ['cut off', '{"a":', 'not valid EJSON'],
  ['not an object', '5', 'must be an EJSON object'],
  ['null', 'null', 'must be an EJSON object, not null'],
  ['a list', '[]', 'must be an EJSON object, not an array'],
  ['a bad number', '{"a":{"$numberInt":"five"}}', 'bad $numberInt'],
  ['a bad date', '{"a":{"$date":"someday"}}', 'bad $date'],
  ['a bad id', '{"a":{"$oid":"zz"}}', 'not valid EJSON'],
  ['a bad server date', '{"a":{"$tcb_server_date":{}}}', 'serverDate'],
  ['a prototype', '{"__proto__":{"x":1}}', '__proto__'],
])('EJSON that is %s is refused, naming the field', async (_name, text, reason) => {
  expect(await admin({ action: 'database.insertDocument', data: [text] })).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringMatching(/"data\[0\]"/),
  });
  for (const [action, field] of [
    ['getDocument', 'query'],
    ['modifyDocument', 'data'],
  ]) {
    const answer = await admin({
      action: `database.${action}`,
      query: '{}',
      data: '{}',
      [String(field)]: text,
    });
    expect(answer).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining(`"${field}"`) });
    expect(answer.message).toContain(reason);
  }
});

test.each([
  [{ action: 'database.insertDocument' }, '"data"'],
  [{ action: 'database.insertDocument', data: [] }, '"data"'],
  [{ action: 'database.insertDocument', data: [5] }, '"data[0]"'],
  [{ action: 'database.getDocument', collectionName: 7 }, '"collectionName"'],
  [{ action: 'database.getDocument', offset: 1.5 }, '"offset"'],
  [{ action: 'database.aggregateDocuments' }, '"stages"'],
  [{ action: 'database.aggregateDocuments', stages: [{}] }, '"stages[0]"'],
  [{ action: 'database.commitTransaction' }, '"transactionId"'],
  [{ action: 'functions.invokeFunction' }, '函数名'],
  [{ action: 'functions.invokeFunction', function_name: 'echo', request_data: '{' }, '"request_data"'],
  [{ action: 'storage.batchGetDownloadUrl' }, '"file_list"'],
  [{ action: 'storage.batchGetDownloadUrl', file_list: [{}] }, 'fileid'],
  [{ action: 'storage.batchDeleteFile', fileid_list: [] }, '"fileid_list"'],
  [{ action: 'wx.api' }, '"apiName"'],
  [{ action: 'wx.api', apiName: 'x', requestData: '[]' }, '"requestData"'],
])('%j is refused, naming the field', async (request, field) => {
  expect(await admin(request)).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(field),
  });
});

test('an unknown action, and no action', async () => {
  expect(await admin({ action: 'database.dropEverything' })).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('"database.dropEverything"'),
    requestId: expect.any(String),
  });
  expect(await admin({ action: 'constructor' })).toMatchObject({ code: 'INVALID_ACTION' });
  expect(await admin({})).toMatchObject({ code: 'INVALID_ACTION' });
});

test('a body that is no JSON, and a path that is nothing', async () => {
  expect(await send('hello')).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await send('[]')).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await send('{}', '/elsewhere')).toMatchObject({ message: 'nothing answers POST /elsewhere' });
});

test('an address that cannot be read, and a caller who hangs up in the middle', async () => {
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(cloud.port, '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
    });
  expect(await raw('GET // HTTP/1.1\r\nHost: localhost\r\n\r\n')).toContain('400 Bad Request');
  await raw('POST /admin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{"action"');
});

test('10 MB at once', async () => {
  expect(await send(new Uint8Array(10_000_000).fill(32))).toMatchObject({
    code: 'EXCEED_REQUEST_SIZE_LIMIT',
  });
  const large = Array.from({ length: 25 }, () => ({ text: 'x'.repeat(400_000) }));
  expect(await codeOf(cloud.app.database().collection('a').add(large))).toBe('EXCEED_REQUEST_SIZE_LIMIT');
});

test('events: 100 KB from a client, 6 MB from a function', async () => {
  const call = (bytes: number) =>
    send(JSON.stringify({ name: 'echo', data: { text: 'x'.repeat(bytes) } }), '/client/callFunction');
  expect(await call(100 * 1024 - 100)).toEqual({ result: 100 * 1024 - 100 });
  expect(await call(100 * 1024)).toMatchObject({ errCode: -501023 });
  expect(await call(10_000_000)).toMatchObject({ errCode: -501023 });
  const fromSdk = (bytes: number) =>
    codeOf(cloud.app.callFunction({ name: 'echo', data: { text: 'x'.repeat(bytes) } }));
  expect(await fromSdk(6_000_000)).toBe('no error');
  expect(await fromSdk(6 * 1024 * 1024)).toBe('EXCEED_REQUEST_SIZE_LIMIT');
});

test('a client’s call that is no JSON or names nothing', async () => {
  expect(await send('{', '/client/callFunction')).toMatchObject({ errCode: -501007 });
  expect(await send('{}', '/client/callFunction')).toMatchObject({
    errCode: -501007,
    errMsg: expect.stringContaining('"name"'),
  });
});

test('and after all that the cloud is well', async () => {
  const { id } = await cloud.app.database().collection('a').add({ well: true });
  expect((await cloud.app.database().collection('a').doc(String(id)).get()).data).toHaveLength(1);
});
