import type { Applied, Origin } from '../change.ts';
import { type IncidentRecord, record } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import type { FormatChoice } from './detect.ts';
import { type FileReport, readTally, type Tally, tallyOf } from './file-report.ts';
import type { Format } from './format.ts';
import type { SourceStream } from './read/source-stream.ts';
import { shortHash } from './record-ids.ts';
import type { ScopeBuilder } from './release-scope.ts';

export interface ImportOptions extends FormatChoice {
  incidents: Incidents;
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

export interface Loader {
  signal: AbortSignal | undefined;
  /** The tally of a run that was cut short. */
  earlier(): Promise<Tally | undefined>;
  apply(batch: IncidentRecord[], report: FileReport, last?: boolean): Promise<void>;
  /** Of a whole release: what it no longer has. */
  vanished(seen: ScopeBuilder): Promise<string[]>;
}

/** Applies batches; each leaves its tally in the same transaction, so that nothing is applied twice or left out. */
export function createLoader(file: SourceStream, format: Format, options: ImportOptions): Loader {
  const { incidents, dryRun } = options;
  const name = file.identity && `import ${shortHash(`${file.identity} ${format.name} ${options.mapping ?? ''}`)}`;
  const origin = originOf(file, format, options);
  const put = async (records: IncidentRecord[], report: FileReport, last: boolean): Promise<Applied> => {
    if (dryRun) return incidents.compare(records);
    const changes = records.map((made) => ({ action: 'put' as const, record: made }));
    const mark = (applied: Applied) => ({
      name: name ?? '',
      value: last ? null : tallyOf({ ...report, ...sum(report, applied) }),
    });
    return incidents.apply(changes, origin, name ? mark : undefined);
  };
  return {
    signal: options.signal,
    earlier: async () => (name && !dryRun ? readTally(await incidents.checkpoint(name)) : undefined),
    apply: async (batch, report, last = false) => {
      const records = format.merge ? await merged(batch, format.merge, incidents) : batch;
      report.joined += batch.length - records.length;
      Object.assign(report, sum(report, await put(records, report, last)));
      const words = `${file.name}: ${report.rows.toLocaleString('en')} rows`;
      options.progress?.({ done: file.read(), of: file.size, words });
    },
    vanished: (seen) => incidents.markVanished(seen.scope(), seen.ids, origin),
  };
}

const originOf = (file: SourceStream, { dataset }: Format, { by, now }: ImportOptions): Origin => ({
  dataset,
  by,
  why: `import of ${file.name}`,
  at: now.toISOString(),
});

const sum = (a: Applied, b: Applied): Applied => ({
  added: a.added + b.added,
  revised: a.revised + b.revised,
  unchanged: a.unchanged + b.unchanged,
  retracted: a.retracted + b.retracted,
});

/** Rows that tell of the same record become one, joined with what the store holds of it. */
async function merged(
  batch: IncidentRecord[],
  merge: NonNullable<Format['merge']>,
  incidents: Incidents,
): Promise<IncidentRecord[]> {
  const there = await incidents.getAll([...new Set(batch.map(({ id }) => id))]);
  const byId = new Map<string, IncidentRecord>();
  for (const made of batch) {
    const held = byId.get(made.id) ?? there.get(made.id);
    byId.set(made.id, held ? record.parse(merge(held, made)) : made);
  }
  return [...byId.values()];
}
