import type { IncidentRecord } from '../incident.ts';
import { detectFormat } from './detect.ts';
import { countFlags, emptyReport, type FileReport, reject } from './file-report.ts';
import { withBoundedMemory } from './gc-pressure.ts';
import { createLoader, type ImportOptions, type Loader } from './load.ts';
import { openSource } from './read/open-source.ts';
import type { SourceRow } from './read/row.ts';
import type { SourceStream } from './read/source-stream.ts';
import { readTable } from './read/table.ts';
import { createScopeBuilder, type ScopeBuilder } from './release-scope.ts';
import { createRowMapper } from './row-to-record.ts';

const batchSize = 1000;
/** Rows from which the order of day and month is told, and a mapping proposed. */
const sampleSize = 1000;

/**
 * Imports files, addresses or the name `ucdp`, one after the other. A run that is cut short goes on where it stopped
 * when it is started again. Throws ImportError when a file cannot be read at all.
 */
export async function importFiles(sources: string[], options: ImportOptions): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const all = async () => {
    for (const source of sources) {
      const opened = await openSource(source, {
        ucdp: options.ucdp,
        progress: (done, of) => options.progress?.({ done, of, words: `Fetching ${source}` }),
      });
      for (const file of opened) reports.push(await importOne(file, options));
    }
  };
  await withBoundedMemory(() => options.incidents.bulk(all));
  return reports;
}

async function importOne(file: SourceStream, options: ImportOptions): Promise<FileReport> {
  const started = performance.now();
  const { columns, rows } = await readTable(file);
  const { sample, all } = await sampled(rows);
  const cells = sample.filter((row) => !row.broken).map((row) => row.cells);
  const chosen = detectFormat(file.name, columns, cells, options);
  if ('proposed' in chosen) return chosen.proposed;
  const { format, mapping } = chosen;
  const report = { ...emptyReport(file.name, format.name), ...(mapping === undefined ? {} : { mapping }) };
  const take = createRowMapper(format.reader(cells), columns);
  const seen = options.whole && !options.dryRun ? createScopeBuilder() : undefined;
  await takeAll(report, all, take, createLoader(file, format, options), seen);
  report.seconds = Math.round((performance.now() - started) / 100) / 10;
  return report;
}

async function sampled(
  rows: AsyncIterable<SourceRow>,
): Promise<{ sample: SourceRow[]; all: AsyncIterable<SourceRow> }> {
  const left = rows[Symbol.asyncIterator]();
  const sample: SourceRow[] = [];
  for (let next = await left.next(); !next.done; next = await left.next()) {
    sample.push(next.value);
    if (sample.length === sampleSize) break;
  }
  async function* again() {
    yield* sample.splice(0);
    yield* { [Symbol.asyncIterator]: () => left };
  }
  return { sample: [...sample], all: again() };
}

async function takeAll(
  report: FileReport,
  rows: AsyncIterable<SourceRow>,
  take: ReturnType<typeof createRowMapper>,
  load: Loader,
  seen?: ScopeBuilder,
): Promise<void> {
  const earlier = await load.earlier();
  if (earlier) Object.assign(report, earlier, { rows: 0, resumedAfter: earlier.rows });
  let batch: IncidentRecord[] = [];
  let damaged = false;
  for await (const row of rows) {
    load.signal?.throwIfAborted();
    report.rows++;
    const made = take(row);
    damaged ||= row.broken?.damage ?? false;
    if ('reason' in made) reject(report, made);
    else {
      countFlags(report, made);
      seen?.see(made);
      if (report.rows > (earlier?.rows ?? 0)) batch.push(made);
    }
    if (batch.length < batchSize) continue;
    await load.apply(batch, report);
    batch = [];
  }
  await load.apply(batch, report, true);
  // What stood behind the damage has not vanished.
  if (seen && !damaged) report.vanished = await load.vanished(seen);
}
