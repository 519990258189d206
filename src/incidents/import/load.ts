import { isDeepStrictEqual } from 'node:util';
import { withoutCorrections } from '../apply-correction.ts';
import { type Applied, addApplied, nothingApplied, type Origin } from '../change.ts';
import { type Dataset, datasetOf, type IncidentRecord, record } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import type { Cells } from './cell-values.ts';
import { type DescribeDataset, datasetDescriber } from './describe-dataset.ts';
import type { FormatChoice } from './detect.ts';
import { type FileReport, readTally, type Tally, tallyOf } from './file-report.ts';
import type { Format } from './format.ts';
import type { SourceStream } from './read/source-stream.ts';
import { shortHash } from './record-ids.ts';
import type { ScopeBuilder } from './release-scope.ts';
import { createTwinFinder } from './twin-ids.ts';

/** How to import. `by`: whom the changes are logged for; `now`: their instant. */
export interface ImportOptions extends FormatChoice {
  incidents: Incidents;
  /** Report what would change, and change nothing. */
  dryRun?: boolean;
  /** The files are whole releases: incidents that they no longer have are taken back. “ucdp” is one. */
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
  /** Tells the row of a record before it is stored. */
  note(id: string, cells: Cells): void;
  /** Stores a batch and adds its outcome to the report; `last` ends the run. */
  apply(batch: IncidentRecord[], report: FileReport, last?: boolean): Promise<void>;
  /** Marks and takes back incidents in the scope of a whole release that it no longer has, and returns their ids. */
  vanished(scope: ScopeBuilder): Promise<string[]>;
}

const vanishedAtOnce = 500;

/** A loader. Each batch stores its tally in its own transaction, so that a later run neither repeats nor skips rows. */
export function createLoader(file: SourceStream, format: Format, options: ImportOptions): Loader {
  const { incidents, dryRun } = options;
  const name = file.identity && `import ${shortHash(`${file.identity} ${format.name} ${options.mapping ?? ''}`)}`;
  const origin = originOf(file, format, options);
  const twins = format.twins && createTwinFinder(incidents, format.dataset.id, format.twins);
  let described: Promise<DescribeDataset> | undefined;
  const describe = () => {
    described ??= datasetDescriber(incidents, options.datasets);
    return described;
  };
  const applyOrCompare = async (batch: IncidentRecord[], report: FileReport, last: boolean): Promise<Applied> => {
    const { puts: records, replaced, joined } = (await twins?.pair(batch)) ?? { puts: batch, replaced: [], joined: 0 };
    report.joined += joined;
    if (dryRun && format.retracts) return withdrawn(records, incidents);
    if (dryRun) return addApplied(await incidents.compare(records), { ...nothingApplied, retracted: replaced.length });
    const mark = (applied: Applied) => ({
      name: name ?? '',
      value: last ? null : tallyOf({ ...report, ...addApplied(report, applied) }),
    });
    if (format.datasets) return applyToOwn(records, origin, incidents, await describe());
    const changes = [
      ...replaced.map((record) => ({ action: 'retract' as const, record })),
      ...records.map((record) => ({ action: format.retracts ? ('retract' as const) : ('put' as const), record })),
    ];
    return incidents.apply(changes, origin, name ? mark : undefined);
  };
  return {
    signal: options.signal,
    joins: format.merge !== undefined,
    note: (id, cells) => twins?.note(id, cells),
    earlier: async () => (name && !dryRun ? readTally(await incidents.checkpoint(name)) : undefined),
    apply: async (batch, report, last = false) => {
      const records = format.merge ? await merged(batch, format.merge, incidents) : batch;
      report.joined += batch.length - records.length;
      Object.assign(report, addApplied(report, await applyOrCompare(records, report, last)));
      const words = `${file.name}: ${report.rows.toLocaleString('en')} rows`;
      options.progress?.({ done: file.read(), of: file.size, words });
    },
    vanished: async (scope) => {
      const ids = await incidents.markVanished(scope.scope(), scope.ids, origin);
      for (let at = 0; at < ids.length; at += vanishedAtOnce) {
        const gone = await incidents.getAll(ids.slice(at, at + vanishedAtOnce));
        const retracts = [...gone.values()].map((record) => ({ action: 'retract' as const, record }));
        await incidents.apply(retracts, origin);
      }
      return ids;
    },
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

/** The stored record where a record is the same, else as its source has it: the store applies corrections again. */
function asSource(own: IncidentRecord, stored: IncidentRecord | undefined): IncidentRecord {
  if (stored === undefined) return own;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(own)), stored) ? stored : withoutCorrections(own);
}

/** Stores records in the datasets that their ids name. */
async function applyToOwn(
  records: readonly IncidentRecord[],
  origin: Origin,
  incidents: Incidents,
  describe: DescribeDataset,
): Promise<Applied> {
  let applied = nothingApplied;
  const stored = await incidents.getAll(records.map(({ id }) => id));
  for (const [id, list] of Map.groupBy(records, (one) => datasetOf(one.id))) {
    const puts = list.map((one) => ({ action: 'put' as const, record: asSource(one, stored.get(one.id)) }));
    applied = addApplied(applied, await incidents.apply(puts, { ...origin, dataset: describe(id) }));
  }
  return applied;
}

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
