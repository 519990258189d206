import type { Applied, Origin } from '../change.ts';
import { type Dataset, datasetOf, type IncidentRecord, record } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import type { FormatChoice } from './detect.ts';
import { type FileReport, readTally, type Tally, tallyOf } from './file-report.ts';
import type { Format } from './format.ts';
import type { SourceStream } from './read/source-stream.ts';
import { shortHash } from './record-ids.ts';
import type { ScopeBuilder } from './release-scope.ts';

/** How to import. `by`: whom the changes are logged for; `now`: their instant. */
export interface ImportOptions extends FormatChoice {
  incidents: Incidents;
  /** Report what would change, and change nothing. */
  dryRun?: boolean;
  /** The files are whole releases: incidents that they no longer have are flagged, not retracted. */
  whole?: boolean;
  by: string;
  now: Date;
  progress?: (note: { done: number; of?: number; words: string }) => void;
  signal?: AbortSignal;
  /** Of a file of records: the datasets that it describes. */
  datasets?: Dataset[] | undefined;
}

/** Stores the records of one file. */
export interface Loader {
  signal: AbortSignal | undefined;
  /** Whether rows of the same record are joined. */
  joins: boolean;
  /** The tally of an interrupted run of this file. */
  earlier(): Promise<Tally | undefined>;
  /** Stores a batch and adds its outcome to the report; `last` ends the run. */
  apply(batch: IncidentRecord[], report: FileReport, last?: boolean): Promise<void>;
  /** Flags incidents in the scope of a whole release that it no longer has, and returns their ids. */
  vanished(scope: ScopeBuilder): Promise<string[]>;
}

/** A loader. Each batch stores its tally in its own transaction, so that a later run neither repeats nor skips rows. */
export function createLoader(file: SourceStream, format: Format, options: ImportOptions): Loader {
  const { incidents, dryRun } = options;
  const name = file.identity && `import ${shortHash(`${file.identity} ${format.name} ${options.mapping ?? ''}`)}`;
  const origin = originOf(file, format, options);
  const applyOrCompare = async (records: IncidentRecord[], report: FileReport, last: boolean): Promise<Applied> => {
    if (dryRun) return format.retracts ? withdrawn(records, incidents) : incidents.compare(records);
    const mark = (applied: Applied) => ({
      name: name ?? '',
      value: last ? null : tallyOf({ ...report, ...addCounts(report, applied) }),
    });
    const puts = records.map((record) => ({ action: 'put' as const, record }));
    if (format.name === 'records') return applyRecords(puts, origin, options);
    const changes = format.retracts ? records.map((record) => ({ action: 'retract' as const, record })) : puts;
    return incidents.apply(changes, origin, name ? mark : undefined);
  };
  return {
    signal: options.signal,
    joins: format.merge !== undefined,
    earlier: async () => (name && !dryRun ? readTally(await incidents.checkpoint(name)) : undefined),
    apply: async (batch, report, last = false) => {
      const records = format.merge ? await merged(batch, format.merge, incidents) : batch;
      report.joined += batch.length - records.length;
      Object.assign(report, addCounts(report, await applyOrCompare(records, report, last)));
      const words = `${file.name}: ${report.rows.toLocaleString('en')} rows`;
      options.progress?.({ done: file.read(), of: file.size, words });
    },
    vanished: (scope) => incidents.markVanished(scope.scope(), scope.ids, origin),
  };
}

/** How many of the records there are to withdraw. */
async function withdrawn(records: readonly IncidentRecord[], incidents: Incidents): Promise<Applied> {
  const stored = await incidents.getAll(records.map(({ id }) => id));
  const retracted = records.filter(({ id }) => stored.has(id)).length;
  return { added: 0, revised: 0, unchanged: records.length - retracted, retracted };
}

const originOf = (file: SourceStream, { dataset }: Format, { by, now }: ImportOptions): Origin => ({
  dataset,
  by,
  why: `import of ${file.name}`,
  at: now.toISOString(),
});

/** Records of Sitrep are of the datasets that their ids name, which the file describes or nobody does. */
async function applyRecords(
  changes: { action: 'put'; record: IncidentRecord }[],
  origin: Origin,
  { incidents, datasets = [] }: ImportOptions,
): Promise<Applied> {
  let applied: Applied = { added: 0, revised: 0, unchanged: 0, retracted: 0 };
  const byDataset = Map.groupBy(changes, ({ record: { id } }) => datasetOf(id));
  for (const [id, list] of byDataset) {
    const undescribed = { id, name: id, licence: 'not stated', citation: 'not stated' };
    const dataset = datasets.find((one) => one.id === id) ?? undescribed;
    applied = addCounts(applied, await incidents.apply(list, { ...origin, dataset }));
  }
  return applied;
}

const addCounts = (a: Applied, b: Applied): Applied => ({
  added: a.added + b.added,
  revised: a.revised + b.revised,
  unchanged: a.unchanged + b.unchanged,
  retracted: a.retracted + b.retracted,
});

/** Merges the rows of each record with one another, and with the stored one. */
async function merged(
  batch: IncidentRecord[],
  merge: NonNullable<Format['merge']>,
  incidents: Incidents,
): Promise<IncidentRecord[]> {
  const stored = await incidents.getAll([...new Set(batch.map(({ id }) => id))]);
  const byId = new Map<string, IncidentRecord>();
  for (const row of batch) {
    const existing = byId.get(row.id) ?? stored.get(row.id);
    byId.set(row.id, existing ? joined(existing, row, merge) : row);
  }
  return [...byId.values()];
}

/** The record with what a row adds; one that is full stays as it is. */
function joined(existing: IncidentRecord, row: IncidentRecord, merge: NonNullable<Format['merge']>): IncidentRecord {
  const parsed = record.safeParse(merge(existing, row));
  return parsed.success ? parsed.data : existing;
}
