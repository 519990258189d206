import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gdelt } from '../incidents/import/layouts/others.ts';
import { separated, times } from '../incidents/import/layouts/write.ts';
import { zipOf } from '../support/zip.ts';
import { type OddServer, startOddServer } from '../web/odd-server.ts';
import { ucdpRow } from './ucdp-rows.ts';
import { type SourcesWorld, sourcesWorld, start } from './world.ts';

let server: OddServer;
let world: SourcesWorld;
const day = 24 * 60 * 60_000;
const minutes = 60_000;

beforeEach(async () => {
  server = await startOddServer();
  world = await worldWith();
});
afterEach(async () => {
  await world.close();
  await server.close();
});

const worldWith = (more: object = {}) =>
  sourcesWorld({
    services: {
      ucdpToken: 'a-token',
      ucdpApiUrl: `${server.url}api/`,
      gdeltUrl: `${server.url}gdeltv2/`,
      headers: { [new URL(server.url).host]: { 'X-Api-Key': 'secret' }, 'other.example.org': { 'X-Other': 'no' } },
      ...more,
    },
  });
const count = async () => {
  const { incidents, records } = await world.incidents.coverage();
  return { incidents, records };
};

describe('UCDP’s API', () => {
  /** UCDP as it documents itself: pages from 0, each naming the next one, for those with a token. */
  function ucdpWith(
    ids: number[],
    size: number,
    next = (page: number) => `http://proxy.internal/api/gedevents/26.1?pagesize=${size}&page=${page}`,
  ) {
    server.paths['/api/gedevents/26.1'] = ({ search, headers }, r) => {
      if (headers['x-ucdp-access-token'] !== 'a-token') return r.writeHead(401).end();
      const page = Number(search.get('page') ?? 0);
      const last = (page + 1) * size >= ids.length;
      return r.end(
        JSON.stringify({
          TotalCount: ids.length,
          TotalPages: Math.ceil(ids.length / size),
          PreviousPageUrl: '',
          NextPageUrl: last ? '' : next(page + 1),
          Result: ids.slice(page * size, (page + 1) * size).map((id) => ucdpRow(id)),
        }),
      );
    };
  }
  const pages = () => server.asked.map(({ search }) => search.get('page'));

  test('page by page with the token, which goes to no other host that a page names; again only if it has changed', async () => {
    const ids = times(25, (n) => n + 1);
    ucdpWith(ids, 10);
    const { id } = await world.add({ kind: 'ucdp', query: 'Country=645', since: '2024-01-01' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 25, rejected: 0 } });
    expect(pages()).toEqual([null, '1', '2']);
    expect(Object.fromEntries(server.asked[0]?.search ?? [])).toEqual({
      Country: '645',
      StartDate: '2024-01-01',
      pagesize: '1000',
    });
    expect(await world.sources.run(id)).toMatchObject({ rows: { added: 0, unchanged: 10 } });
    expect(pages()).toEqual([null, '1', '2', null]);
    ids.unshift(99);
    expect(await world.sources.run(id)).toMatchObject({ rows: { added: 1, unchanged: 25 } });
  });

  test('cut off at a page, it goes on there', async () => {
    ucdpWith(
      times(25, (n) => n + 1),
      10,
    );
    const whole = server.paths['/api/gedevents/26.1'] as OddServer['paths'][string];
    server.paths['/api/gedevents/26.1'] = (asked, r) =>
      asked.search.get('page') === '1' && asked.before < 2 ? r.writeHead(500).end() : whole(asked, r);
    const { id } = await world.add({ kind: 'ucdp' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'failed' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 15 } });
    expect(pages()).toEqual([null, '1', '1', '2']);
  });

  test('a page that names itself as the next is the last', async () => {
    ucdpWith(
      times(25, (n) => n + 1),
      10,
      () => '?pagesize=10&page=1',
    );
    const { id } = await world.add({ kind: 'ucdp' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done' });
    expect(server.asked.length).toBeLessThan(4);
  });

  test('5,000 calls on a day; it goes on the next day', async () => {
    ucdpWith([1], 1, () => '?page=1');
    let n = 0;
    server.paths['/api/gedevents/26.1'] = (_, r) =>
      r.end(JSON.stringify({ NextPageUrl: `http://x/?page=${++n}`, Result: [ucdpRow(1)] }));
    const { id } = await world.add({ kind: 'ucdp' });
    const { connectors } = await import('../../src/sources/connectors/index.ts');
    const context = {
      services: {},
      now: start,
      get: async () => ({ kind: 'unchanged' as const }),
      load: async () => {
        throw new Error();
      },
    };
    const spent = { page: 'page=7', calls: 5000, on: '2026-03-01' };
    const step = connectors.ucdp.step(world.toldOf({ kind: 'ucdp' }), spent, context);
    await expect(step).rejects.toMatchObject({ message: expect.stringMatching(/5,000 calls a day/), wait: day / 2 });
    const next = connectors.ucdp.step(world.toldOf({ kind: 'ucdp' }), spent, { ...context, now: start + day });
    await expect(next).rejects.toThrow(/304/);
    await world.sources.remove(id);
  });

  test.each([
    [401, /UCDP_TOKEN/],
    [404, /no such release/],
    [429, /rate-limiting/],
  ])('status %s is told by its meaning', async (status, words) => {
    server.paths['/api/gedevents/26.1'] = (_, r) => r.writeHead(status).end();
    const { id } = await world.add({ kind: 'ucdp' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'failed', why: expect.stringMatching(words) });
  });

  test.each(['{}', '[]', 'no', '{"Result": 5}', '{"Result": [], "NextPageUrl": 5}'])(
    '%s is not as documented',
    async (body) => {
      server.paths['/api/gedevents/26.1'] = (_, r) => r.end(body);
      const { id } = await world.add({ kind: 'ucdp' });
      expect(await world.sources.run(id)).toMatchObject({
        kind: 'failed',
        why: expect.stringMatching(/not as documented/),
      });
    },
  );

  test('without a token, or with a release that is none, it is not added', () => {
    const missing = (query?: string) =>
      world.sources.missing(world.toldOf({ kind: 'ucdp', ...(query ? { query } : {}) }));
    expect(missing()).toBeUndefined();
    expect(missing('version=26.0.7&Country=645')).toBeUndefined();
    expect(missing('version=../../etc')).toMatch(/no release/);
    expect(missing('pagesize=5')).toMatch(/Remove/);
  });
});

describe('GDELT', () => {
  const name = (moment: number) => `${new Date(moment).toISOString().replace(/\D/g, '').slice(0, 14)}.export.CSV`;
  const archives = new Map<number, Buffer>();
  function put(moment: number, first: number) {
    const table = separated(
      times(4, (i) => gdelt(first + i)),
      '\t',
      { header: false },
    );
    const archive = zipOf({ [name(moment)]: table });
    archives.set(moment, archive);
    server.paths[`/gdeltv2/${name(moment)}.zip`] = (_, r) => r.end(archive);
  }
  const newest = (
    moment: number,
    hash = createHash('md5')
      .update(archives.get(moment) ?? '')
      .digest('hex'),
  ) => {
    server.paths['/gdeltv2/lastupdate.txt'] = (_, r) =>
      r.end(
        ['export', 'mentions', 'gkg']
          .map(
            (kind) =>
              `12345 ${hash} http://data.gdeltproject.org/gdeltv2/${name(moment).replace('export', kind)}.zip\n`,
          )
          .join(''),
      );
  };
  const asked = () => server.asked.map(({ path }) => path.replace('/gdeltv2/', ''));

  test('the newest file; then one for every 15 minutes since, also if one is left out', async () => {
    const at = (n: number) => start + n * 15 * minutes;
    put(at(0), 0);
    newest(at(0));
    const { id } = await world.add({ kind: 'gdelt' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 4, rejected: 0 } });
    const before = await count();
    expect(before.incidents).toBe(0);
    expect(before.records).toBeGreaterThan(0);
    expect(await world.sources.run(id)).toMatchObject({ rows: { rows: 0 } });
    put(at(1), 100);
    put(at(3), 200);
    newest(at(3));
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 8 } });
    expect(asked()).toEqual([
      'lastupdate.txt',
      `${name(at(0))}.zip`,
      'lastupdate.txt',
      'lastupdate.txt',
      `${name(at(1))}.zip`,
      `${name(at(2))}.zip`,
      'lastupdate.txt',
      `${name(at(3))}.zip`,
    ]);
  });

  test('a file that is not the one described is not taken, and fetched again', async () => {
    put(start, 0);
    newest(start, '0'.repeat(32));
    const { id } = await world.add({ kind: 'gdelt' });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/fetched again/) });
    expect((await count()).records).toBe(0);
    // The list was read between two files: it is read again.
    newest(start);
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { rows: 4 } });
  });

  test.each(['', 'Service unavailable', '12 zz http://x/y.zip'])('a list that says %j is told', async (text) => {
    server.paths['/gdeltv2/lastupdate.txt'] = (_, r) => r.end(text);
    const { id } = await world.add({ kind: 'gdelt' });
    expect(await world.sources.run(id)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/not as documented/),
    });
  });
});

describe('pages of any address', () => {
  const rows = (from: number) => times(3, (n) => ucdpRow(from + n));
  test.each<[string, (page: number) => { body: object; link?: string }]>([
    [
      'a member “next”',
      (page) => ({
        body: {
          next: page < 3 ? `https://elsewhere.example.org/list?page=${page + 1}` : null,
          results: rows(page * 10),
        },
      }),
    ],
    [
      '“links.next.href”',
      (page) => ({ body: { links: { next: page < 3 ? { href: `?page=${page + 1}` } : null }, data: rows(page * 10) } }),
    ],
    [
      '“NextPageUrl”',
      (page) => ({ body: { NextPageUrl: page < 3 ? `/list?page=${page + 1}` : '', Result: rows(page * 10) } }),
    ],
    [
      'the header Link',
      (page) => ({
        body: rows(page * 10),
        ...(page < 3 ? { link: `</list?page=1>; rel="prev", </list?page=${page + 1}>; rel="next"` } : {}),
      }),
    ],
  ])('%s is followed on the same host, with its header', async (_, pageOf) => {
    server.paths['/list'] = ({ search }, r) => {
      const { body, link } = pageOf(Number(search.get('page') ?? 1));
      r.writeHead(200, { 'content-type': 'application/json', ...(link ? { link } : {}) }).end(JSON.stringify(body));
    };
    const { id } = await world.add({ address: `${server.url}list` });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 9 } });
    expect(server.asked.map(({ search }) => search.get('page'))).toEqual([null, '2', '3']);
    expect(server.asked.every(({ headers }) => headers['x-api-key'] === 'secret' && !headers['x-other'])).toBe(true);
    // What is new may be on the last page.
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 0, unchanged: 9 } });
  });

  test.each([
    ['that is itself', () => '/list'],
    ['that never ends with the same rows', (n: number) => `/list?page=${n}`],
  ])('a next page %s ends', async (_, next) => {
    let n = 0;
    server.paths['/list'] = (_, r) =>
      r.writeHead(200, { link: `<${next(++n)}>; rel=next` }).end(JSON.stringify(rows(1)));
    const { id } = await world.add({ address: `${server.url}list` });
    expect(await world.sources.run(id)).toMatchObject({ kind: 'done', rows: { added: 3 } });
    expect(server.asked.length).toBeLessThan(4);
  });
});
