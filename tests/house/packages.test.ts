import { readText, repositoryFiles } from './repository';

/** What the product is built with. A package that only stands in package.json is not used. */
const PACKAGES = [
  '@tarojs/taro',
  '@tarojs/components',
  'react',
  '@cloudbase/node-sdk',
  'dayjs',
  'geolib',
  'jest',
  'miniprogram-automator',
];

const escape = (text: string): string => text.replace(/[/.]/g, '\\$&');

/** An import of values, not of types alone, or a require; a subpath counts. */
const usedIn = (text: string, name: string): boolean => {
  const specifier = `['"]${escape(name)}(/[^'"]*)?['"]`;
  return new RegExp(
    `(^|\\n)\\s*(import|export)\\s+(?!type\\b)[^;'"]*from\\s+${specifier}|import\\s*\\(?\\s*${specifier}|require\\(\\s*${specifier}`,
  ).test(text);
};

const code = repositoryFiles().filter(
  (file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('tests/house/packages'),
);

describe('each package of the product is really used', () => {
  it.each(PACKAGES.filter((name) => name !== 'jest'))('%s is imported by code or tests', (name) => {
    expect(code.filter((file) => usedIn(readText(file), name))).not.toEqual([]);
  });

  it('jest is what runs this test', () => {
    expect(expect.getState().currentTestName).toContain('jest');
  });

  it('and a type import alone would not count', () => {
    expect(usedIn(`import type { A } from 'geolib';`, 'geolib')).toBe(false);
    expect(usedIn(`import { getDistance } from 'geolib';`, 'geolib')).toBe(true);
    expect(usedIn(`import getDistance from 'geolib/es/getDistance';`, 'geolib')).toBe(true);
    expect(usedIn(`// geolib is nice`, 'geolib')).toBe(false);
  });
});
