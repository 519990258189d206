import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { postgresPrograms } from './test/support/postgres.ts';

const common = {
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
  globalSetup: ['test/support/names-index.ts'],
};
/** What is of one engine alone. */
const onlyShared = ['test/alerts/replicas.test.ts', 'test/incidents/store/{distributed,shared}.test.ts'];
/** What loads discord.js, which fails to load into a worker whose globals another library has changed. */
const onPlatforms = [
  'test/adapters/**/*.test.ts',
  'test/server/*.test.ts',
  'test/briefs/*.test.ts',
  'test/alerts/platforms.test.ts',
  'test/siege/{bulkheads,logs}.test.ts',
];
/** Files share their worker's modules (decision 052): loading them anew for each file was a third of the time. */
const sharing = { ...common, isolate: false };
// One worker for each core: by itself Vitest leaves one free, which of two is half.
const maxWorkers = availableParallelism();
const embedded = {
  test: {
    ...sharing,
    name: 'embedded',
    include: ['test/**/*.test.ts'],
    exclude: [...onlyShared, ...onPlatforms],
    maxWorkers,
  },
};
const platforms = { test: { ...common, name: 'platforms', include: onPlatforms, maxWorkers } };
/** What is kept and asked is tested on both engines. */
const shared = {
  test: {
    ...common,
    name: 'shared',
    // After the others. A test and the server wait for one another: two at a time keep two cores at work.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    include: [
      'test/incidents/store/{adopted,batches,contract,distributed,many,migrate,migration,shared,totals}.test.ts',
      'test/incidents/import/resume.test.ts',
      'test/incidents/{*,workers/*}.test.ts',
      'test/alerts/{alerts,calm,faults,later-named,replicas}.test.ts',
      'test/server/tenancy.test.ts',
      'test/questions/{golden,meanings,thread}.test.ts',
    ],
    env: { SITREP_TEST_ENGINE: 'postgres' },
    globalSetup: [...common.globalSetup, 'test/support/postgres.ts'],
  },
};
const installed = postgresPrograms() !== undefined;
if (!installed) console.warn('PostgreSQL is not installed here: the tests on the shared engine are left out.');

export default defineConfig({ test: { projects: installed ? [embedded, platforms, shared] : [embedded, platforms] } });
