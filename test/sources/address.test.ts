import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OddServer, startOddServer } from '../web/odd-server.ts';
import { ucdpCsv } from './ucdp-rows.ts';
import { hour, type SourcesWorld, sourcesWorld, start } from './world.ts';

let server: OddServer;
let world: SourcesWorld;

beforeEach(async () => {
  server = await startOddServer();
  world = await sourcesWorld();
});
afterEach(async () => {
  await world.close();
  await server.close();
});

const rss = (...titles: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><link>https://wire.example/${title}</link><guid>${title}</guid><pubDate>Sat, 28 Feb 2026 10:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const addressOf = (path: string) => ({ address: server.url + path });

test('a file is imported; the next time it is asked for only if it has changed', async () => {
  server.paths['/ged.csv'] = ({ headers }, r) =>
    headers['if-none-match'] === '"1"'
      ? r.writeHead(304).end()
      : r.writeHead(200, { etag: '"1"' }).end(ucdpCsv([1, 2]));
  const { id } = await world.add(addressOf('ged.csv'));
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 2, added: 2 } });
  expect(await world.sources.get(id)).toMatchObject({
    lastSuccess: start,
    due: start + hour,
    tries: 0,
    running: false,
  });
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 0 } });
  const [change] = await world.incidents.changesSince(0, 1);
  expect([change?.by, change?.why]).toEqual([`source #${id}`, 'import of ged.csv']);
});

test('a feed brings what is new in it, once', async () => {
  server.paths['/feed.xml'] = ({ before }, r) => r.end(before === 0 ? rss('one', 'two') : rss('one', 'two', 'three'));
  const { id } = await world.add(addressOf('feed.xml'));
  expect(await world.sources.run(id)).toMatchObject({ rows: { added: 2 } });
  expect(await world.sources.run(id)).toMatchObject({ rows: { added: 1, unchanged: 2 } });
});

test('the same content under another mark is not read again', async () => {
  server.paths['/ged.csv'] = ({ before }, r) => r.writeHead(200, { etag: `"${before}"` }).end(ucdpCsv([1]));
  const { id } = await world.add(addressOf('ged.csv'));
  await world.sources.run(id);
  expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 0 } });
  await world.sources.run(id);
  expect(server.asked[2]?.headers['if-none-match']).toBe('"1"');
});

test('failures are told, tried again later and later up to six hours, and forgotten when it goes well', async () => {
  let well = false;
  server.paths['/x'] = (_, r) => (well ? r.end(ucdpCsv([1])) : r.writeHead(500).end());
  const { id } = await world.add(addressOf('x'));
  const waits: number[] = [];
  for (let n = 0; n < 14; n++) {
    expect(await world.sources.run(id)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/answers 500/) });
    const { due = 0, tries } = (await world.sources.get(id)) ?? {};
    expect(tries).toBe(n + 1);
    waits.push(due - world.clock.now);
    expect(await world.sources.due(10)).toEqual([]);
    world.clock.now = due;
    expect(await world.sources.due(10)).toEqual([id]);
  }
  for (const [n, wait] of waits.entries()) {
    const most = Math.min(6 * hour, 30_000 * 2 ** n);
    expect([wait >= most / 2 - 1, wait <= most]).toEqual([true, true]);
  }
  well = true;
  await world.sources.run(id);
  expect(await world.sources.get(id)).toMatchObject({ tries: 0, error: undefined, lastSuccess: world.clock.now });
});

test('a server that asks for peace gets it: Retry-After is longer than our own patience', async () => {
  server.paths['/x'] = (_, r) => r.writeHead(429, { 'retry-after': '7200' }).end();
  const { id } = await world.add(addressOf('x'));
  expect(await world.sources.run(id)).toMatchObject({
    why: expect.stringMatching(/is rate-limiting us; retry after 120 min/),
  });
  expect((await world.sources.get(id))?.due).toBeGreaterThanOrEqual(start + 7_200_000);
});

test.each<[string, OddServer['paths'][string], RegExp]>([
  [
    'a file that is cut off',
    (_, r) => void r.writeHead(200, { 'content-length': '9999' }).write(ucdpCsv([1]), () => r.destroy()),
    /closed the connection/,
  ],
  ['a web page', (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), /is a web page/],
  [
    'a web page that says it is data',
    (_, r) => r.writeHead(200, { 'content-type': 'text/csv' }).end('<!doctype html><p>'),
    /web page or XML/,
  ],
  ['a redirect loop', (_, r) => r.writeHead(301, { location: '/x' }).end(), /too many redirects/],
  ['an empty body', (_, r) => r.end(), /is empty/],
  ['columns that nobody knows', (_, r) => r.end('who,knows\n1,2\n'), /no known format.*--mapping/],
])('%s is told and brings nothing', async (_, answer, words) => {
  server.paths['/x'] = answer;
  const { id } = await world.add(addressOf('x'));
  await world.sources.run(id);
  expect((await world.sources.get(id))?.error).toMatch(words);
  expect((await world.incidents.coverage()).records).toBe(0);
});

test('from a channel no address of this computer is fetched, whatever was added before', async () => {
  const outside = await sourcesWorld({ local: false });
  expect(() => outside.sources.missing(outside.toldOf({ ...addressOf('x'), fromChannel: true }))).toThrow(/only https/);
  expect(() => outside.sources.missing(outside.toldOf(addressOf('x')))).toThrow(
    /private network.*SITREP_ALLOW_LOCAL=1/,
  );
  const { id } = await outside.add({ address: `http://localhost:${server.port}/x` });
  expect(await outside.sources.run(id)).toMatchObject({ why: expect.stringMatching(/private network/) });
  expect(server.asked).toEqual([]);
  await outside.close();
});

test('two processes never work on the same source; one that died is taken over when its time is up', async () => {
  server.paths['/x'] = (_, r) => void setTimeout(() => r.end(ucdpCsv([1])), 100);
  const { id } = await world.add(addressOf('x'));
  const both = await Promise.all([world.sources.run(id), world.sources.run(id)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['busy', 'done']);
  expect(server.asked).toHaveLength(1);
});

test('paused, it waits; resumed, it is due at once; removed, it is gone and what it brought stays', async () => {
  server.paths['/x'] = (_, r) => r.end(ucdpCsv([1]));
  const { id } = await world.add(addressOf('x'));
  expect(await world.sources.due(10)).toEqual([id]);
  await world.sources.pause(id);
  expect(await world.sources.due(10)).toEqual([]);
  await world.sources.resume(id);
  expect(await world.sources.due(10)).toEqual([id]);
  await world.sources.run(id);
  expect(await world.sources.remove(id)).toBe(true);
  expect(await world.sources.list()).toEqual([]);
  expect((await world.incidents.coverage()).records).toBe(1);
});
