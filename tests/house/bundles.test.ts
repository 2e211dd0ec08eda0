import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../dist');

/** What exists for a laptop only: the panel, the cloud's control routes, a phone that says who holds it. */
const MARKERS = [
  '/devtools/',
  'phone-bridge',
  '/control/',
  'x-wx-openid',
  '/client/callFunction',
  '/wechat/accept',
  '__local',
  'zhoudaoPhone',
  'cast.json',
  'local-cloud',
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const holders = (folder: string, marker: string): string[] =>
  filesIn(folder)
    .filter((file) => readFileSync(file).includes(marker))
    .map((file) => path.relative(DIST, file));

describe.each(['weapp', 'cloudfunctions'])('what is deployed from dist/%s', (bundle) => {
  const folder = path.join(DIST, bundle);

  it('is built', () => {
    if (!existsSync(folder))
      throw new Error(`dist/${bundle} is missing: run npm run build:weapp and build:functions.`);
    expect(filesIn(folder).some((file) => file.endsWith('.js'))).toBe(true);
  });

  it.each(MARKERS)('holds no trace of %s', (marker) => {
    expect(holders(folder, marker)).toEqual([]);
  });
});

it('only the function that reads and writes spreadsheets carries their code', () => {
  const carriers = holders(path.join(DIST, 'cloudfunctions'), 'node_modules/exceljs/');
  expect(carriers.length).toBeGreaterThan(0);
  expect(carriers.filter((file) => !file.startsWith(path.join('cloudfunctions', 'workbooks')))).toEqual([]);
});

it('the search would find a marker: the H5 view, which runs on laptops, has one', () => {
  expect(holders(path.join(DIST, 'h5'), 'x-wx-openid')).not.toEqual([]);
});
