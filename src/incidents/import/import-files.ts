import { diskFullWords, isDiskFull } from '../../database/disk-full.ts';
import type { IncidentRecord } from '../incident.ts';
import { detectFormat } from './detect.ts';
import { idsApart } from './doubled-ids.ts';
import { countFlags, emptyReport, type FileReport, reject } from './file-report.ts';
import { isOwnExport } from './formats/index.ts';
import { withBoundedMemory } from './gc-pressure.ts';
import { ImportError } from './import-error.ts';
import { createLoader, type ImportOptions, type Loader } from './load.ts';
import { refuseOtherDataset } from './other-dataset.ts';
import { cellCleaner, exportCleaner } from './read/clean-cells.ts';
import { type ImportSource, openSource } from './read/open-source.ts';
import type { SourceRow, SourceTable } from './read/row.ts';
import type { SourceStream } from './read/source-stream.ts';
import { readTable } from './read/table.ts';
import type { Reject } from './reject.ts';
import { createScopeBuilder, type ScopeBuilder } from './release-scope.ts';
import { createRowMapper } from './row-to-record.ts';
import { describedAs } from './sample.ts';

const batchSize = 1000;
/** As long as every record is new, batches grow to so many: what is summed up for each of them is less work. */
const largestBatch = 4000;
/** Letters of a batch's cells, after which it grows no more. */
const longestBatch = 3_000_000;
/** Rows that show the order of day and month, and from which a mapping is proposed. */
const sampleSize = 1000;
const sampleLetters = 16 * 1024 ** 2;

/**
 * Imports files, or `sample` for the one that is shipped, one after the other, and returns a report for each. An interrupted
 * run of a local file continues where it stopped when it is started again. Throws ImportError if a file cannot be read
 * at all; broken rows are in its report.
 */
export async function importFiles(sources: readonly ImportSource[], options: ImportOptions): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const run = { ...options, unseen: new Set<string>() };
  const all = async () => {
    for (const source of sources) {
      const { path, given } = typeof source === 'string' ? { path: source, given: source } : source;
      const opened = await openSource(path, given);
      reports.push(...(await importParts(opened, { ...run, whole: run.whole || given === 'ucdp' })));
    }
  };
  try {
    await withBoundedMemory(() => options.incidents.bulk(all));
  } catch (error) {
    if (isDiskFull(error)) throw new ImportError(diskFullWords);
    throw error;
  }
  return reports;
}

/** Imports the files of an archive or the sheets of a workbook: those that are no tables are skipped, unless all are. */
async function importParts(parts: SourceStream[], options: ImportOptions): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const part of parts) {
    try {
      reports.push(await importOne(part, options));
    } catch (error) {
      if (parts.length === 1 || !(error instanceof ImportError)) throw error;
      reports.push({ ...emptyReport(part.name, 'none'), skipped: error.message });
    }
  }
  if (reports.every(({ skipped }) => skipped !== undefined))
    throw new ImportError(reports.map(({ skipped }) => skipped).join(' '));
  return reports;
}

async function importOne(file: SourceStream, options: ImportOptions): Promise<FileReport> {
  if (file.unread) throw new ImportError(`${file.name} ${file.unread}.`);
  const started = performance.now();
  const table = await readTable(file);
  const { columns } = table;
  const asItLeft = table.exported ?? isOwnExport(columns);
  const { sample, all } = await takeSample(table, asItLeft ? exportCleaner : cellCleaner);
  const cells = sample.filter((row) => !row.broken).map((row) => row.cells);
  const detected = detectFormat(file, columns, cells, options);
  if ('proposed' in detected) return detected.proposed;
  const { mapping } = detected;
  const format = await describedAs(detected.format, file, options.incidents);
  const report = { ...emptyReport(file.name, format.name), ...(mapping === undefined ? {} : { mapping }) };
  // A reader of its own: a reader counts rows that it has read.
  const mapper = () => createRowMapper(format.reader(cells), columns, asItLeft);
  const first = sample.map(mapper()).flatMap((r) => ('reason' in r ? [] : [r]));
  if (options.dataset === undefined && !format.merge && !format.retracts)
    await refuseOtherDataset(file.name, first, {
      incidents: options.incidents,
      dataset: format.dataset.id,
      mapped: format.name === 'mapped',
    });
  const scope = options.whole && !options.dryRun ? createScopeBuilder() : undefined;
  const datasets = [...(format.datasets?.(cells) ?? []), ...(table.datasets ?? [])];
  await importRows(report, all, mapper(), createLoader(file, format, { ...options, datasets }), scope);
  report.seconds = Math.round((performance.now() - started) / 100) / 10;
  return report;
}

/** The first rows, and all rows including them, with clean cells. */
async function takeSample(
  { rows, ...layout }: SourceTable,
  cleanerOf: typeof cellCleaner,
): Promise<{ sample: SourceRow[]; all: AsyncIterable<SourceRow> }> {
  const left = rows[Symbol.asyncIterator]();
  const sample: SourceRow[] = [];
  let letters = 0;
  for (let next = await left.next(); !next.done; next = await left.next()) {
    sample.push(next.value);
    for (const cell of Object.values(next.value.cells)) letters += cell?.length ?? 0;
    if (sample.length === sampleSize || letters > sampleLetters) break;
  }
  const clean = cleanerOf(
    sample.map((row) => row.cells),
    layout,
  );
  for (const { cells } of sample) clean(cells);
  async function* again() {
    yield* sample.splice(0);
    for await (const row of { [Symbol.asyncIterator]: () => left }) {
      clean(row.cells);
      yield row;
    }
  }
  return { sample: [...sample], all: again() };
}

async function importRows(
  report: FileReport,
  rows: AsyncIterable<SourceRow>,
  toRecord: ReturnType<typeof createRowMapper>,
  load: Loader,
  scope?: ScopeBuilder,
): Promise<void> {
  const earlier = await load.earlier();
  if (earlier) Object.assign(report, earlier, { rows: 0, resumedAfter: earlier.rows });
  const apart = load.joins ? (record: IncidentRecord) => record : idsApart();
  /** Enters a row in the report; the record to store, if it is `isNew` and not in the store already. */
  const take = (record: IncidentRecord | Reject, isNew: boolean): IncidentRecord | undefined => {
    if ('reason' in record) return void reject(report, record);
    const own = apart(record);
    if (own === undefined) {
      report.joined += isNew ? 1 : 0;
      return undefined;
    }
    if (own.id !== record.id) {
      report.doubled ??= [];
      report.doubled.push(own.id);
    }
    countFlags(report, own);
    scope?.add(own);
    return isNew ? own : undefined;
  };
  let batch: IncidentRecord[] = [];
  let size = batchSize;
  let length = 0;
  let damaged = false;
  for await (const row of rows) {
    load.signal?.throwIfAborted();
    report.rows++;
    damaged ||= row.broken?.damage ?? false;
    const record = take(toRecord(row), report.rows > (earlier?.rows ?? 0));
    if (record) {
      load.note(record.id, row.cells);
      batch.push(record);
    }
    for (const key in row.cells) length += row.cells[key]?.length ?? 0;
    if (batch.length < (length < longestBatch ? size : batchSize)) continue;
    const added = report.added;
    await load.apply(batch, report);
    size = report.added - added === batch.length ? Math.min(size * 2, largestBatch) : batchSize;
    batch = [];
    length = 0;
  }
  await load.apply(batch, report, true);
  // Records after the damage are missing from the file, not from the release.
  if (scope && !damaged) report.vanished = await load.vanished(scope);
}
