import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachmentsOf } from '../../src/answers/document/answer.ts';
import { asParsedQuery, exportQuery } from '../../src/app/run-query.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { exportFormats } from '../../src/reading/export-intent.ts';

// What an export of everything in a database costs: node --expose-gc test/bench/exports.ts DATABASE
const [file = ''] = process.argv.slice(2);
const db = await openDatabase(file);
// Pages that SQLite keeps would count as memory of the export: here it keeps 2 MB.
await db.exec('PRAGMA cache_size=-2000');
const incidents = await openIncidents(db);
const everything = query.parse({ measure: 'list', filter: {} });
const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10;
const folder = await mkdtemp(join(tmpdir(), 'sitrep-bench-'));

for (const as of exportFormats) {
  const [attachment] = attachmentsOf(await exportQuery(incidents, asParsedQuery(everything), { as }, new Date()));
  for (const run of ['first', 'second']) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = performance.now();
    const target = join(folder, `all.${as}`);
    await attachment?.use((bytes) => pipeline(Readable.fromWeb(bytes.stream()), createWriteStream(target)));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    clearInterval(watch);
    const { size } = await stat(target);
    console.log(
      `${as.padEnd(8)} ${run.padEnd(7)} ${String(megabytes(size)).padStart(6)} MB in ${seconds} s; RSS ${megabytes(before)} MB before, at most ${megabytes(most - before)} MB more; event loop held up p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, at most ${(delay.max / 1e6).toFixed(0)} ms`,
    );
  }
}
await rm(folder, { recursive: true });
