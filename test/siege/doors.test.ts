import { type AddressInfo, connect, type Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdempotencyStore } from '../../src/adapters/http/idempotency-store.ts';
import { createIngestRoutes } from '../../src/adapters/http/ingest-endpoint.ts';
import { createApp } from '../../src/adapters/http/server.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { freshDatabase } from '../support/engines.ts';
import { until } from '../support/until.ts';

const token = 'a-token-of-the-newsroom-0123456789abcdef';
const dataset = { id: 'wire', name: 'Wire', licence: 'internal', citation: 'Wire' };
let incidents: Incidents;
let server: ReturnType<typeof serve>;
let url = '';
beforeAll(async () => {
  const db = await openDatabase(':memory:');
  incidents = await openIncidents(db);
  const client = { dataset, token, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
  const routes = createIngestRoutes({ clients: [client], incidents, responses: openIdempotencyStore(db) });
  const app = createApp([routes], pino({ level: 'silent' }));
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await until(() => server.listening, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/incidents`;
});
afterAll(() => new Promise((done) => server.close(done)));

const recordOf = (more: object) => ({
  kind: 'incident',
  id: 'wire:1',
  when: { start: '2026-02-28', end: '2026-02-28', precision: 'day' },
  where: { place: 'Samawah', country: 'Iraq', precision: 'near' },
  eventTypes: ['ambush'],
  ...more,
});
const post = async (body: string) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, said: await answer.text() };
};
const killed = (n: number) => [{ group: 'all', killed: { low: n, best: n, high: n } }];
const many = (n: number, one: object) => Array.from({ length: n }, () => one);
const day = (date: string) => ({ start: date, end: date, precision: 'day' });

test.each<[string, object, RegExp]>([
  ['more dead than there are people', { casualties: killed(9_007_199_254_740_991) }, /killed.*more than 10,000,000/],
  ['the year 9999', { when: day('9999-12-31') }, /when\/start.*correct it/],
  ['the year 1', { when: day('0001-01-01') }, /when\/start.*correct it/],
  ['15,000 actors', { actors: many(15_000, { actor: 'a', role: 'other' }) }, /actors.*more than 500 entries/],
  ['15,000 figures', { casualties: many(15_000, { group: 'all' }) }, /casualties.*more than 500 entries/],
  ['15,000 kinds', { eventTypes: many(15_000, 'ambush' as never) }, /eventTypes.*more than 50 entries/],
  ['a name of 10,000 letters', { actors: [{ actor: 'a'.repeat(10_000), role: 'other' }] }, /name of more than 500/],
  ['a text of 100,000 letters', { summary: 'a'.repeat(100_000) }, /longer than 50,000/],
  ['an id of 1,000 letters', { id: `wire:${'a'.repeat(1000)}` }, /longer than 300/],
])('POST refuses %s', async (_, more, said) => {
  const answer = await post(JSON.stringify({ records: [recordOf(more)] }));
  expect(answer.status).toBe(422);
  expect(answer.said).toMatch(said);
});

test('POST refuses 300,000 brackets', async () => {
  const answer = await post(`{"records":[${'['.repeat(300_000)}`);
  expect([answer.status, answer.said]).toEqual([400, expect.stringMatching(/nested more than 50 levels/)]);
});

test('sums do not throw, whatever was stored before there were bounds', async () => {
  const store = await openIncidents(await freshDatabase());
  const huge = Number.MAX_SAFE_INTEGER;
  const changes = ['wire:1', 'wire:2', 'wire:3'].map((id) => ({
    action: 'put' as const,
    record: recordOf({
      id,
      casualties: killed(huge),
      actors: [],
      attributions: [],
      reports: [],
      details: [],
      flags: [],
    }),
  }));
  await store.apply(changes as never, { dataset, by: 'test', why: 'test', at: '2026-03-01T12:00:00Z' });
  const sum = await store.find(query.parse({ measure: 'sum', of: 'killed', filter: {} }));
  expect(sum.value).toBeCloseTo(3 * huge, -3);
  const trend = await store.find(query.parse({ measure: 'trend', of: 'killed', filter: {} }));
  expect(trend).toBeDefined();
});

/** Begins a request and sends no more of its body. */
const begun = (headers: string): Promise<{ socket: Socket; said(): string }> =>
  new Promise((opened) => {
    const { port } = server.address() as AddressInfo;
    let said = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST /incidents HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n${headers}\r\n{"rec`);
      opened({ socket, said: () => said });
    });
    socket.on('data', (data) => {
      said += String(data);
    });
    socket.on('error', () => undefined);
  });

test('300 strangers who send slowly are answered before their bodies, and nobody waits for them', async () => {
  const slow = await Promise.all(Array.from({ length: 300 }, () => begun('authorization: Bearer nobody\r\n')));
  await until(() => slow.every(({ said }) => said().startsWith('HTTP/1.1 401')), 'all are refused');
  const signed = `webhook-id: 1\r\nwebhook-timestamp: ${Math.floor(Date.now() / 1000)}\r\nwebhook-signature: v1,x\r\n`;
  const signing = await Promise.all(Array.from({ length: 300 }, () => begun(signed)));
  await until(
    () => signing.filter(({ said }) => said().startsWith('HTTP/1.1 503')).length === 268,
    'all but 32 are refused',
  );
  expect(await post(JSON.stringify({ records: [recordOf({})] }))).toMatchObject({ status: 200 });
  for (const { socket } of [...slow, ...signing]) socket.destroy();
});
