import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/database/open.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { layouts } from '../incidents/import/layouts/index.ts';

/**
 * Every layout, or those of the formats named after it, with as many rows (100,000), read into a new database: rows,
 * rejects with their reasons, seconds by the clock and of the processor.
 */
const [count = '100000', ...formats] = process.argv.slice(2);
const rows = Number(count);
const folder = mkdtempSync(join(tmpdir(), 'sitrep-bench-'));

console.log('layout | format | MB | rows | rejected | records | seconds | processor | rows a second');
console.log('---|---|---:|---:|---:|---:|---:|---:|---:');
for (const [i, layout] of layouts.entries()) {
  if (formats.length && !formats.includes(layout.format)) continue;
  const path = join(folder, `data-${i}.${layout.extension}`);
  const content = await layout.make(rows);
  writeFileSync(path, content);
  const megabytes = Buffer.byteLength(content) / 1e6;
  const incidents = await openIncidents(await openDatabase(join(folder, `${i}.db`)));
  const options = { incidents, by: 'bench', now: new Date(), folder };
  const before = process.cpuUsage();
  let [report] = await importFiles([path], options);
  if (report?.proposed) [report] = await importFiles([path], options);
  if (!report) throw new Error(`${layout.name}: no report`);
  const { user, system } = process.cpuUsage(before);
  const reasons = Object.entries(Object.groupBy(report.rejected, (r) => `${r.column} ${r.reason}`)).map(
    ([reason, list]) => `${reason}: ${list?.length}`,
  );
  const { records } = await incidents.coverage();
  const perSecond = Math.round(report.rows / Math.max(0.1, report.seconds));
  console.log(
    [
      layout.name,
      report.format,
      megabytes.toFixed(0),
      report.rows,
      `${report.rejectedTotal}${reasons.length ? ` (${reasons.join('; ')})` : ''}`,
      records,
      report.seconds,
      ((user + system) / 1e6).toFixed(1),
      perSecond,
    ].join(' | '),
  );
  await incidents.close();
  for (const file of [path, ...['', '-wal', '-shm'].map((s) => join(folder, `${i}.db${s}`))])
    rmSync(file, { force: true });
}
rmSync(folder, { recursive: true });
