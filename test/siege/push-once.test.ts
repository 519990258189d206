import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openIdempotencyStore } from '../../src/adapters/http/idempotency-store.ts';
import { createIngestRoutes } from '../../src/adapters/http/ingest-endpoint.ts';
import { createApp } from '../../src/adapters/http/server.ts';
import { createTokenBuckets } from '../../src/adapters/http/token-bucket.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';

const token = 'a-token-of-the-newsroom-0123456789abcdef';
const client = { dataset: { id: 'wire', name: 'Wire', licence: 'internal', citation: 'Wire' }, token };
const fileOf = () => join(mkdtempSync(join(tmpdir(), 'sitrep-once-')), 'sitrep.db');

/** A process of its own on the database; `put` may die before it saves a response. */
async function replica(file: string, dies = false) {
  const db = await openDatabase(file);
  const incidents = await openIncidents(db);
  const responses = openIdempotencyStore(db);
  const put: typeof responses.put = dies ? () => Promise.reject(new Error('killed')) : responses.put;
  const app = createApp(
    [createIngestRoutes({ clients: [client], incidents, responses: { ...responses, put } })],
    pino({ level: 'silent' }),
  );
  return { app, incidents };
}

const record = (n: number) => ({
  kind: 'incident',
  id: `wire:${n}`,
  when: { start: '2026-02-28', end: '2026-02-28', precision: 'day' },
  where: { country: 'Iraq', precision: 'country' },
  eventTypes: ['ambush'],
});
const post = async ({ app }: Awaited<ReturnType<typeof replica>>, n = 1) => {
  const answer = await app.request('http://localhost/incidents', {
    method: 'POST',
    body: JSON.stringify({ records: [record(n)] }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `k${n}` },
  });
  return [answer.status, await answer.text()];
};

test('the same key at two replicas at once answers the same, and is applied once', async () => {
  const file = fileOf();
  const [a, b] = [await replica(file), await replica(file)];
  for (let n = 1; n <= 5; n++) {
    const [one, other] = await Promise.all([post(a, n), post(b, n)]);
    expect(one).toEqual([200, '{"added":1,"revised":0,"unchanged":0}']);
    expect(other).toEqual(one);
  }
  expect(await a.incidents.changesSince(0, 100)).toHaveLength(5);
});

test('a process that ends between the records and the response leaves neither; the next answers as the first would', async () => {
  const file = fileOf();
  const dying = await replica(file, true);
  expect((await post(dying))[0]).toBe(500);
  expect(await dying.incidents.get('wire:1')).toBeUndefined();
  expect(await post(await replica(file))).toEqual([200, '{"added":1,"revised":0,"unchanged":0}']);
});

test('a clock that is put back by a day takes no requests away', () => {
  let now = 1_000_000_000;
  const buckets = createTokenBuckets(5, 1, () => now);
  for (let n = 0; n < 4; n++) expect(buckets.take('a')).toBe(0);
  now -= 86_400_000;
  expect(buckets.take('a')).toBe(0);
  expect(buckets.take('a')).toBe(1);
  now += 1000;
  expect(buckets.take('a')).toBe(0);
});
