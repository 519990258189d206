import { request } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveHttp } from '../../../src/adapters/mcp/http.ts';
import { readConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { indexFolder } from '../../support/names-index.ts';
import { startProgram } from '../../support/program.ts';
import { until } from '../../support/until.ts';
import { now } from '../../support/world.ts';
import { call } from './client.ts';

const token = 'a-token-of-some-length';
const defaults = { zone: 'UTC', locale: 'en-GB', mayCurate: false, log: pino({ level: 'silent' }), now: () => now };
type Server = Awaited<ReturnType<typeof serveHttp>>;
let server: Server;
beforeAll(async () => {
  server = await serveHttp(await deskOver(), defaults, { port: 0, token, version: '1' });
});
afterAll(() => server?.stop());

async function connected(url: string, shown?: string): Promise<Client> {
  const headers = shown === undefined ? {} : { authorization: `Bearer ${shown}` };
  const client = new Client({ name: 'test', version: '1' });
  // The SDK's own types disagree about what may be undefined.
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client;
}

/** A bare request with headers of one's own, Host among them. */
const status = (headers: Record<string, string>, path = '/mcp'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end('{}');
  });

test('clients ask beside each other; their conversations are their own', async () => {
  const [a, b] = await Promise.all([connected(server.url, token), connected(server.url, token)]);
  await call(a, 'ask', { question: 'incidents in Iraq', thread: 't' });
  const { document } = await call(a, 'ask', { question: 'and in Syria?', thread: 't' });
  expect(document.understood?.filter.place?.name).toBe('Syria');
  expect((await call(b, 'ask', { question: 'and in Syria?', thread: 't' })).document.status).toBe('unclear');
  await Promise.all([a.close(), b.close()]);
});

test('of more than a hundred clients the one that was quiet longest gives way', async () => {
  const [early, quiet] = [await connected(server.url, token), await connected(server.url, token)];
  const others = [];
  for (let n = 0; n < 98; n++) others.push(await connected(server.url, token));
  await call(early, 'ask', { question: 'incidents in Iraq' });
  others.push(await connected(server.url, token));
  expect((await call(early, 'ask', { question: 'incidents in Iraq' })).document.status).toBe('answered');
  await expect(call(quiet, 'ask', { question: 'incidents in Iraq' })).rejects.toThrow(/session has ended/);
  await Promise.all([early, quiet, ...others].map((client) => client.close()));
});

describe('who is let in', () => {
  const authorization = `Bearer ${token}`;
  const host = () => new URL(server.url).host;

  test('without the token, or with another one, nobody', async () => {
    await expect(connected(server.url)).rejects.toThrow(/SITREP_MCP_TOKEN/);
    await expect(connected(server.url, `${token}x`)).rejects.toThrow(/SITREP_MCP_TOKEN/);
  });

  test('no page of another site: neither by a name that leads here, nor by its origin', async () => {
    expect(await status({ authorization, host: 'evil.example.org' })).toBe(403);
    expect(await status({ authorization, host: host(), origin: 'https://evil.example.org' })).toBe(403);
    expect(await status({ authorization, host: host(), origin: `http://${host()}` })).not.toBe(403);
  });

  test('nothing else is served there', async () =>
    expect(await status({ authorization, host: host() }, '/')).toBe(404));

  test('a session that is over is said to be', async () =>
    expect(await status({ authorization, host: host(), 'mcp-session-id': 'gone' })).toBe(404));

  test('a token too short to guard anything is refused at the start', () =>
    expect(() => readConfig({ SITREP_MCP_TOKEN: 'short' })).toThrow(/^SITREP_MCP_TOKEN(?!.*“short”).*16 characters/));
});

test('the program itself: it says where, serves, and stops when told', async () => {
  const { child, told, ended } = startProgram({ XDG_DATA_HOME: indexFolder }, ['mcp', '--port', '0']);
  await until(() => told.err.includes('MCP: serving'), 'serving', 30_000);
  const url = /http:\S+\/mcp/.exec(told.err)?.[0] ?? '';
  const client = await connected(url);
  expect((await client.listTools()).tools.map((t) => t.name)).toContain('ask');
  await client.close();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(told.out).toBe('');
});
