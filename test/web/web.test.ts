import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpFetcher, type FetchResult, type HttpFetcher } from '../../src/web/http-fetcher.ts';
import { type OddServer, startOddServer } from './odd-server.ts';

const policy = { local: true, http: true };
const maxBytes = 100_000;
const temporary = tmpdir();
let server: OddServer;
let other: OddServer;
let web: HttpFetcher;
let clock = 0;

beforeEach(async () => {
  process.env.TMPDIR = mkdtempSync(join(temporary, 'sitrep-web-'));
  server = await startOddServer();
  other = await startOddServer();
  clock = Date.parse('2026-03-01T12:00:00Z');
  web = createHttpFetcher({ distance: 0, times: { silence: 200, whole: 2500, connect: 500 }, now: () => clock });
});
afterEach(async () => {
  process.env.TMPDIR = temporary;
  await web.close();
  await Promise.all([server.close(), other.close()].map((closed) => closed.catch(() => undefined)));
});

const get = (path: string, more: Partial<Parameters<HttpFetcher['get']>[0]> = {}) =>
  web.get({ url: server.url + path, policy, maxBytes, ...more });

async function textOf(got: FetchResult): Promise<string> {
  if (got.kind !== 'body') return got.kind;
  const text = readFileSync(got.path, 'utf8');
  await got.discard();
  expect(existsSync(got.path)).toBe(false);
  return text;
}

const leftBehind = () => readdirSync(tmpdir());

test('a body comes as a file, with its hash and what tells it from later ones', async () => {
  server.paths['/a/data.csv'] = (_, r) =>
    r.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' }).end('id\n1\n');
  const got = await get('a/data.csv');
  expect(got).toMatchObject({ etag: '"1"', modified: 'Sun, 01 Mar 2026 00:00:00 GMT', bytes: 5 });
  expect((got as { path: string }).path).toMatch(/data\.csv$/);
  expect(await textOf(got)).toBe('id\n1\n');
});

test('what was there before is told, and 304 is nothing new', async () => {
  server.paths['/x'] = (asked, r) => r.writeHead(asked.headers['if-none-match'] === '"1"' ? 304 : 200).end();
  expect((await get('x', { cached: { etag: '"1"', modified: 'x' } })).kind).toBe('unchanged');
  expect(server.asked[0]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'x' });
});

test('packed bodies are unpacked, and counted unpacked', async () => {
  server.paths['/x'] = (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(50_000)));
  server.paths['/bomb'] = (_, r) =>
    r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
  expect(await textOf(await get('x'))).toHaveLength(50_000);
  await expect(get('bomb')).rejects.toThrow(/bomb is larger than/);
});

test.each<[string, OddServer['paths'][string], RegExp]>([
  ['no answer', () => {}, /sent no response in time/],
  ['silence in the middle', (_, r) => void r.writeHead(200).write('half'), /stopped sending in the middle/],
  [
    'a body that is cut off',
    (_, r) => {
      r.writeHead(200, { 'content-length': '100' }).write('half', () => r.destroy());
    },
    /closed the connection in the middle/,
  ],
  [
    'a body that trickles',
    (_, r) => {
      r.writeHead(200);
      const drip = setInterval(() => r.write('x'), 50);
      r.on('close', () => clearInterval(drip));
    },
    /sends too slowly/,
  ],
  [
    'a huge body that says so',
    (_, r) => void r.writeHead(200, { 'content-length': '1000000000' }).write('x'),
    /larger than/,
  ],
  [
    'a huge body that does not',
    (_, r) => {
      r.writeHead(200);
      const pour = setInterval(() => r.write(Buffer.alloc(20_000)), 1);
      r.on('close', () => clearInterval(pour));
    },
    /larger than/,
  ],
  [
    'a web page',
    (_, r) => r.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>'),
    /is a web page/,
  ],
  ['an error', (_, r) => r.writeHead(500).end('oops'), /answers 500/],
  ['a redirect in a loop', (_, r) => r.writeHead(302, { location: '/x' }).end(), /too many redirects/],
  ['a redirect to nowhere', (_, r) => r.writeHead(302).end(), /too many redirects/],
  ['a redirect to a file', (_, r) => r.writeHead(302, { location: 'file:///etc/passwd' }).end(), /not a web address/],
])('%s is an error that says so, and leaves no file', async (_, answer, words) => {
  server.paths['/x'] = answer;
  const { message } = await get('x').then(
    () => ({ message: 'no error' }),
    (error: Error) => error,
  );
  expect(message).toMatch(words);
  expect(message).toContain(`127.0.0.1:${server.port}`);
  expect(leftBehind()).toEqual([]);
});

test('a host that is not there, and one that refuses', async () => {
  await other.close();
  await expect(web.get({ url: other.url, policy, maxBytes })).rejects.toThrow(/refused the connection/);
  await expect(web.get({ url: 'http://no-such-host.invalid/', policy, maxBytes })).rejects.toThrow(
    /no-such-host\.invalid/,
  );
});

test('a redirect is followed; what is meant for one host is not told to another', async () => {
  server.paths['/x'] = (_, r) => r.writeHead(302, { location: `${other.url}y` }).end();
  other.paths['/y'] = (_, r) => r.writeHead(200).end('there');
  const told = { headers: { authorization: 'Bearer secret' }, cached: { etag: '"1"' } };
  expect(await textOf(await get('x', told))).toBe('there');
  expect(server.asked[0]?.headers.authorization).toBe('Bearer secret');
  expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
  expect(other.asked[0]?.headers).not.toHaveProperty('if-none-match');
});

test('a form is posted, and is not sent on by a redirect', async () => {
  server.paths['/token'] = (_, r) => r.writeHead(307, { location: `${other.url}y` }).end();
  await expect(get('token', { form: { password: 'secret' } })).rejects.toThrow(/redirects a POST request/);
  expect(server.asked[0]).toMatchObject({ method: 'POST', body: 'password=secret' });
  expect(other.asked).toEqual([]);
});

test('a host that is rate-limiting us is not asked before the time has come; others are', async () => {
  server.paths['/x'] = ({ before }, r) =>
    before === 0 ? r.writeHead(429, { 'retry-after': '120' }).end() : r.writeHead(200).end('well');
  other.paths['/y'] = (_, r) => r.writeHead(200).end('other');
  await expect(get('x')).rejects.toMatchObject({ status: 429, wait: 120_000 });
  await expect(get('x')).rejects.toMatchObject({ status: 429, wait: 120_000 });
  expect(server.asked).toHaveLength(1);
  expect(await textOf(await web.get({ url: `${other.url}y`, policy, maxBytes }))).toBe('other');
  clock += 120_001;
  expect(await textOf(await get('x'))).toBe('well');
});

test.each([
  ['Sun, 01 Mar 2026 12:01:00 GMT', 60_000],
  ['9999999', 86_400_000],
  ['soon', undefined],
  ['Sun, 01 Mar 2020 12:01:00 GMT', 0],
])('Retry-After: %s', async (header, wait) => {
  server.paths['/x'] = (_, r) => r.writeHead(503, { 'retry-after': header }).end();
  await expect(get('x')).rejects.toMatchObject({ status: 503, wait });
});

test('requests to one host keep their distance', async () => {
  const slow = createHttpFetcher({ distance: 60 });
  server.paths['/x'] = (_, r) => r.end('x');
  const begun = performance.now();
  await Promise.all([1, 2, 3].map(async () => textOf(await slow.get({ url: `${server.url}x`, policy, maxBytes }))));
  expect(performance.now() - begun).toBeGreaterThanOrEqual(115);
  await slow.close();
});

test('given up on a signal', async () => {
  server.paths['/x'] = () => {};
  const stopping = new AbortController();
  const asked = get('x', { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 20);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('from outside: only https, only public addresses, whichever way they are written or named', async () => {
  const outside = { policy: { local: false, http: false } };
  await expect(get('x', outside)).rejects.toThrow(/only https/);
  const http = { policy: { local: false, http: true }, maxBytes };
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
    await expect(web.get({ url: `http://${host}:${server.port}/x`, ...http }), host).rejects.toThrow(
      /on this machine or in a private network/,
    );
  expect(server.asked).toEqual([]);
});
