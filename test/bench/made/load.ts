import { openDatabase } from '../../../src/database/open.ts';
import type { Change, Incidents } from '../../../src/incidents/incidents.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { madeDataset, madeIncidents } from './incidents.ts';

const batch = 2000;

/** The made-up incidents in a new file, by the store's own way in. Secondary indexes are built after the load. */
export async function loadMade(file: string, count: number, tell: (line: string) => void): Promise<Incidents> {
  const db = await openDatabase(file);
  const incidents = await openIncidents(db);
  const indexes = await db.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
  const kept = indexes.filter((i) => /^(incident|part|attributed|reported)_/.test(String(i.name)));
  const origin = { dataset: madeDataset, by: 'bench', why: 'made up', at: '2026-11-01T00:00:00.000Z' };
  const started = performance.now();
  await incidents.bulk(async () => {
    for (const { name } of kept) await db.exec(`DROP INDEX ${name}`);
    let changes: Change[] = [];
    let n = 0;
    for (const record of madeIncidents(count)) {
      changes.push({ action: 'put', record });
      if (++n % batch !== 0 && n < count) continue;
      await incidents.apply(changes, origin);
      changes = [];
      if (n % 100_000 === 0) tell(`${n} of ${count}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
    for (const { name, sql } of kept) {
      await db.exec(String(sql));
      tell(`index ${name}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
  });
  const seconds = (performance.now() - started) / 1000;
  tell(`${count} incidents in ${seconds.toFixed(0)} s, ${Math.round(count / seconds)} a second`);
  return incidents;
}
