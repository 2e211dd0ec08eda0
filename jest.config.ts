import type { Config } from 'jest';

/** TypeScript through swc; the path aliases are those of tsconfig.json. */
const shared: Config = {
  transform: {
    '^.+\\.(t|j)sx?$': [
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

/** One jest project a room: `npx jest --selectProjects domain`. */
const room = (name: string, more: Config = {}): Config => ({
  ...shared,
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  ...more,
});

const config: Config = {
  projects: [
    room('house'),
    room('domain'),
    room('emulator'),
    room('server'),
    room('ui', { testEnvironment: 'jsdom' }),
    room('journeys'),
  ] as NonNullable<Config['projects']>,
};

export default config;
