import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createHealthRoutes, type HealthFacts, type ReadinessChecks } from '../../../src/adapters/http/health.ts';
import { createApp } from '../../../src/adapters/http/server.ts';

const ask = async (path: string, needs: ReadinessChecks, facts?: HealthFacts) => {
  const answer = await createApp([createHealthRoutes(needs, facts)], pino({ level: 'silent' })).request(path);
  return [answer.status, await answer.json()];
};

test('alive whatever is missing; ready only when nothing is', async () => {
  const needs: ReadinessChecks = {
    database: async () => undefined,
    slack: () => 'not connected',
    names: () => {
      throw new Error('the file is gone');
    },
  };
  expect(await ask('/healthz', needs)).toEqual([200, { status: 'alive' }]);
  expect(await ask('/readyz', needs)).toEqual([
    503,
    { status: 'not ready', database: 'ready', slack: 'not connected', names: 'the file is gone' },
  ]);
  expect(await ask('/readyz', { database: () => undefined })).toEqual([200, { status: 'ready', database: 'ready' }]);
});

test('facts are told and make nothing unready', async () => {
  const facts = { alerts: async () => '3 changes behind', others: () => Promise.reject(new Error('no such table')) };
  expect(await ask('/readyz', { database: () => undefined }, facts)).toEqual([
    200,
    { status: 'ready', database: 'ready', alerts: '3 changes behind', others: 'no such table' },
  ]);
});

test('a path that is not there is a problem in JSON', async () => {
  expect(await ask('/wrong', {})).toMatchObject([404, { title: 'Not Found' }]);
});
