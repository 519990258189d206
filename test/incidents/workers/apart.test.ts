import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { query } from '../../../src/incidents/query.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { createPool } from '../../../src/incidents/workers/pool.ts';
import { readInWorkers } from '../../../src/incidents/workers/worker-reads.ts';
import { madeDataset, madeIncidents } from '../../bench/made/incidents.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-reading-'));
const file = join(folder, 'made.db');
const made = [...madeIncidents(3000)];
let direct: Incidents;
let apart: Incidents;

beforeAll(async () => {
  direct = await openIncidents(await openDatabase(file));
  const changes = made.slice(1).map((record) => ({ action: 'put' as const, record }));
  await direct.apply(changes, { dataset: madeDataset, by: 'test', why: 'test', at: '2026-11-01T00:00:00Z' });
  apart = readInWorkers(direct, file, 2);
});
afterAll(async () => {
  await apart.close();
  rmSync(folder, { recursive: true });
});

const ranking = query.parse({ measure: 'rank', by: 'actor', filter: {}, order: 'most', limit: 5 });
const listing = query.parse({ measure: 'list', filter: { eventTypes: ['violence'] } });

test('a thread answers as the store itself does', async () => {
  expect(await apart.find(ranking)).toEqual(await direct.find(ranking));
  expect(await apart.find(listing)).toEqual(await direct.find(listing));
});

test('what was just written is read', async () => {
  const before = (await apart.find(listing)).total;
  const record = { ...made[0]!, id: 'made:new', eventTypes: ['battle'] };
  await apart.apply([{ action: 'put', record }], {
    dataset: madeDataset,
    by: 'test',
    why: 'test',
    at: '2026-11-01T00:00:00Z',
  });
  expect((await apart.find(listing)).total).toBe(before + 1);
});

test('all that a query counts is chosen by a thread, the same in the same order', async () => {
  const all = async (incidents: Incidents) => {
    const { incidents: each, ...told } = await incidents.stream(listing);
    const ids: string[] = [];
    for await (const { id } of each) ids.push(id);
    return { ...told, ids };
  };
  const told = await all(apart);
  expect(told).toEqual(await all(direct));
  expect(told.ids).toHaveLength(told.total);
});

test('what the data covers is counted apart, and after a change the same as by the store itself', async () => {
  expect(await apart.coverage()).toEqual(await direct.coverage());
  const record = { ...made[0]!, id: 'made:covered', where: { ...made[0]!.where, country: 'Atlantis' } };
  await apart.apply([{ action: 'put', record }], {
    dataset: madeDataset,
    by: 'test',
    why: 'test',
    at: '2026-11-01T00:00:00Z',
  });
  await expect.poll(apart.coverage, { timeout: 10_000 }).toEqual(await direct.coverage());
});

/** The longest that the event loop was held between two turns of a 5 ms timer, in milliseconds of this thread's own work. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const spent = () => process.threadCpuUsage().user / 1000 + process.threadCpuUsage().system / 1000;
  let [worst, last] = [0, spent()];
  const turn = () => {
    worst = Math.max(worst, spent() - last);
    last = spent();
  };
  const timer = setInterval(turn, 5);
  await work();
  clearInterval(timer);
  turn();
  return worst;
}

test('slow questions do not keep the event loop, and a look-up is answered meanwhile', async () => {
  const slow = (incidents: Incidents) => Promise.all(Array.from({ length: 12 }, () => incidents.find(ranking)));
  await slow(apart);
  const held = await longestHold(async () => {
    let done = false;
    const all = slow(apart).then(() => {
      done = true;
    });
    const found = await apart.find(query.parse({ measure: 'describe', about: 'all', filter: { ids: ['made:7'] } }));
    expect([found.incidents[0]?.id, done]).toEqual(['made:7', false]);
    await all;
  });
  expect(held).toBeLessThan(20);
  expect(await longestHold(() => slow(direct))).toBeGreaterThan(held);
});

test('a thread that breaks fails its own question alone; the next one is answered by another', async () => {
  const broken = new URL('./broken-reader.ts', import.meta.url);
  const pool = createPool(file, { least: 1, most: 1 }, broken);
  const first = pool.find(ranking);
  const second = pool.find(listing);
  await expect(first).rejects.toThrow('broken');
  await expect(second).resolves.toEqual({ measure: 'list' });
  await pool.close();
});

test('what waits when the store is closed fails; what comes in memory stays direct', async () => {
  const pool = createPool(file, { least: 1, most: 1 });
  const waiting = Promise.allSettled([pool.find(ranking), pool.find(ranking)]);
  await pool.close();
  expect((await waiting).map((w) => w.status)).toEqual(['rejected', 'rejected']);
  expect(readInWorkers(direct, ':memory:')).toBe(direct);
});
