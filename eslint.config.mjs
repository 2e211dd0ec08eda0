import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noClock = [
  { name: 'Date', message: 'domain/ is pure: time is passed in as Instant, LocalDate or WorkMinute.' },
  { name: 'Intl', message: 'domain/ is pure and runs where Intl has no zones: pass a ZoneOffsets in.' },
  { name: 'process', message: 'domain/ is pure.' },
  { name: 'setTimeout', message: 'domain/ is pure.' },
];

const notOnThePhone = [
  { name: 'Intl', message: 'iOS mini-programs have no reliable Intl: show what the server says.' },
  { name: 'window', message: 'There is no window in a mini-program: use a .h5.ts pair.' },
  { name: 'document', message: 'There is no document in a mini-program: use a .h5.ts pair.' },
];

export default tseslint.config(
  { ignores: ['dist/**', '.local/**', 'node_modules/**', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noClock],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'domain/ is pure: pass randomness in.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.h5.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'no-restricted-globals': ['error', ...notOnThePhone] },
  },
  {
    // Commands, tests and the laptop's own tools speak to a terminal.
    files: ['scripts/**', 'tests/**', 'emulator/**', 'devtools/**', '*.config.{ts,mjs}'],
    rules: { 'no-console': 'off' },
  },
);
