import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';

// How long questions take as of an earlier moment, where many records were changed since: node test/bench/past.ts imported.db
const [file] = process.argv.slice(2);
if (!file || !existsSync(file))
  throw new Error(
    'Name a database with incidents, for example one made by `npm start -- import ged261.csv --db ged.db`.',
  );
const copy = `${file}.bench`;
for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
const db = await openDatabase(copy);
const incidents = await openIncidents(db);
const all = Number((await incidents.coverage()).incidents);
const later = '2031-01-01T00:00:00.000Z';

/** A later import that changes every nth record. */
async function change(nth: number): Promise<number> {
  const ids = await db.all('SELECT id, dataset FROM incident WHERE counted = 1 AND rid % ? = 0', nth);
  const origin = {
    dataset: (await incidents.coverage()).datasets[0]!,
    by: 'bench',
    why: 'import of a bench',
    at: later,
  };
  await incidents.bulk(async () => {
    for (let n = 0; n < ids.length; n += 1000) {
      const records = await Promise.all(ids.slice(n, n + 1000).map((row) => incidents.get(String(row.id))));
      await incidents.apply(
        records.flatMap((r) =>
          r?.kind === 'incident' ? [{ action: 'put' as const, record: { ...r, title: 'Changed' } }] : [],
        ),
        origin,
      );
    }
  });
  return ids.length;
}

async function timed(measure: 'count' | 'sum' | 'list' | 'trend', before?: string): Promise<number> {
  const filter = {
    period: { start: '2015-01-01', end: '2016-01-01' },
    ...(before ? { asOf: { at: before.slice(0, 10), before } } : {}),
  };
  const started = performance.now();
  await incidents.find(query.parse({ measure, of: measure === 'sum' ? 'killed' : 'incidents', by: 'month', filter }));
  return performance.now() - started;
}

for (const nth of [100, 10, 1]) {
  const changed = await change(nth);
  let worst = 0;
  const watch = setInterval(() => undefined, 5);
  let last = performance.now();
  const lag = setInterval(() => {
    worst = Math.max(worst, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  const first = await timed('count', '2030-12-31T00:00:00.000Z');
  clearInterval(lag);
  clearInterval(watch);
  const again: string[] = [];
  for (const measure of ['count', 'sum', 'list', 'trend'] as const)
    again.push(
      `${measure} ${(await timed(measure, '2030-12-31T00:00:00.000Z')).toFixed(1)} (today ${(await timed(measure)).toFixed(1)})`,
    );
  console.log(
    `${changed} of ${all} changed since: first question ${first.toFixed(0)} ms (event loop late by at most ${worst.toFixed(0)} ms), then in ms: ${again.join(', ')}`,
  );
}
await incidents.close();
for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
