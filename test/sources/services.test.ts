import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { type Asked, type OddServer, startOddServer } from '../web/odd-server.ts';
import { ucdpCsv } from './ucdp-rows.ts';
import { type SourcesWorld, sourcesWorld, start } from './world.ts';

let server: OddServer;
let world: SourcesWorld;
const day = 24 * 60 * 60;
const second = start / 1000;

const services = () => ({
  acled: { email: 'me@example.org', password: 'a-password' },
  acledUrl: server.url,
  reliefwebApp: 'newsroom',
  reliefwebUrl: server.url,
  ucdpUrl: `${server.url}files/`,
  ucdpToken: 'a-token',
  ucdpApiUrl: `${server.url}api/`,
  gdeltUrl: `${server.url}gdeltv2/`,
});

beforeEach(async () => {
  server = await startOddServer();
  deleted = [];
  world = await sourcesWorld({ services: services() });
});
afterEach(async () => {
  await world.close();
  await server.close();
});

const acledRow = (n: number, timestamp: number) => ({
  event_id_cnty: `IRQ${n}`,
  event_date: '2026-02-20',
  year: '2026',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Iraq (2014-)',
  assoc_actor_1: '',
  inter1: 'State forces',
  actor2: 'Islamic State (Iraq)',
  assoc_actor_2: '',
  inter2: 'Rebel group',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '368',
  region: 'Middle East',
  country: 'Iraq',
  admin1: 'Al Muthanna',
  admin2: '',
  admin3: '',
  location: 'As Samawah',
  latitude: '31.31',
  longitude: '45.28',
  geo_precision: '1',
  source: 'Wire',
  source_scale: 'National',
  notes: 'A clash.',
  fatalities: '2',
  tags: '',
  timestamp: String(timestamp),
});

/** What ACLED has deleted. */
let deleted: { event_id_cnty: string; deleted_timestamp: number }[] = [];

/** ACLED as it documents itself: rows from a moment on, in pages. */
function acledWith(
  rows: ReturnType<typeof acledRow>[],
  trouble: (asked: Asked) => 'cut' | undefined = () => undefined,
) {
  server.paths['/oauth/token'] = ({ body }, r) =>
    new URLSearchParams(body).get('password') === 'a-password'
      ? r.end(JSON.stringify({ access_token: 'token-1', expires_in: 86_400 }))
      : r.writeHead(401).end();
  server.paths['/api/deleted/read'] = ({ search }, r) => {
    const since = Number(search.get('deleted_timestamp'));
    r.end(JSON.stringify({ status: 200, success: true, data: deleted.filter((d) => d.deleted_timestamp >= since) }));
  };
  server.paths['/api/acled/read'] = (asked, r) => {
    if (asked.headers.authorization !== 'Bearer token-1') return r.writeHead(401).end();
    if (asked.search.get('timestamp_where') !== '>=') return r.end('{"status": 200, "data": []}');
    const of = (name: string) => Number(asked.search.get(name));
    const [since, page, limit] = [of('timestamp'), of('page'), of('limit')] as const;
    const from = (page - 1) * limit;
    const data = rows.filter((row) => Number(row.timestamp) >= since).slice(from, from + limit);
    const body = JSON.stringify({ status: 200, success: true, count: data.length, data });
    if (trouble(asked) === 'cut')
      return void r.writeHead(200, { 'content-length': body.length }).write(body.slice(0, 99), () => r.destroy());
    return r.end(body);
  };
}
const pages = () =>
  server.asked.filter(({ path }) => path === '/api/acled/read').map(({ search }) => search.get('page'));

test('ACLED: signed in with the user’s own account, page by page; then only what is new or changed', async () => {
  const rows = Array.from({ length: 4500 }, (_, n) => acledRow(n, second - day + n));
  acledWith(rows);
  const { id } = await world.add({ kind: 'acled', query: 'country=Iraq&event_type=Battles' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 4500, added: 4500, rejected: 0 } });
  expect(pages()).toEqual(['1', '2', '3']);
  expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/oauth/token' });
  expect(server.asked.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  expect(Object.fromEntries(server.asked[1]?.search ?? [])).toMatchObject({
    country: 'Iraq',
    event_type: 'Battles',
    timestamp: String(second - 30 * day),
  });
  rows[7] = { ...acledRow(7, second + 5), fatalities: '9' };
  rows.push(acledRow(9000, second + 6));
  world.clock.now += day * 1000;
  expect(await world.sources.run(id)).toMatchObject({ rows: { added: 1, revised: 1 } });
  const last = server.asked.findLast(({ path }) => path === '/api/acled/read');
  expect(Number(last?.search.get('timestamp'))).toBe(second - day + 4499);
  expect((await world.incidents.coverage()).incidents).toBe(4501);
});

test('ACLED: cut off in the middle of a page, it goes on with that page; nothing is lost or doubled', async () => {
  const rows = Array.from({ length: 4500 }, (_, n) => acledRow(n, second - day));
  acledWith(rows, ({ search, before }) => (search.get('page') === '2' && before < 3 ? 'cut' : undefined));
  const { id } = await world.add({ kind: 'acled' });
  expect(await world.sources.run(id)).toMatchObject({
    kind: 'failed',
    why: expect.stringMatching(/closed the connection/),
  });
  expect((await world.incidents.coverage()).incidents).toBe(2000);
  expect(await world.sources.run(id)).toMatchObject({ kind: 'failed' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 2500 } });
  expect(pages()).toEqual(['1', '2', '2', '2', '3']);
  expect(await world.incidents.changesSince(0, 10_000)).toHaveLength(4500);
});

test('ACLED: a server that sends the same page for ever is asked twice', async () => {
  acledWith([]);
  const page = JSON.stringify({ status: 200, data: Array.from({ length: 2000 }, (_, n) => acledRow(n, second)) });
  server.paths['/api/acled/read'] = (_, r) => r.end(page);
  const { id } = await world.add({ kind: 'acled' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 2000, unchanged: 2000 } });
  expect(pages()).toEqual(['1', '2']);
});

test.each<[string, OddServer['paths'][string], RegExp]>([
  [
    'an error in a page of status 200',
    (_, r) => r.end('{"status": 403, "error": "no"}'),
    /no access to event data: ask ACLED/,
  ],
  ['an account without event data', (_, r) => r.writeHead(403).end(), /no access to event data: ask ACLED/],
  ['something else than JSON', (_, r) => r.end('[] nonsense'), /ACLED’s response is not as documented/],
  ['rows that are none', (_, r) => r.end('{"status": 200, "data": {"a": 1}}'), /not as documented: data/],
])('ACLED: %s is told', async (_, answer, words) => {
  acledWith([]);
  server.paths['/api/acled/read'] = answer;
  const { id } = await world.add({ kind: 'acled' });
  await world.sources.run(id);
  expect((await world.sources.get(id))?.error).toMatch(words);
});

test('ACLED: what it has deleted since the last run is taken back', async () => {
  const rows = [1, 2, 3].map((n) => acledRow(n, second - day + n));
  acledWith(rows);
  const { id } = await world.add({ kind: 'acled' });
  await world.sources.run(id);
  deleted = [
    { event_id_cnty: 'IRQ2', deleted_timestamp: second + 1 },
    { event_id_cnty: 'YEM9', deleted_timestamp: second + 1 },
  ];
  rows.splice(1, 1);
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done' });
  expect((await world.incidents.coverage()).incidents).toBe(2);
  expect((await world.incidents.changesSince(0, 100)).map((c) => c.action)).toEqual(['add', 'add', 'add', 'retract']);
});

test('ReliefWeb: a name that it has not approved is told by name', async () => {
  server.paths['/reports'] = (_, r) => r.writeHead(403).end();
  const { id } = await world.add({ kind: 'reliefweb' });
  expect(await world.sources.run(id)).toMatchObject({
    kind: 'failed',
    why: expect.stringMatching(/RELIEFWEB_APPNAME/),
  });
});

test('UCDP: files that are all missing are a failure; once they are back, none is left out', async () => {
  const { id } = await world.add({ kind: 'ucdp-candidate', since: '2025-07-01' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/UCDP_FILES_URL/) });
  const months = ['25_0_7', '25_0_8', '25_0_9', '25_0_10', '25_0_11', '25_0_12', '26_0_1', '26_0_2', '26_0_3'];
  for (const [n, month] of months.entries())
    server.paths[`/files/GEDEvent_v${month}.csv`] = (_, r) => r.end(ucdpCsv([n + 1]));
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done' });
  expect((await world.incidents.coverage()).incidents).toBe(months.length);
});

test('ACLED: a password that is not taken is told without it; without an account it is not added at all', async () => {
  acledWith([]);
  const wrong = { ...services(), acled: { email: 'me@example.org', password: 'wrong-secret' } };
  const other = await sourcesWorld({ services: wrong });
  const { id } = await other.add({ kind: 'acled' });
  await other.sources.run(id);
  expect((await other.sources.get(id))?.error).toBe(
    'ACLED rejected the e-mail address or the password. Check ACLED_EMAIL and ACLED_PASSWORD.',
  );
  const none = await sourcesWorld({ services: {} });
  expect(none.sources.missing(none.toldOf({ kind: 'acled' }))).toMatch(/ACLED_EMAIL and ACLED_PASSWORD/);
  expect(none.sources.missing(none.toldOf({ kind: 'reliefweb' }))).toMatch(/RELIEFWEB_APPNAME/);
  await other.close();
  await none.close();
});

test.each(['key=mine', 'limit=5', 'country', 'country=Iraq&&x=1'])('ACLED: the query “%s” is refused', (query) => {
  expect(world.sources.missing(world.toldOf({ kind: 'acled', query }))).toMatch(/query/);
});

const reliefwebRow = (n: number, created: string) => ({
  id: String(n),
  fields: {
    title: `Report ${n}`,
    date: { created, original: created },
    source: [{ name: 'OCHA' }],
    country: [{ name: 'Iraq' }],
    body: 'Words.',
    url: `https://reliefweb.int/node/${n}`,
  },
});
const moment = (n: number) => new Date(start - (1000 - n) * 1000).toISOString();

test('ReliefWeb: in the order they were put there, many of one moment too; the next run begins where the last ended', async () => {
  const rows = Array.from({ length: 450 }, (_, n) => reliefwebRow(n, moment(n < 250 ? 0 : n)));
  server.paths['/reports'] = ({ search }, r) => {
    const [from, offset] = [search.get('filter[value][from]') ?? '', Number(search.get('offset'))];
    const found = rows.filter(({ fields }) => fields.date.created >= from).slice(offset, offset + 200);
    r.end(JSON.stringify({ totalCount: rows.length, data: found }));
  };
  const { id } = await world.add({ kind: 'reliefweb', query: 'country:Iraq' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done' });
  const told = async () => new Set((await world.incidents.changesSince(0, 10_000)).map((change) => change.id)).size;
  expect(await told()).toBe(450);
  expect(server.asked[0]?.search.get('appname')).toBe('newsroom');
  expect(server.asked[0]?.search.get('query[value]')).toBe('country:Iraq');
  rows.push(reliefwebRow(450, moment(900)));
  const before = server.asked.length;
  expect(await world.sources.run(id)).toMatchObject({ rows: { added: 1 } });
  expect([await told(), server.asked.length - before]).toEqual([451, 1]);
});

test('UCDP: the monthly files one after another; one that is not there yet is asked for again', async () => {
  for (const month of [11, 12]) server.paths[`/files/GEDEvent_v25_0_${month}.csv`] = (_, r) => r.end(ucdpCsv([month]));
  server.paths['/files/GEDEvent_v26_0_1.csv'] = (_, r) => r.end(ucdpCsv([101]));
  const { id } = await world.add({ kind: 'ucdp-candidate', since: '2025-11-01' });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 3 } });
  server.paths['/files/GEDEvent_v26_0_2.csv'] = (_, r) => r.end(ucdpCsv([102]));
  const before = server.asked.length;
  expect(await world.sources.run(id)).toMatchObject({ rows: { added: 1 } });
  expect(server.asked.slice(before).map(({ path }) => path)).toEqual([
    '/files/GEDEvent_v26_0_2.csv',
    '/files/GEDEvent_v26_0_3.csv',
  ]);
});

test('what a kind kept and cannot read any more is begun anew', async () => {
  const db = await openDatabase(':memory:');
  const other = await sourcesWorld({ services: services() }, db);
  server.paths['/files/GEDEvent_v26_0_3.csv'] = (_, r) => r.end(ucdpCsv([1]));
  const { id } = await other.add({ kind: 'ucdp-candidate', since: '2026-03-01' });
  await db.run('UPDATE source SET cursor = ?', '{"of": "an older version"}');
  expect(await other.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 1 } });
  await other.close();
});
