import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/build/**', 'e2e/**'];
const crawl = 'src/main/crawl.db.test.ts';
// Everybody asked for everything: the same statements as the other tests, thousands of times.
const matrix = 'src/main/authorisation*.db.test.ts';

export default defineConfig({
  test: {
    // Two cores, shared with a database server.
    maxWorkers: 2,
    testTimeout: 30_000,
    // Some build the web first.
    hookTimeout: 180_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...never, '**/*.db.test.ts', '**/*.shared.test.ts'],
          // They keep nothing outside themselves: a fresh world for each file costs more than the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'scripts/**/*.db.test.ts'],
          exclude: [...never, crawl, matrix],
          globalSetup: ['src/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'matrix',
          include: [matrix],
          exclude: never,
          globalSetup: ['src/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'crawl',
          include: [crawl],
          exclude: never,
          globalSetup: ['src/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'shared',
          include: ['src/**/*.shared.test.ts', 'scripts/**/*.shared.test.ts'],
          exclude: never,
          globalSetup: ['src/platform/testing/global-setup.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
