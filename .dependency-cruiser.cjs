/** Who may import whom: docs/architecture.md says why. `npm run check` runs it. */
const only = (from, allowed, why) => ({
  name: `${from}-imports-only-its-own`,
  comment: why,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: `^(?!(${[from, ...allowed].join('|')})/)[^/]+/`,
    pathNot: '^node_modules/',
    dependencyTypesNot: ['core', 'npm', 'npm-dev'],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports no package and no Node module.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    only('contract', ['domain'], 'The contract names domain types.'),
    only('server', ['domain', 'contract'], 'Use cases over the domain.'),
    only('cloudfunctions', ['server'], 'A few lines over the server.'),
    only('src', ['domain', 'contract'], 'The phone shows; the server decides.'),
    only('emulator', [], 'The local cloud knows CloudBase and nothing of attendance.'),
    {
      name: 'phone-takes-contract-types-only',
      comment: 'No schema library reaches the phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-server-cloudbase-imports-the-sdk',
      severity: 'error',
      from: {
        path: '^(domain|contract|server|cloudfunctions|src|emulator|devtools|scripts)/',
        pathNot: '^server/cloudbase/',
      },
      to: { path: 'node_modules/@cloudbase/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(domain|contract|server|emulator|src)/',
        pathNot: '(\\.d\\.ts$|\\.config\\.ts$|^src/app)',
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(scss|css)$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.local)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
