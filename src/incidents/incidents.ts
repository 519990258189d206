import type { Applied, Author, Change, ChangeRow, Checkpoint, Edit, Origin, Scope } from './change.ts';
import type { Coverage, Vocabulary } from './data-profile.ts';
import type { DuplicateScore } from './duplicate-score.ts';
import type { Incident, IncidentRecord, Unreviewed } from './incident.ts';
import type { Query } from './query.ts';
import type { Result } from './result.ts';
import type { RecordScan, SelectedRows } from './scan.ts';

export type { Author, Change, ChangeRow, Edit, Origin } from './change.ts';
export type { Changes, Group, MapPoint, Result } from './result.ts';

/** Two incidents that may be the same. `confidence`: 0 to 1. */
export interface DuplicatePair {
  a: Incident;
  b: Incident;
  confidence: number;
  reasons: DuplicateScore['reasons'];
}

/** A page of the reports to review, the newest first; with `text`, those that have all of its words. */
export interface ReportQuery {
  text?: string;
  limit: number;
  offset: number;
}
/** The page of reports, and how many there are in all. */
export interface ReportResult {
  total: number;
  reports: Unreviewed[];
}

/** The store of incident records, on SQLite or PostgreSQL. */
export interface Incidents {
  /** Answers a query. With `filter.asOf`, from the records as they were then. */
  find(query: Query): Promise<Result>;
  /** All incidents that the query counts, whatever its limit, read in batches; `rows`: from an earlier `selectRows`. */
  stream(query: Query, rows?: SelectedRows): Promise<RecordScan>;
  /** The rows of all incidents that the query counts: eight bytes each, in its order. */
  selectRows(query: Query): Promise<SelectedRows>;
  /** The record of an id; of a merged one, the record it is merged into. */
  get(id: string): Promise<IncidentRecord | undefined>;
  /** The records that exist, as from `get`, by the requested ids. */
  getAll(ids: readonly string[]): Promise<Map<string, IncidentRecord>>;
  /** The revisions of this record (not of one it is merged into), the first one first. */
  history(id: string): Promise<ChangeRow[]>;
  /**
   * Stores records: a known id is unchanged or a new revision. One transaction with the change log and the checkpoint.
   */
  apply(changes: Change[], origin: Origin, checkpoint?: (applied: Applied) => Checkpoint): Promise<Applied>;
  /** What `apply` would do with the records; changes nothing. */
  compare(records: readonly IncidentRecord[]): Promise<Applied>;
  /**
   * Applies a person's edit in one transaction and returns its changes. Throws EditError with the reason if it cannot.
   */
  edit(edit: Edit, author: Author): Promise<ChangeRow[]>;
  /** Pairs of possible duplicates, the surest first; with `id`, those of one incident. */
  duplicates(limit: number, id?: string): Promise<DuplicatePair[]>;
  /** Flags the incidents of the dataset in `scope` whose ids a release no longer has; returns the ids newly flagged. */
  markVanished(scope: Scope, ids: ReadonlySet<string>, origin: Origin): Promise<string[]>;
  /** The value of a checkpoint; undefined if anything has changed since it was stored. */
  checkpoint(name: string): Promise<unknown>;
  /** The names of files whose import has begun and is not finished. */
  unfinished(): Promise<string[]>;
  /** Reports to review. */
  reports(query: ReportQuery): Promise<ReportResult>;
  /** Runs a large import, which calls `apply` many times; duplicates and statistics are updated once, after it. */
  bulk<T>(work: () => Promise<T>): Promise<T>;
  /** At most `limit` changes after a cursor, in the order they were made. */
  changesSince(cursor: number, limit: number): Promise<ChangeRow[]>;
  /** The incidents that say who says what, and the aggregates and developments; the same array until the data changes. */
  stories(): Promise<readonly IncidentRecord[]>;
  /** What the data covers. */
  coverage(): Promise<Coverage>;
  /** Every name in the data, for linking. */
  vocabulary(): Promise<Vocabulary>;
  /** Closes the store and its database. */
  close(): Promise<void>;
}
