/** Specs run on the sources: `sunlit-source` resolves every package of ours to its `src`. */
export default {
  testMatch: ['<rootDir>/{libs,services}/*/src/**/*.spec.ts', '<rootDir>/e2e/**/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['sunlit-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/tools/property-seed.mjs'],
  maxWorkers: 2,
  // End-to-end scenarios start programs; nothing is asserted of how long anything takes.
  testTimeout: 60_000,
};
