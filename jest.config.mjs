import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** TypeScript through swc; the path aliases are those of tsconfig.json. */
const shared = {
  transform: {
    '^.+\\.(m?js|tsx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    '^@contract/(.*)$': '<rootDir>/contract/$1',
    '^@server/(.*)$': '<rootDir>/server/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
    '\\.(scss|css)$': '<rootDir>/tests/ui/stubs/style.ts',
  },
  transformIgnorePatterns: ['/node_modules/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
};

/** Rooms whose tests need a page around them. */
const IN_A_PAGE = ['ui'];

/** Rooms that wait for real browsers. */
const IN_A_BROWSER = ['journeys'];

/** Rooms that call the deployed functions: built, once, before their first test. */
const OVER_THE_FUNCTIONS = ['server', 'journeys'];

/** Rooms that run the built mini-program over the deployed functions. */
const OVER_THE_BUNDLES = ['weapp-host'];

const tests = fileURLToPath(new URL('tests', import.meta.url));

/** The rooms of the tests: the folders of tests/ that hold any, so that no folder can be forgotten. */
export const rooms = readdirSync(tests, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) =>
    readdirSync(`${tests}/${name}`, { recursive: true }).some((file) => /\.test\.tsx?$/.test(String(file))),
  );

/** One jest project a room: `npx jest --selectProjects domain`. */
const room = (name) => ({
  ...shared,
  displayName: name,
  testEnvironment: IN_A_PAGE.includes(name) ? 'jsdom' : 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  ...(IN_A_BROWSER.includes(name) && {
    setupFilesAfterEnv: ['<rootDir>/tests/journeys/support/unhurried.ts'],
  }),
  ...(OVER_THE_FUNCTIONS.includes(name) && {
    globalSetup: '<rootDir>/tests/server/company/build-functions-once.ts',
    globalTeardown: '<rootDir>/tests/server/company/remove-functions.ts',
  }),
  ...(OVER_THE_BUNDLES.includes(name) && {
    setupFilesAfterEnv: ['<rootDir>/tests/weapp-host/unhurried.ts'],
    globalSetup: '<rootDir>/tests/weapp-host/build-once.ts',
    globalTeardown: '<rootDir>/tests/weapp-host/remove-copies.ts',
  }),
});

export default { projects: rooms.map(room) };
