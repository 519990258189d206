import { type IncidentRecord, record } from '../incident.ts';
import type { Applied, Incidents, Origin } from '../incidents.ts';
import { CellError } from './cells.ts';
import { type Format, formatOf } from './format.ts';
import { type Opened, openSource } from './open.ts';
import { readTable, type SourceRow } from './rows.ts';
import { createScope } from './scope.ts';

interface Reject {
  line: number;
  column: string;
  value: string;
  reason: string;
}

/** What became of one file. Every row is added, revised, unchanged or rejected. `rejected` lists them, up to 100,000 a file. */
export interface FileReport extends Applied {
  file: string;
  format: string;
  rows: number;
  rejected: Reject[];
  rejectedTotal: number;
  flagged: Record<string, number>;
  /** Of a whole release: incidents of the same countries and days that it has no more. */
  vanished?: string[];
  seconds: number;
}

export interface ImportOptions {
  incidents: Incidents;
  format?: string;
  /** Says what would change and changes nothing. */
  dryRun?: boolean;
  /** The files are whole releases: what they no longer have is marked, never taken back. */
  whole?: boolean;
  by: string;
  now: Date;
  progress?: (note: { done: number; of?: number; words: string }) => void;
  signal?: AbortSignal;
  /** Where "ucdp" points, for tests. */
  ucdp?: string;
}

const batchSize = 1000;
const keptRejects = 100_000;

/** Imports files, addresses or the name `ucdp`, one after the other. Throws ImportError when a file cannot be read at all. */
export async function importFiles(sources: string[], options: ImportOptions): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  await options.incidents.bulk(async () => {
    for (const source of sources) {
      const opened = await openSource(source, {
        ucdp: options.ucdp,
        progress: (done, of) => options.progress?.({ done, of, words: `Fetching ${source}` }),
      });
      for (const file of opened) reports.push(await importOne(file, options));
    }
  });
  return reports;
}

async function importOne(file: Opened, options: ImportOptions): Promise<FileReport> {
  const started = performance.now();
  const { columns, rows } = await readTable(file.stream, file.name);
  const format = formatOf(columns, file.name, options.format);
  const report: FileReport = {
    file: file.name,
    format: format.name,
    rows: 0,
    added: 0,
    revised: 0,
    unchanged: 0,
    retracted: 0,
    rejected: [],
    rejectedTotal: 0,
    flagged: {},
    seconds: 0,
  };
  let batch: IncidentRecord[] = [];
  const seen = options.whole ? createScope() : undefined;
  const flush = async () => {
    addUp(report, await applyBatch(batch, format, file.name, options));
    batch = [];
    options.progress?.({
      done: file.read(),
      of: file.size,
      words: `${file.name}: ${report.rows.toLocaleString('en')} rows`,
    });
  };
  for await (const row of rows) {
    options.signal?.throwIfAborted();
    report.rows++;
    const made = take(row, format);
    if ('reason' in made) reject(report, made);
    else {
      if (made.kind === 'incident')
        for (const flag of made.flags) report.flagged[flag] = (report.flagged[flag] ?? 0) + 1;
      batch.push(made);
      seen?.see(made);
    }
    if (batch.length === batchSize) await flush();
  }
  await flush();
  if (seen && !options.dryRun)
    report.vanished = await options.incidents.vanished(seen.scope(), seen.ids, originOf(format, file.name, options));
  report.seconds = Math.round((performance.now() - started) / 100) / 10;
  return report;
}

function take(row: SourceRow, format: Format): IncidentRecord | Reject {
  const at = (column: string, value: string, reason: string): Reject => ({
    line: row.line,
    column,
    value: value.slice(0, 80),
    reason,
  });
  try {
    const parsed = record.safeParse(format.recordOf(row.cells));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    return at(issue?.path.join('.') ?? '', '', issue?.message ?? 'is not valid');
  } catch (error) {
    if (error instanceof CellError) return at(error.column, error.value, error.message);
    throw error;
  }
}

function reject(report: FileReport, made: Reject): void {
  report.rejectedTotal++;
  if (report.rejected.length < keptRejects) report.rejected.push(made);
}

function addUp(report: Applied, applied: Applied): void {
  for (const key of ['added', 'revised', 'unchanged', 'retracted'] as const) report[key] += applied[key];
}

async function applyBatch(
  batch: IncidentRecord[],
  format: Format,
  file: string,
  options: ImportOptions,
): Promise<Applied> {
  if (options.dryRun) return options.incidents.compare(batch);
  return options.incidents.apply(
    batch.map((made) => ({ action: 'put', record: made })),
    originOf(format, file, options),
  );
}

const originOf = ({ dataset }: Format, file: string, { by, now }: ImportOptions): Origin => ({
  dataset,
  by,
  why: `import of ${file}`,
  at: now.toISOString(),
});
