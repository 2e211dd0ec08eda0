import { plainPhone } from './fixture/mini-program';
import { aboveCeiling, type Budget, budgetTable, type Ceilings } from './measure/budget';
import ceilings from './measure/ceilings.json';
import { measureBudget } from './measure/measure-budget';
import { openWeapp } from './open-weapp';
import { packageBytes } from './program/package-bytes';

const CARRIED_BY_WECHAT = 2 * 1024 * 1024;
const LARGEST_SET_DATA = 64 * 1024;

it('every page and package of the bundle stays under its committed ceiling', async () => {
  const measured = await measureBudget();
  process.stderr.write(`\n${budgetTable(measured, ceilings)}\n`);
  expect(aboveCeiling(measured, ceilings)).toEqual([]);
});

it('every page and every package has a ceiling of its own', () => {
  const { program } = openWeapp(plainPhone());
  const known: readonly string[] = Object.keys(ceilings.pages);
  expect(program.pages.filter((page) => !known.includes(page))).toEqual([]);
  expect(Object.keys(ceilings.packages)).toEqual([...packageBytes(program).keys()]);
});

it('no ceiling allows what would be slow, or what WeChat would not upload', () => {
  const pages = [...Object.values(ceilings.pages), ceilings.others];
  expect(pages.filter(({ largestSetData }) => largestSetData > LARGEST_SET_DATA)).toEqual([]);
  const packages = [...Object.values(ceilings.packages), ceilings.others.packageBytes];
  expect(packages.filter((bytes) => bytes > CARRIED_BY_WECHAT)).toEqual([]);
});

it('no ceiling is left over from a page that went', () => {
  const { pages } = openWeapp(plainPhone()).program;
  expect(Object.keys(ceilings.pages).filter((page) => !pages.includes(page))).toEqual([]);
});

describe('a budget above its ceiling', () => {
  const small: Ceilings = {
    packages: { main: 100 },
    pages: { 'pages/a/index': { largestSetData: 10, setDataATap: 1, requestsToOpen: 1 } },
    others: { largestSetData: 20, setDataATap: 2, requestsToOpen: 2, packageBytes: 50 },
  };
  const measured = (change: Partial<Budget['pages'][string]>, page = 'pages/a/index'): Budget => ({
    packages: { main: 100 },
    pages: { [page]: { largestSetData: 10, setDataATap: 1, requestsToOpen: 1, ...change } },
  });

  it.each([
    [{ largestSetData: 11 }, 'pages/a/index: 11 bytes in one setData, and the ceiling is 10'],
    [{ setDataATap: 2 }, 'pages/a/index: 2 setData calls after a tap, and the ceiling is 1'],
    [{ requestsToOpen: 2 }, 'pages/a/index: 2 requests to open, and the ceiling is 1'],
  ])('is named with its page: %j', (change, sentence) => {
    expect(aboveCeiling(measured(change), small)).toEqual([sentence]);
  });

  it('has the ceilings of the others where it has none of its own', () => {
    expect(aboveCeiling(measured({ requestsToOpen: 2 }, 'pages/new/index'), small)).toEqual([]);
    expect(aboveCeiling(measured({ requestsToOpen: 3 }, 'pages/new/index'), small)).toHaveLength(1);
    expect(aboveCeiling({ packages: { main: 101, far: 51 }, pages: {} }, small)).toEqual([
      'package main: 101 bytes, and the ceiling is 100',
      'package far: 51 bytes, and the ceiling is 50',
    ]);
  });
});
