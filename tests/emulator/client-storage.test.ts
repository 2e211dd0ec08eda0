import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
afterEach(() => cloud.end());

const post = async (path: string, body: string | object, openid?: string) => {
  const headers: Record<string, string> = openid === undefined ? {} : { 'x-wx-openid': openid };
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  return (await fetch(`${cloud.url}/client/${path}`, { method: 'POST', headers, body: sent })).json();
};
const upload = (path: string, openid?: string, content = 'x') =>
  post(`uploadFile?cloudPath=${encodeURIComponent(path)}`, content, openid);
const urlOf = async (fileID: string, openid?: string) =>
  (await post('getTempFileURL', { fileList: [fileID] }, openid)).fileList[0];
const remove = async (fileID: string, openid?: string) =>
  (await post('deleteFile', { fileList: [fileID] }, openid)).fileList[0];

test('by default everybody reads and only the creator writes', async () => {
  cloud = await testCloud();
  const { fileID } = await upload('照片/a.jpg', 'o-1', 'mine');
  const url = await urlOf(fileID, 'o-2');
  expect(url).toMatchObject({ status: 0, errMsg: 'ok' });
  expect(await (await fetch(encodeURI(url.tempFileURL))).text()).toBe('mine');
  expect(await upload('照片/a.jpg', 'o-2', 'stolen')).toMatchObject({ errCode: -503002 });
  expect(await remove(fileID, 'o-2')).toMatchObject({ status: -503002 });
  expect(await remove(fileID, 'o-1')).toMatchObject({ status: 0 });
  expect(await urlOf(fileID, 'o-1')).toMatchObject({ status: -503003, tempFileURL: '' });
});

test('nobody is not a creator', async () => {
  cloud = await testCloud();
  expect(await upload('a.txt')).toMatchObject({ errCode: -503002 });
});

test('nobody reads, and each writes to the own inbox only', async () => {
  cloud = await testCloud({
    storageRules: {
      read: false,
      write: 'auth != null && /^inbox\\//.test(resource.path) == true && resource.openid == auth.openid',
    },
  });
  const { fileID } = await upload('inbox/a.txt', 'o-1');
  expect(fileID).toContain('/inbox/a.txt');
  expect(await upload('elsewhere/a.txt', 'o-1')).toMatchObject({ errCode: -503002 });
  expect(await upload('inbox/a.txt', 'o-2')).toMatchObject({ errCode: -503002 });
  expect(await urlOf(fileID, 'o-1')).toMatchObject({ status: -503002, tempFileURL: '' });
  expect(String((await cloud.app.downloadFile({ fileID })).fileContent)).toBe('x');
});

test('a rule that is not understood stops the start, with its place', async () => {
  cloud = await testCloud();
  await expect(cloud.restart({ storageRules: { read: 'auth ~ 5', write: true } })).rejects.toThrow(
    'not understood at ~ 5',
  );
  await expect(
    cloud.restart({ storageRules: { read: '/a/.test(resource.path)', write: true } }),
  ).rejects.toThrow('must compare');
});

test('a URL dies at its instant, and cannot be stretched or turned to another file', async () => {
  cloud = await testCloud();
  const { fileID } = await upload('a.txt', 'o-1');
  await upload('b.txt', 'o-1');
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
  const url = String(fileList[0]?.tempFileURL);
  const status = async (address: string) => (await fetch(address)).status;
  expect(await status(url)).toBe(200);
  expect(await status(url.replace(/t=\d+/, `t=${Date.now() + 9e9}`))).toBe(403);
  expect(await status(url.replace('a.txt', 'b.txt'))).toBe(403);
  expect(await status(url.replace(/\?.*/, ''))).toBe(403);
  await cloud.clock.advance(59_000);
  expect(await status(url)).toBe(200);
  await cloud.clock.advance(2_000);
  expect(await status(url)).toBe(403);
});

test('a URL outlives a restart', async () => {
  cloud = await testCloud();
  const { fileID } = await upload('a.txt', 'o-1');
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
  const before = new URL(String(fileList[0]?.tempFileURL));
  cloud = await cloud.restart();
  expect((await fetch(`${cloud.url}${before.pathname}${before.search}`)).status).toBe(200);
});

test('an upload needs a ticket of its own', async () => {
  cloud = await testCloud();
  const ticket = (await cloud.app.getUploadMetadata({ cloudPath: 'a.txt' })).data;
  const put = (url: string, change: object = {}) =>
    fetch(url, {
      method: 'PUT',
      headers: { authorization: ticket.authorization, 'x-cos-security-token': ticket.token, ...change },
      body: 'x',
    });
  expect((await put(ticket.url, { authorization: 'forged' })).status).toBe(403);
  expect((await put(ticket.url.replace('a.txt', 'b.txt'))).status).toBe(403);
  expect((await put(ticket.url)).status).toBe(200);
  await cloud.clock.advance(16 * 60_000);
  expect(await (await put(ticket.url)).text()).toContain('<Code>RequestTimeTooSkewed</Code>');
});

test.each(['', '/a', 'a/', 'a//b', '../a', 'a/./b', 'a?b', 'a#b', 'a%b', 'x'.repeat(851)])(
  'the path %j is refused',
  async (path) => {
    cloud = await testCloud();
    expect(await upload(path, 'o-1')).toMatchObject({ errCode: -501007 });
    await expect(
      cloud.app.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') }),
    ).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  },
);

test('bytes that were damaged on the disk are not given out', async () => {
  const { readdirSync, writeFileSync } = await import('node:fs');
  cloud = await testCloud();
  const { fileID } = await upload('a.txt', 'o-1', 'good');
  const folder = `${cloud.directory}/data/files`;
  for (const blob of readdirSync(folder)) writeFileSync(`${folder}/${blob}`, 'evil');
  await expect(cloud.app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' });
});
