import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { type OddServer, startOddServer } from '../web/odd-server.ts';
import { ucdpCsv } from './ucdp-rows.ts';

let server: OddServer;
beforeEach(async () => {
  server = await startOddServer();
});
afterEach(() => server.close());

const environment = () => ({ SITREP_ALLOW_LOCAL: '1', UCDP_FILES_URL: server.url, LOG_LEVEL: 'silent' });
const run = async (args: string[], more: Record<string, string> = {}) => {
  const { told, ended, db } = startProgram({ ...environment(), ...more }, args);
  return { status: await ended, out: told.out.replace(/\s+/g, ' '), err: told.err, db };
};

test('on the command line: added, run in place, listed, told by status, removed', async () => {
  server.paths['/ged.csv'] = (_, r) => r.end(ucdpCsv([1, 2]));
  const added = await run(['sources', '--add', `${server.url}ged.csv`, '--every', '6h']);
  expect(added.out).toMatch(/Added as #1\..*#1 http:\S+ged\.csv: every 6 hours, added by \S+\. To be fetched now\./);
  const db = { SITREP_DB: added.db };
  expect((await run(['sources', '--run', '1'], db)).out).toBe('Source #1: 2 rows: 2 new, 0 revised and 0 unchanged. ');
  expect((await run(['sources'], db)).out).toMatch(
    /1 source\..*Last fetched \d{4}-\S+ \d\d:\d\d UTC: 2 rows.* Next \d{4}/,
  );
  expect((await run(['status'], db)).out).toMatch(/Sources: 1; last fetched \d{4}-\d\d-\d\d/);
  expect((await run(['sources', '--remove', '1'], db)).out).toBe('Source #1 is forgotten. ');
  expect((await run(['sources', '--run', '1'], db)).err).toMatch(/no source #1/);
});

test('a run that fails on the command line is exit status 1 and says when it is tried again', async () => {
  const { db } = await run(['sources', '--add', `${server.url}absent.csv`]);
  const failed = await run(['sources', '--run', '1'], { SITREP_DB: db });
  expect([failed.status, failed.out]).toEqual([1, '']);
  expect(failed.err.replace(/\s+/g, ' ')).toMatch(/answers 404 Not Found\. Next try \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
});

test('killed in the middle of a run, it goes on where it was; nothing is lost or doubled', async () => {
  const now = new Date();
  const month = (back: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  const fileOf = (back: number) =>
    `/GEDEvent_v${month(back).getUTCFullYear() % 100}_0_${month(back).getUTCMonth() + 1}.csv`;
  let hold = true;
  server.paths[fileOf(2)] = (_, r) => r.end(ucdpCsv([1, 2]));
  server.paths[fileOf(1)] = (_, r) => {
    if (hold) r.writeHead(200).write(ucdpCsv([3]));
    else r.end(ucdpCsv([3, 4]));
  };
  server.paths[fileOf(0)] = (_, r) => r.end(ucdpCsv([5]));
  const since = month(2).toISOString().slice(0, 10);
  const { db } = await run(['sources', '--add', 'ucdp-candidate', '--since', since]);
  const serving = { ...environment(), SITREP_DB: db, SITREP_PORT: '0' };
  const first = startProgram(serving);
  await until(() => server.asked.some(({ path }) => path === fileOf(1)), 'the second file', 30_000);
  first.child.kill('SIGKILL');
  await first.ended;
  hold = false;
  const file = await openDatabase(db);
  expect(await file.get('SELECT lease > 0 AS held FROM source')).toEqual({ held: 1 });
  // As if its time were up.
  await file.run('UPDATE source SET lease = 0');
  const store = await openIncidents(file);
  const second = startProgram(serving);
  await until(() => server.asked.some(({ path }) => path === fileOf(0)), 'the last file', 30_000);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(server.asked.map(({ path }) => path)).toEqual([fileOf(2), fileOf(1), fileOf(1), fileOf(0)]);
  const changes = (await store.changesSince(0, 100)).filter(({ id }) => id.startsWith('ucdp:'));
  expect(changes.map(({ id, action }) => `${action} ${id}`).slice(0, 4)).toEqual(
    [1, 2, 3, 4].map((n) => `add ucdp:${n}`),
  );
  await store.close();
});

test('what is asked to stop gives up its fetch at once, and is due again', async () => {
  server.paths['/slow.csv'] = (_, r) => void r.writeHead(200).write('id');
  const { db } = await run(['sources', '--add', `${server.url}slow.csv`]);
  const { child, ended } = startProgram({ ...environment(), SITREP_DB: db, SITREP_PORT: '0' });
  await until(() => server.asked.length === 1, 'the fetch', 30_000);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const file = await openDatabase(db);
  // The server never ends what it sends: waited for, the fetch would have failed, or still have its lease.
  const [source] = await file.all('SELECT lease, tries, last_error AS error, due FROM source');
  expect(source).toMatchObject({ lease: 0, tries: 0, error: null });
  expect(source?.due).toBeLessThanOrEqual(Date.now());
  await file.close();
});
