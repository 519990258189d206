import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/database/backup.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { applyTo, incidentOf } from '../alerts/alert-world.ts';
import { indexFolder } from '../support/names-index.ts';
import { startProgram } from '../support/program.ts';

// Beside the names index of the tests, so that no run builds it anew.
const stem = join(indexFolder, `backup-${process.pid}-${Date.now()}`);
const at = (name: string) => `${stem}-${name}`;

async function run(db: string, args: string[]) {
  const { told, ended } = startProgram({ SITREP_DB: db }, args);
  return { status: await ended, ...told };
}

test('a backup made while another process writes is whole, and a start with it answers the same', async () => {
  const db = at('busy.db');
  const store = await openIncidents(await openDatabase(db));
  const first = Array.from({ length: 200 }, (_, n) => incidentOf(n));
  await applyTo(store, first);
  const backup = run(db, ['backup', at('copy.db')]);
  let writing = true;
  let batches = 0;
  const writer = (async () => {
    for (let n = 1000; writing; n += 2, batches++) {
      await applyTo(store, [incidentOf(n), incidentOf(n + 1)]);
      await new Promise((done) => setTimeout(done, 2));
    }
  })();
  const { status, out, err } = await backup;
  writing = false;
  await writer;
  await store.close();
  expect([status, err]).toEqual([0, '']);
  expect(out.replace(/\s+/g, ' ')).toMatch(/The whole database is in .*copy\.db \(\d+ MB\)/);
  expect(batches).toBeGreaterThan(10);
  const restored = await openIncidents(await openDatabase(at('copy.db')));
  const { incidents } = await restored.coverage();
  const changes = await restored.changesSince(0, 1_000_000);
  await restored.close();
  // Two come in each transaction: half of one would be an odd number.
  expect(incidents).toBeGreaterThanOrEqual(200);
  expect(incidents % 2).toBe(0);
  expect(changes).toHaveLength(incidents);
  copyFileSync(at('copy.db'), at('restored.db'));
  const asked = ['ask', '--json', '--now', '2020-07-14T09:00:00Z', 'how many attacks near Samawah?'];
  expect(JSON.parse((await run(at('restored.db'), asked)).out).result.value).toBe(incidents);
});

test('a backup is one file, for its owner alone, and takes the place of nothing', async () => {
  const db = await openDatabase(at('small.db'));
  const store = await openIncidents(db);
  await applyTo(store, [incidentOf(1)]);
  const bytes = await backUp(db, at('small-copy.db'));
  expect(statSync(at('small-copy.db'))).toMatchObject({ size: bytes, mode: 0o100600 });
  expect(['-wal', '-shm', '.partial', '.partial-wal'].filter((end) => existsSync(at(`small-copy.db${end}`)))).toEqual(
    [],
  );
  writeFileSync(at('precious.db'), 'precious');
  await expect(backUp(db, at('precious.db'))).rejects.toThrow(/precious\.db already exists/);
  await expect(backUp(db, '/nowhere/copy.db')).rejects.toThrow(/Cannot write the backup \/nowhere\/copy\.db/);
  await store.close();
});

test('a backup that cannot be made ends with status 1 and says why', async () => {
  writeFileSync(at('there.db'), '');
  const { status, out, err } = await run(at('small.db'), ['backup', at('there.db')]);
  expect([status, out]).toEqual([1, '']);
  expect(err.replace(/\s+/g, ' ')).toMatch(/there\.db already exists/);
});
