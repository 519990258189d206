import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { menu } from '../../../commands/index.ts';
import { deskOver } from '../../support/desk.ts';
import { indexFolder } from '../../support/names-index.ts';
import { question } from '../../support/world.ts';
import { call, clientOfProgram } from './client.ts';

const folder = mkdtempSync(join(indexFolder, 'run-'));
const environment = {
  SITREP_DB: join(indexFolder, `mcp-${process.pid}.db`),
  XDG_DATA_HOME: folder,
  SITREP_ZONE: 'UTC',
};
const now = '2020-07-14T09:00:00Z';
let client: Client;
beforeAll(async () => {
  client = await clientOfProgram(environment);
});
afterAll(() => client?.close());

test('the tools are the menu, without what needs a channel and what only managers may', async () => {
  const { tools } = await client.listTools();
  expect(tools.map((t) => t.name)).toEqual([
    'ask',
    'search',
    'show',
    'trend',
    'export',
    'map',
    'timeline',
    'brief',
    'reports',
    'status',
    'help',
    'query',
  ]);
  for (const tool of tools) {
    const told = menu.find((c) => c.name === tool.name);
    expect(Object.keys(tool.inputSchema.properties ?? {})).toEqual(
      expect.arrayContaining([...Object.keys(told?.options.shape ?? {}), 'thread', 'now', 'zone', 'locale']),
    );
    expect(tool.annotations?.readOnlyHint).toBe(true);
  }
});

test('managers’ commands are offered where that is set', async () => {
  const managing = await clientOfProgram({ ...environment, SITREP_MCP_MANAGE: 'yes' });
  const { tools } = await managing.listTools();
  expect(tools.map((t) => t.name)).toContain('import');
  const read = await call(managing, 'import', { files: ['/etc/passwd'] });
  expect(read).toMatchObject({ isError: true, text: expect.stringMatching(/https addresses/) });
  await managing.close();
});

describe('ask', () => {
  test('answers as the console does, in words and as data', async () => {
    const desk = await deskOver();
    for (const text of [
      'who claimed the convoy attack near Samawah?',
      'attacks near Samawah this month',
      'incidents per month',
      'attacks near Qwrtzpl',
      'will there be another attack in Samawah?',
    ]) {
      const said = await desk.ask(text, question(text, { asker: { ...question('').asker, timeZone: 'Asia/Baghdad' } }));
      const told = await call(client, 'ask', { question: text, now, zone: 'Asia/Baghdad' });
      expect(told.document).toEqual(JSON.parse(JSON.stringify(said.data)));
      expect(told.text).toBe(said.text);
    }
  });

  test('goes on in a thread, and only there', async () => {
    const ask = (words: string, thread?: string) => call(client, 'ask', { question: words, now, thread });
    await ask('incidents in Iraq', 'one');
    expect((await ask('and in Syria?', 'one')).document.understood?.filter.place?.name).toBe('Syria');
    expect((await ask('and in Syria?', 'two')).document.status).toBe('unclear');
    expect((await ask('and in Syria?')).document.status).toBe('unclear');
  });

  test('links the incidents it shows, which can be read', async () => {
    const { content } = await call(client, 'ask', { question: 'attacks near Samawah in July 2020', now });
    const link = content.find((c) => c.type === 'resource_link');
    expect(link).toMatchObject({ uri: 'sitrep://incident/sitrep%3Asamawah-convoy-2020-07-11' });
    const { contents } = await client.readResource({ uri: link?.type === 'resource_link' ? link.uri : '' });
    expect(contents.map((c) => c.mimeType)).toEqual(['text/plain', 'application/json']);
    expect(JSON.stringify(contents)).toMatch(/Revision 1: added/);
    await expect(client.readResource({ uri: 'sitrep://incident/ucdp%3A0' })).rejects.toThrow(/no incident “ucdp:0”/);
  });
});

describe('query', () => {
  const ask = (frame: Record<string, unknown>) => call(client, 'query', { now, ...frame });

  test('answers a frame as the other tools do, names in it linked as options are', async () => {
    const period = { start: '2020-07-01', end: '2020-08-01' };
    const told = await ask({ measure: 'count', places: [{ relation: 'near', place: 'Samawah, Iraq' }], period });
    expect(told.document).toMatchObject({
      status: 'answered',
      understood: { measure: 'count', filter: { place: { name: 'As Samawah', radiusKm: 50 }, period } },
      result: { value: 1 },
    });
  });

  test('its schema lists the words of closed lists', async () => {
    const { tools } = await client.listTools();
    const slots = tools.find(({ name }) => name === 'query')?.inputSchema.properties;
    expect(slots?.wherePrecision).toMatchObject({ items: { enum: expect.arrayContaining(['exact', 'province']) } });
    expect(slots?.whenPrecision).toMatchObject({ items: { enum: expect.arrayContaining(['day', 'year']) } });
    const statuses = { items: { enum: expect.arrayContaining(['claimed', 'blamed']) } };
    expect(slots?.attribution).toMatchObject({ properties: { statuses } });
  });

  test('a choice of one question back is a frame that can be asked', async () => {
    const { document } = await ask({ places: [{ place: 'Iraqistan' }] });
    expect(document).toMatchObject({ status: 'unclear', choices: { length: 3 } });
    const [choice] = document.choices ?? [];
    const chosen = await ask({ ...choice?.frame });
    expect(chosen.document.understood?.filter.place?.name).toBe(choice?.label.split(/,| \(/)[0]);
  });

  test.each([
    [{ places: [{ place: 'Iraq except Baghdad' }] }, /is not one place/],
    [{ places: [{ place: 'gazetteer:99999999' }] }, /“gazetteer:99999999” is not a place/],
    [{ period: { start: '2017-01-01', end: '2016-01-01' } }, /ends before it starts/],
    [{ period: { start: '2017', end: null } }, /2016-01-31/],
    [{ plaecs: [] }, /plaecs/],
    [{ measure: 'sum' }, /killed, civilians killed/],
    [{ measure: 'compare', sides: [{ key: 'Iraq' }, { key: 'Syria' }] }, /side needs a place/],
    [{ period: { start: '2016-13-01', end: null } }, /2016-01-31/],
    [{ wherePrecision: ['village'] }, /exact, near, district, province/],
    [{ text: '***' }, /no word to look for/],
  ])('%j is an error that says what to do', async (frame, words) => {
    const { isError, text } = await ask(frame);
    expect([isError, text]).toEqual([true, expect.stringMatching(words)]);
  });
});

test('ids complete while typing', async () => {
  const ref = { type: 'ref/resource' as const, uri: 'sitrep://incident/{id}' };
  const { completion } = await client.complete({ ref, argument: { name: 'id', value: 'convoy' } });
  expect(completion.values).toContain('sitrep:samawah-convoy-2020-07-11');
});

test('export gives the file itself', async () => {
  const as = (format: string) => call(client, 'export', { question: 'incidents in Iraq', as: format, now });
  const csv = (await as('csv')).content.find((c) => c.type === 'resource');
  const text = csv?.type === 'resource' && 'text' in csv.resource ? csv.resource.text : '';
  expect(parse(text, { bom: true, columns: true })).toEqual([
    expect.objectContaining({ id: 'sitrep:samawah-convoy-2020-07-11', licence: 'CC BY 4.0' }),
  ]);
  const book = (await as('xlsx')).content.find((c) => c.type === 'resource');
  const blob = book?.type === 'resource' && 'blob' in book.resource ? book.resource.blob : '';
  expect(Buffer.from(blob, 'base64').subarray(0, 2).toString()).toBe('PK');
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['show', { id: 'ucdp:0' }, /no incident “ucdp:0”/],
  ['show', { id: 'no id' }, /is not an id; ids look like/],
  ['search', { limit: 1000 }, /limit/],
  ['ask', { question: 'x', zone: 'Mars/Base' }, /Asia\/Baghdad/],
  ['ask', { question: ' ' }, /write your question/],
])('%s %j is refused with what is meant', async (name, given, words) =>
  expect(await call(client, name, given)).toMatchObject({ isError: true, text: expect.stringMatching(words) }),
);

test('nothing but the protocol is on standard output, and the program ends when the client leaves', async () => {
  const child = spawn(process.execPath, ['src/server/start.js', 'mcp'], { env: { ...process.env, ...environment } });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const initialize = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  };
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize })}\n`);
  child.stdin.write('no protocol\n');
  await expect.poll(() => out, { timeout: 20_000 }).toContain('\n');
  child.stdin.end();
  expect(await ended).toBe(0);
  for (const line of out.trim().split('\n')) expect(JSON.parse(line).jsonrpc).toBe('2.0');
});
