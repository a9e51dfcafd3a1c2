/** ESM mode: mongodb 7 and mongoose 9 hang on connect in CommonJS mode. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  globalSetup: './tests/kit/global-setup.mjs',
  globalTeardown: './tests/kit/global-teardown.mjs',
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Generous: a busy machine is slow, and a test that hangs is found all the same.
  testTimeout: 180_000,
  maxWorkers: 2,
  // Node 20 keeps the modules of every ended test file: after some forty files a worker spends its time collecting garbage. A new one starts instead.
  workerIdleMemoryLimit: '1GB',
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'es6' },
    }],
  },
};
