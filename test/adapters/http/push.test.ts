import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../src/adapters/http/clients.ts';
import { openIdempotencyStore } from '../../../src/adapters/http/idempotency-store.ts';
import { createIngestRoutes } from '../../../src/adapters/http/ingest-endpoint.ts';
import { createApp } from '../../../src/adapters/http/server.ts';
import { openDatabase } from '../../../src/database/open.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';

const token = 'a-token-of-the-newsroom-0123456789abcdef';
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const datasetOf = (id: string) => ({ id, name: `The ${id}`, licence: 'internal', citation: `The ${id}` });
const clients: Client[] = [
  { dataset: datasetOf('newsroom'), token },
  { dataset: datasetOf('partner'), secret },
];
const url = 'http://localhost/incidents';
const start = Date.parse('2026-03-01T12:00:00Z');

let incidents: Incidents;
let clock: number;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  const db = await openDatabase(':memory:');
  incidents = await openIncidents(db);
  clock = start;
  const parts = { clients, incidents, responses: openIdempotencyStore(db), now: () => clock };
  app = createApp(
    [createIngestRoutes({ ...parts, rateLimit: { atOnce: 5, perSecond: 1 } })],
    pino({ level: 'silent' }),
  );
});

const recordOf = (n: number, dataset = 'newsroom', more: object = {}) => ({
  kind: 'incident',
  id: `${dataset}:${n}`,
  title: `Ambush number ${n}`,
  when: { start: '2026-02-28', end: '2026-02-28', precision: 'day' },
  where: { place: 'Samawah', country: 'Iraq', lat: 31.31, lon: 45.28, precision: 'exact' },
  eventTypes: ['ambush'],
  reports: [{ publisher: 'Wire' }],
  ...more,
});
const bodyOf = (...records: unknown[]) => JSON.stringify({ records });

const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  app.request(url, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  });

/** Signed by the library that Standard Webhooks publishes. */
const postSigned = (body: string, { id = 'msg_1', at = clock, by = secret, headers = {} } = {}) =>
  app.request(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': new Webhook(by).sign(id, new Date(at), body),
      ...headers,
    },
  });

test('a token puts records into its own dataset, and the change log hears of them', async () => {
  const answer = await post(bodyOf(recordOf(1), recordOf(2)));
  expect([answer.status, await answer.json()]).toEqual([200, { added: 2, revised: 0, unchanged: 0 }]);
  const changes = await incidents.changesSince(0, 10);
  expect(changes.map(({ id, action, by }) => [id, action, by])).toEqual([
    ['newsroom:1', 'add', 'The newsroom'],
    ['newsroom:2', 'add', 'The newsroom'],
  ]);
  expect((await incidents.coverage()).datasets.map(({ id, licence }) => [id, licence])).toEqual([
    ['newsroom', 'internal'],
  ]);
  const again = await post(bodyOf(recordOf(1), recordOf(2, 'newsroom', { title: 'Now two' })));
  expect(await again.json()).toEqual({ added: 0, revised: 1, unchanged: 1 });
});

test.each<[string, Record<string, string>]>([
  ['no token', { authorization: '' }],
  ['another token', { authorization: `Bearer ${token}x` }],
  ['a secret in the place of a token', { authorization: `Bearer ${secret}` }],
  ['another scheme', { authorization: `Basic ${token}` }],
])('%s is refused without a word of why', async (_, headers) => {
  const answer = await post(bodyOf(recordOf(1)), headers);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await answer.json()).toEqual({ type: 'about:blank', title: 'Unauthorized', status: 401 });
  expect(await incidents.get('newsroom:1')).toBeUndefined();
});

test('a signature made by another library is taken, and only while it is fresh and whole', async () => {
  const body = bodyOf(recordOf(1, 'partner'));
  expect((await postSigned(body)).status).toBe(200);
  const other = bodyOf(recordOf(2, 'partner'));
  const refused = [
    await postSigned(other, { at: clock - 6 * 60_000 }),
    await postSigned(other, { at: clock + 6 * 60_000 }),
    await postSigned(other, { by: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }),
    await postSigned(other, { headers: { 'webhook-id': 'msg_2' } }),
    await postSigned(other, { headers: { 'webhook-timestamp': String(clock / 1000 + 1) } }),
    await postSigned(other, { headers: { 'webhook-timestamp': 'now' } }),
    await postSigned(other, { headers: { 'webhook-signature': 'v1,' } }),
  ];
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
  expect(await incidents.get('partner:2')).toBeUndefined();
});

test('one of several signatures is enough, as when a secret is changed', async () => {
  const body = bodyOf(recordOf(1, 'partner'));
  const old = createHmac('sha256', 'old').update('x').digest('base64');
  const good = new Webhook(secret).sign('msg_1', new Date(clock), body);
  expect((await postSigned(body, { headers: { 'webhook-signature': `v1,${old} ${good}` } })).status).toBe(200);
});

test('a message that is replayed does nothing, whatever key it is given', async () => {
  const early = bodyOf(recordOf(1, 'partner', { title: 'The first account' }));
  await postSigned(early, { id: 'msg_1' });
  await postSigned(bodyOf(recordOf(1, 'partner', { title: 'The second account' })), { id: 'msg_2' });
  const replayed = await postSigned(early, { id: 'msg_1', headers: { 'idempotency-key': 'another' } });
  expect(replayed.headers.get('idempotency-replayed')).toBe('true');
  expect(await incidents.get('partner:1')).toMatchObject({ title: 'The second account' });
});

test('the same key and body is answered the same, another body is refused, a day later it is new', async () => {
  const key = { 'idempotency-key': 'k1' };
  expect(await (await post(bodyOf(recordOf(1)), key)).json()).toEqual({ added: 1, revised: 0, unchanged: 0 });
  const again = await post(bodyOf(recordOf(1)), key);
  expect([again.headers.get('idempotency-replayed'), await again.json()]).toEqual([
    'true',
    { added: 1, revised: 0, unchanged: 0 },
  ]);
  const other = await post(bodyOf(recordOf(2)), key);
  expect([other.status, await other.json()]).toMatchObject([422, { detail: expect.stringMatching(/new key/) }]);
  expect(await incidents.get('newsroom:2')).toBeUndefined();
  clock += 25 * 60 * 60_000;
  expect(await (await post(bodyOf(recordOf(2)), key)).json()).toEqual({ added: 1, revised: 0, unchanged: 0 });
});

test('the same key twice at the same time is done once', async () => {
  const key = { 'idempotency-key': 'k1' };
  const answers = await Promise.all([1, 2, 3].map(() => post(bodyOf(recordOf(1)), key)));
  const done = answers.filter(({ status, headers }) => status === 200 && !headers.has('idempotency-replayed'));
  expect(done).toHaveLength(1);
  expect(await incidents.changesSince(0, 10)).toHaveLength(1);
});

test('what failed may be put right under the same key', async () => {
  const key = { 'idempotency-key': 'k1' };
  expect((await post(bodyOf(recordOf(1, 'newsroom', { eventTypes: [] })), key)).status).toBe(422);
  expect((await post(bodyOf(recordOf(1)), key)).status).toBe(200);
});

test('one wrong record keeps all out, and every error says where and what', async () => {
  const wrong = await post(
    bodyOf(
      recordOf(1),
      recordOf(2, 'ucdp'),
      recordOf(3, 'newsroom', { when: { start: 'yesterday', end: null, precision: 'day' } }),
      recordOf(4, 'newsroom', { surprise: true }),
      recordOf(1),
    ),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
  const { errors } = (await wrong.json()) as { errors: { pointer: string; detail: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual([
    '#/records/1/id',
    '#/records/2/when/start',
    '#/records/2/when',
    '#/records/3',
    '#/records/4/id',
  ]);
  expect(errors[0]?.detail).toBe('must begin with "newsroom:"');
  expect((await incidents.coverage()).records).toBe(0);
});

test('corrections and merges are for people', async () => {
  const corrections = [{ by: 'x', why: 'x', at: '2026-01-01T00:00:00Z', now: { title: 'Y' }, was: {} }];
  const answer = await post(bodyOf(recordOf(1, 'newsroom', { corrections })));
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual(['#/records/0/corrections']);
  expect((await incidents.coverage()).records).toBe(0);
});

test.each<[string, number, string | Uint8Array, Record<string, string>, RegExp]>([
  ['a form', 415, 'records=1', { 'content-type': 'application/x-www-form-urlencoded' }, /application\/json/],
  ['something packed', 415, bodyOf(recordOf(1)), { 'content-encoding': 'gzip' }, /Content-Encoding/],
  ['no JSON', 400, '{"records": [', {}, /not JSON/],
  ['bytes that are no UTF-8', 400, new Uint8Array([0x22, 0xff, 0x22]), {}, /UTF-8/],
  ['more than 1 MB', 413, bodyOf(recordOf(1, 'newsroom', { title: 'x'.repeat(1024 ** 2) })), {}, /larger than 1 MB/],
  ['no record', 422, '{"records": []}', {}, /correct what/i],
  ['a list', 422, '[]', {}, /correct what/i],
  ['a key of control letters', 400, bodyOf(recordOf(1)), { 'idempotency-key': 'a b' }, /visible ASCII/],
])('%s: status %i', async (_, status, body, headers, words) => {
  const answer = await post(body, headers);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(words);
});

test('a client that sends too often waits as long as it is told, and no other client with it', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++) statuses.push((await post(bodyOf(recordOf(n)))).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const wait = (await post(bodyOf(recordOf(7)))).headers.get('retry-after');
  expect(wait).toBe('1');
  expect((await postSigned(bodyOf(recordOf(1, 'partner')))).status).toBe(200);
  clock += 1000;
  expect((await post(bodyOf(recordOf(7)))).status).toBe(200);
});

test('there is nothing to read here', async () => {
  expect((await app.request(url)).status).toBe(404);
});
