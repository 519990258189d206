import { type Applied, addApplied, type Change, type Checkpoint, type Origin, type Scope } from '../../change.ts';
import type { Incidents } from '../../incidents.ts';
import type { Query } from '../../query.ts';
import type { RecordScan } from '../../scan.ts';
import type { FileReport } from '../file-report.ts';
import type { ImportOptions } from '../load.ts';
import type { ImportSource } from '../read/open-source.ts';

/** What an import asks of the store; a checkpoint is sent as it would be if nothing were applied. */
export interface StoreCalls {
  apply: [changes: Change[], origin: Origin, checkpoint: Checkpoint | undefined];
  compare: Parameters<Incidents['compare']>;
  getAll: Parameters<Incidents['getAll']>;
  checkpoint: Parameters<Incidents['checkpoint']>;
  markVanished: [scope: Scope, ids: ReadonlySet<string>, origin: Origin];
  coverage: [];
  find: Parameters<Incidents['find']>;
  /** The number of a stream, for `more`. */
  stream: [query: Query];
  /** The next incidents of a stream; none at its end. */
  more: [stream: number];
}

export interface StoreCall<M extends keyof StoreCalls = keyof StoreCalls> {
  number: number;
  method: M;
  args: StoreCalls[M];
}

/** A stream that `more` reads on. */
export type Streamed = Omit<RecordScan, 'incidents'> & { number: number };

/** To the process that imports: what to import, then the store's replies. */
export type ToImport =
  | {
      kind: 'begin';
      sources: readonly ImportSource[];
      options: Omit<ImportOptions, 'incidents' | 'progress' | 'signal'>;
    }
  | { kind: 'reply'; number: number; value: unknown };

/** From it; `failed`: an ImportError's message. */
export type FromImport =
  | ({ kind: 'call' } & StoreCall)
  | { kind: 'progress'; note: Parameters<NonNullable<ImportOptions['progress']>>[0] }
  | { kind: 'done'; reports: FileReport[] }
  | { kind: 'failed'; message: string };

/** What is counted in a checkpoint, with what was applied. */
export function checkpointAfter({ name, value }: Checkpoint, applied: Applied): Checkpoint {
  if (value === null || typeof value !== 'object') return { name, value };
  return { name, value: { ...value, ...addApplied(value as Applied, applied) } };
}
