import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { minute } from '../../src/kernel/duration.ts';
import { createHttpFetcher } from '../../src/web/http-fetcher.ts';
import { until } from '../support/until.ts';
import { type OddServer, startOddServer } from '../web/odd-server.ts';
import { ucdpCsv } from './ucdp-rows.ts';
import { type SourcesWorld, sourcesWorld } from './world.ts';

const web = createHttpFetcher({ distance: 0 });
const answers: ServerResponse[] = [];
let server: OddServer;
let stuck: SourcesWorld;
let other: SourcesWorld;

beforeEach(async () => {
  const db = await openDatabase(':memory:');
  server = await startOddServer();
  [stuck, other] = [await sourcesWorld({ web }, db), await sourcesWorld({ web }, db)];
  answers.length = 0;
  server.paths['/x'] = (_, response) => void answers.push(response);
});
afterEach(async () => {
  await stuck.close();
  await server.close();
});

/** One process fetches a source and is stuck for so long that another one takes it over. */
async function takenOver() {
  const { id } = await stuck.add({ address: `${server.url}x` });
  const first = stuck.sources.run(id);
  await until(() => answers.length === 1, 'the first request');
  for (const { clock } of [stuck, other]) clock.now += 5 * minute;
  const second = other.sources.run(id);
  await until(() => answers.length === 2, 'the second request');
  return { id, first, second };
}

test.each([
  ['succeeds', 200],
  ['fails', 500],
])('a process whose lease has ended and that then %s changes nothing of the run that took over', async (_, status) => {
  const { id, first, second } = await takenOver();
  answers[0]?.writeHead(status).end(ucdpCsv([1]));
  expect(await first).toEqual({ kind: 'busy' });
  expect(await other.sources.get(id)).toMatchObject({ running: true, tries: 0, lastSuccess: 0, error: undefined });
  expect(await other.sources.due(1)).toEqual([]);
  answers[1]?.end(ucdpCsv([1, 2]));
  expect(await second).toMatchObject({ kind: 'done', rows: { rows: 2 } });
  expect(await other.sources.get(id)).toMatchObject({ running: false, lastSuccess: other.clock.now });
});

test('one that is stopped after its lease has ended does not release the lease of the other', async () => {
  const stopping = new AbortController();
  const { id } = await stuck.add({ address: `${server.url}x` });
  const first = stuck.sources.run(id, stopping.signal);
  await until(() => answers.length === 1, 'the first request');
  for (const { clock } of [stuck, other]) clock.now += 5 * minute;
  const second = other.sources.run(id);
  await until(() => answers.length === 2, 'the second request');
  stopping.abort();
  expect(await first).toEqual({ kind: 'stopped' });
  expect(await other.sources.get(id)).toMatchObject({ running: true });
  answers[1]?.end(ucdpCsv([1]));
  expect(await second).toMatchObject({ kind: 'done' });
});

test('a source that is removed while it is fetched ends its run', async () => {
  const { id } = await stuck.add({ address: `${server.url}x` });
  const run = stuck.sources.run(id);
  await until(() => answers.length === 1, 'the request');
  await stuck.sources.remove(id);
  answers[0]?.end(ucdpCsv([1]));
  expect(await run).toEqual({ kind: 'stopped' });
});
