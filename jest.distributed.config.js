import specs from './jest.config.js';

/** What needs real servers: adapters' contract suites, the scenarios on separate processes, faults. `npm run test:distributed` finds or starts the servers. */
process.env.SUNLIT_TEST_COMPOSITION ??= 'distributed';

export default {
  ...specs,
  testMatch: [
    '<rootDir>/{libs,services}/*/src/**/*.distributed.ts',
    '<rootDir>/e2e/**/*.distributed.ts',
    '<rootDir>/e2e/scenarios/*.e2e.ts',
  ],
  testTimeout: 180_000,
};
