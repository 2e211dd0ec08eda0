import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await testCloud({ weChat: { templates: [{ id: 'T', title: 't', fields: {} }] } });
  await cloud.app.database().createCollection('a');
  await cloud.app.database().collection('a').add({ _id: 'x', n: 1 });
});
afterEach(() => cloud.end());

const a = () => cloud.app.database().collection('a');
const control = async (body: object) =>
  (await fetch(`${cloud.url}/control/snapshot`, { method: 'POST', body: JSON.stringify(body) })).json();

test('a snapshot brings back documents, files, accepts and the clock, and the cloud goes on', async () => {
  const { fileID } = await cloud.app.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from('before') });
  await cloud.weChat.accept('o', ['T']);
  const before = cloud.clock.now();
  await cloud.snapshots.save('good');
  await a().doc('x').update({ n: 2 });
  await cloud.app.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from('after') });
  await cloud.clock.advance(9e9);
  await cloud.snapshots.load('good');
  expect((await a().doc('x').get()).data).toEqual([{ _id: 'x', n: 1 }]);
  expect(String((await cloud.app.downloadFile({ fileID })).fileContent)).toBe('before');
  expect(Math.abs(cloud.clock.now() - before)).toBeLessThan(60_000);
  await a().doc('x').update({ n: 3 });
  cloud = await cloud.restart();
  expect((await a().doc('x').get()).data).toEqual([{ _id: 'x', n: 3 }]);
});

test('over the control API, listed, and replaced under the same name', async () => {
  expect(await control({ save: 's' })).toMatchObject({ saved: { name: 's' } });
  await a().doc('x').update({ n: 7 });
  await control({ save: 's' });
  await a().doc('x').remove();
  expect(await control({ load: 's' })).toMatchObject({ loaded: { name: 's' } });
  expect((await a().doc('x').get()).data[0].n).toBe(7);
  expect(cloud.snapshots.list().map(({ name }) => name)).toEqual(['s']);
});

test('what is being written while a snapshot is saved is in it whole or not at all', async () => {
  const writing = Promise.all(Array.from({ length: 50 }, (_, n) => a().add([{ pair: n }, { pair: n }])));
  await cloud.snapshots.save('busy');
  await writing;
  await cloud.snapshots.load('busy');
  const pairs = (
    await a()
      .where({ pair: cloud.app.database().command.exists(true) })
      .limit(1000)
      .get()
  ).data;
  const counts = new Map<number, number>();
  for (const { pair } of pairs as { pair: number }[]) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  expect([...counts.values()].every((count) => count === 2)).toBe(true);
});

test('a file that is overwritten while a snapshot is saved is in it, the old or the new', async () => {
  const upload = (text: string) =>
    cloud.app.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from(text) });
  const { fileID } = await upload('0');
  const writing = Promise.all(Array.from({ length: 20 }, (_, n) => upload(String(n))));
  await cloud.snapshots.save('files');
  await writing;
  await cloud.snapshots.load('files');
  expect(String((await cloud.app.downloadFile({ fileID })).fileContent)).toMatch(/^\d+$/);
  expect(readdirSync(join(cloud.directory, 'data/files'))).toHaveLength(1);
});

test('the lock on the directory survives saving', async () => {
  await cloud.snapshots.save('s');
  const { startLocalCloud } = await import('../../emulator/start-local-cloud');
  const again = startLocalCloud({ dataDir: join(cloud.directory, 'data'), functionsDir: cloud.directory });
  await expect(again.then((second) => second.close())).rejects.toThrow('is held by another local cloud');
});

test('a missing or damaged snapshot changes nothing', async () => {
  await expect(cloud.snapshots.load('none')).rejects.toThrow('there is no snapshot "none" (none was saved)');
  await cloud.snapshots.save('s');
  const file = join(cloud.directory, 'data/snapshots/s/cloud.db');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 4000), Buffer.alloc(bytes.length - 4000, 7)]));
  await expect(cloud.snapshots.load('s')).rejects.toThrow('is damaged');
  expect((await a().doc('x').get()).data).toEqual([{ _id: 'x', n: 1 }]);
});

test.each(['', '../evil', '.hidden', 'a/b'])('the name %j is refused', async (name) => {
  await expect(cloud.snapshots.save(name)).rejects.toThrow('a snapshot’s name'.replace('’', "'"));
  expect(existsSync(join(cloud.directory, 'evil'))).toBe(false);
});
