/**
 * Who may import whom, as one table; everyone may import the kernel and npm packages. `npm run boundaries` holds it.
 * News travels upward as events (src/app/reactions.ts), never as imports.
 */
const mayImport = {
  kernel: [],
  accounts: [],
  media: ['accounts'],
  content: ['accounts', 'media'],
  review: ['accounts', 'media', 'content'],
  distribution: ['accounts', 'media', 'content', 'review'],
  coverage: ['accounts', 'media', 'content', 'review', 'distribution'],
  alarms: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage'],
  reporting: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage'],
  bulletins: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage', 'reporting'],
  press: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage'],
  inquiries: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage'],
  rectification: ['accounts', 'media', 'content', 'review', 'distribution', 'coverage'],
};
const modules = Object.keys(mayImport);

/** One rule per module: everything in src but itself, the kernel and its row of the table is closed to it. */
const tableRules = modules.map((module) => {
  const open = module === 'kernel' ? [] : ['kernel', ...mayImport[module]];
  return {
    name: `${module} imports only ${open.join(', ') || 'npm packages'}`,
    comment: 'Imports point down. If a lower module must act on something up here, emit an event; if a field joins two modules, the upper one declares it.',
    severity: 'error',
    from: { path: `^src/${module}/` },
    to: { path: '^src/', pathNot: `^src/(${[module, ...open].join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...tableRules,
    {
      name: 'every module is in the table',
      comment: 'A new folder under src needs a row in mayImport of .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${[...modules, 'app', 'admin'].join('|')})/` },
      to: {},
    },
    {
      name: 'through the door only',
      comment: 'Import another module by its index.ts: what is not exported there is nobody else’s business.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'nobody imports app or admin',
      comment: 'app puts the parts together; whatever others need from it belongs into a module. The admin page speaks GraphQL.',
      severity: 'error',
      from: { path: '^(src|plugins)/', pathNot: '^src/(app|admin)/' },
      to: { path: '^src/(app|admin)/' },
    },
    {
      name: 'only app/channels.ts imports plugins',
      comment: 'Everyone else reaches a channel through the registry of src/distribution.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^src/app/channels\\.ts$' },
      to: { path: '^plugins/' },
    },
    {
      name: 'a plugin is alone',
      comment: 'A plugin imports its own folder, src/distribution/channel.ts, npm and Node; all else comes through `host`.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/' },
      to: { path: '^(src|plugins|scripts|tests|schema)/', pathNot: ['^plugins/$1/', '^src/distribution/channel\\.ts$'] },
    },
    {
      name: 'the product knows no tests or scripts',
      comment: 'The production image carries neither.',
      severity: 'error',
      from: { path: '^(src|plugins)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'simulators share no code with the product',
      comment: 'The WeChat simulator and the partner receiver judge the product, so a shared mistake must be impossible.',
      severity: 'error',
      from: { path: '^tests/kit/(wechat-simulator|partner-receiver)/' },
      to: { path: '^(src|plugins|scripts)/' },
    },
    {
      name: 'scripts use doors',
      comment: 'Scripts import a module’s index.ts, src/app, the channel contract, tests/kit or scripts.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/', pathNot: ['^src/[^/]+/index\\.ts$', '^src/app/', '^src/distribution/channel\\.ts$'] },
    },
    {
      name: 'admin is alone',
      comment: 'The admin page knows the server by its schema only.',
      severity: 'error',
      from: { path: '^src/admin/' },
      to: { path: '^(src|plugins|scripts|tests)/', pathNot: '^src/admin/' },
    },
    {
      name: 'no cycles',
      comment: 'Two files that need each other are one file, or lack a third. (Types may refer to each other: that leaves no trace at run time.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the product uses dependencies only',
      comment: 'The production image is installed without devDependencies, so what src and plugins import at run time must be in dependencies.',
      severity: 'error',
      from: { path: '^(src|plugins)/', pathNot: '^src/admin/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'imports exist',
      comment: 'The file or package cannot be found. Relative imports end in .js.',
      severity: 'error',
      from: {},
      // The one package without code: the types of the admin's generated operations.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
