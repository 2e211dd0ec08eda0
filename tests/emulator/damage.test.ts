import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
let file: string;
beforeEach(async () => {
  cloud = await testCloud();
  file = join(cloud.directory, 'data/cloud.db');
  await cloud.app.database().createCollection('a');
  await cloud.app
    .database()
    .collection('a')
    .add(Array.from({ length: 200 }, (_, n) => ({ n, text: `needle-${n}` })));
  await cloud.close();
});
afterEach(() => cloud.end());

const start = () => cloud.restart();

test('a letter changed inside a document', async () => {
  const bytes = readFileSync(file);
  // Everywhere: a page that the file has given up may still hold the same words.
  for (let at = bytes.indexOf('needle-77'); at >= 0; at = bytes.indexOf('needle-77', at + 1))
    bytes[at + 3] = 'D'.charCodeAt(0);
  writeFileSync(file, bytes);
  await expect(start()).rejects.toThrow(/is damaged: the document \S+ of "a" does not match its digest/);
});

test('pages overwritten', async () => {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096, 9000);
  writeFileSync(file, bytes);
  await expect(start()).rejects.toThrow(/damaged/);
});

test('cut off in the middle', async () => {
  truncateSync(file, 8192 + 100);
  await expect(start()).rejects.toThrow(/damaged/);
});

test('something else altogether', async () => {
  writeFileSync(file, 'this is a shopping list, and a long one at that');
  await expect(start()).rejects.toThrow(/damaged or not a local cloud \(file is not a database\)/);
  expect(readFileSync(file, 'utf8')).toContain('shopping list');
});

test('emptied, or gone: it is not silently begun anew', async () => {
  truncateSync(file, 0);
  await expect(start()).rejects.toThrow('is missing or empty although this directory has held a cloud');
  rmSync(file);
  await expect(start()).rejects.toThrow('is missing or empty although this directory has held a cloud');
});

test('the bytes of a stored file gone', async () => {
  cloud = await start();
  await cloud.app.uploadFile({ cloudPath: 'f.txt', fileContent: Buffer.from('x') });
  await cloud.close();
  rmSync(join(cloud.directory, 'data/files'), { recursive: true });
  await expect(start()).rejects.toThrow('the bytes of the stored file f.txt are missing');
});
