import type { Amendment } from './apply-correction.ts';
import type { Coverage, Vocabulary } from './data-profile.ts';
import type { ChangedField } from './diff.ts';
import type { DuplicateScore } from './duplicate-score.ts';
import type { Aggregate, Dataset, Development, Incident, IncidentRecord, Unreviewed, Where } from './incident.ts';
import type { QuantityTotals } from './quantities.ts';
import type { Query, Unit } from './query.ts';
import type { RecordScan, SelectedRows } from './scan.ts';

/**
 * One row of a trend, a ranking or a comparison. `killed` and `civilians` are sums of best estimates, `low` and `high`
 * the bounds of `killed`; incidents without a figure add nothing. `key`: "2016-03", "2016-W11", a name, or a side's key.
 */
export interface Group extends QuantityTotals {
  key: string;
  low: number;
  high: number;
}

/** A position in the data (an incident's own, or the centre of its province or country) and the sums of its incidents. */
export interface MapPoint extends QuantityTotals {
  precision: Where['precision'];
  country?: string;
  admin1?: string;
  place?: string;
  /** Degrees (WGS 84); absent where the data gives no position. */
  lat?: number;
  lon?: number;
  /** The other end of a recorded line. */
  to?: { name: string; lat: number; lon: number };
}

/** The answer to a query. `total`, `overlapping` and `coarse` never count the same incident. */
export interface Result {
  /** Incidents that match the filter and whose whole date range lies in the period. */
  total: number;
  /** Incidents whose date range only overlaps the period: reported separately, never added. */
  overlapping: number;
  /** Incidents that may lie in the place but are located too coarsely to tell. */
  coarse: number;
  /** Of `total`, incidents without a figure for the query's quantity. */
  withoutFigure: number;
  /** The page of incidents, in the query's order. */
  incidents: Incident[];
  /** Of a sum: people, best, low and high estimate. Of a count: incidents. Of a span: days. */
  value?: number;
  low?: number;
  high?: number;
  groups?: Group[];
  /** Of a timeline: the unit of its groups. */
  unit?: Unit;
  /** Groups in all, before the limit. */
  groupTotal?: number;
  /** Incidents in no group: their date range crosses a border of the unit, or they have no such value. */
  ungrouped?: number;
  /** Of a map: the positions, the one with most incidents first; and how many there are before merging. */
  spots?: MapPoint[];
  spotTotal?: number;
  /** Related records, which are shown with the answer but never counted. */
  aggregates: Aggregate[];
  developments: Development[];
  /** Of `total`, incidents that no manager has confirmed yet. */
  unreviewed?: number;
  /** Of `total`, incidents that may be duplicates of another one in it, from another dataset. */
  alike?: number;
  /** Of a `changes` query. */
  changes?: Changes;
}

/** The changes of a query's incidents in a span of time. */
export interface Changes {
  /** The span, `[since, before)`: ISO instants in UTC; null is open. */
  since: string | null;
  before: string | null;
  /** Incidents that changed. */
  total: number;
  /** Incidents by action; one that was corrected twice counts once. */
  incidents: Partial<Record<ChangeRow['action'], number>>;
  /** Incidents by the field that a correction changed. */
  fields: Partial<Record<ChangedField, number>>;
  /** People: by how much all corrections together change the best estimates of the killed. */
  killed: number;
  /** The page of changes, the most noticeable first. */
  rows: ChangeRow[];
  /** Up to five authors and reasons, the latest first. */
  origins: { by: string; why: string; at: string; changes: number }[];
}

/** A record as its dataset has it now (`put`), or one that the dataset has withdrawn. */
export interface Change {
  action: 'put' | 'retract';
  record: IncidentRecord;
}
/** Records by what became of them. */
export interface Applied {
  added: number;
  revised: number;
  unchanged: number;
  retracted: number;
}
/** Where changes come from. `at`: an ISO instant. */
export interface Origin {
  dataset: Dataset;
  /** Who makes the change, in words people recognise: "import ged251.csv". */
  by: string;
  why: string;
  at: string;
}
/**
 * One revision in the change log. `cursor` orders all changes, `revision` those of one record, from 1. `merge` and `split`
 * are logged for the kept record, `absorb` and `release` for the other one; `other` is the id of its counterpart.
 * `vanish`: a release of its dataset no longer has the record, which is unchanged otherwise. `before` is null for a new
 * record, `after` where the change removes the record from answers.
 */
export interface ChangeRow {
  cursor: number;
  id: string;
  revision: number;
  action: 'add' | 'correct' | 'retract' | 'merge' | 'absorb' | 'split' | 'release' | 'vanish';
  other: string | null;
  at: string;
  by: string;
  why: string;
  before: IncidentRecord | null;
  after: IncidentRecord | null;
}

/** What a person may do to stored records. `absorbed` is merged into `kept`, or split from what it was merged into. */
export type Edit =
  | { kind: 'correct'; id: string; amendment: Amendment }
  | { kind: 'retract'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'merge'; kept: string; absorbed: string }
  | { kind: 'split'; absorbed: string };
/** What a release covers: countries, and the days from `first` to `last`, both inclusive. */
export interface Scope {
  countries: readonly string[];
  first: string;
  last: string;
}
/** Who edits, why, and when (an ISO instant). */
export type Author = Omit<Origin, 'dataset'>;

/** Two incidents that may be the same. `confidence`: 0 to 1. */
export interface DuplicatePair {
  a: Incident;
  b: Incident;
  confidence: number;
  reasons: DuplicateScore['reasons'];
}

/** The progress of a long import: stored in the transaction of its batch, deleted by the value null. */
export interface Checkpoint {
  name: string;
  value: unknown;
}

/** A page of the reports to review, the newest first; with `text`, those that have all of its words. */
export interface ReportQuery {
  text?: string;
  limit: number;
  offset: number;
}
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
  /** Stores records: a known id is unchanged or a new revision. One transaction with the change log and the checkpoint. */
  apply(changes: Change[], origin: Origin, checkpoint?: (applied: Applied) => Checkpoint): Promise<Applied>;
  /** What `apply` would do with the records; changes nothing. */
  compare(records: readonly IncidentRecord[]): Promise<Applied>;
  /** Applies a person's edit in one transaction and returns its changes. Throws EditError with the reason if it cannot. */
  edit(edit: Edit, author: Author): Promise<ChangeRow[]>;
  /** Pairs of possible duplicates, the surest first; with `id`, those of one incident. */
  duplicates(limit: number, id?: string): Promise<DuplicatePair[]>;
  /** Flags the incidents of the dataset in `scope` whose ids a release no longer has; returns the ids newly flagged. */
  markVanished(scope: Scope, ids: ReadonlySet<string>, origin: Origin): Promise<string[]>;
  /** The value of a checkpoint; undefined if anything has changed since it was stored. */
  checkpoint(name: string): Promise<unknown>;
  /** Reports to review. */
  reports(query: ReportQuery): Promise<ReportResult>;
  /** Runs a large import, which calls `apply` many times; duplicates and statistics are updated once, after it. */
  bulk<T>(work: () => Promise<T>): Promise<T>;
  /** At most `limit` changes after a cursor, in the order they were made. */
  changesSince(cursor: number, limit: number): Promise<ChangeRow[]>;
  /** What the data covers. */
  coverage(): Promise<Coverage>;
  /** Every name in the data, for linking. */
  vocabulary(): Promise<Vocabulary>;
  /** Closes the store and its database. */
  close(): Promise<void>;
}
