import type { Amendment } from './apply-correction.ts';
import type { Coverage, Vocabulary } from './data-profile.ts';
import type { ChangedField } from './diff.ts';
import type { DuplicateScore } from './duplicate-score.ts';
import type { Aggregate, Dataset, Development, Incident, IncidentRecord, Unreviewed, Where } from './incident.ts';
import type { QuantityTotals } from './quantities.ts';
import type { Query, Unit } from './query.ts';
import type { RecordScan, SelectedRows } from './scan.ts';

/** One row of a trend, a ranking or a comparison. Tolls are best estimates; incidents without a figure add nothing. */
export interface Group extends QuantityTotals {
  key: string;
  low: number;
  high: number;
}

/** A recorded position and what happened there: an incident's own, or the centre of its province or country. */
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

export interface Result {
  /** Incidents whose whole date range lies inside the period. */
  total: number;
  /** Those whose range only overlaps it: told apart, never added. */
  overlapping: number;
  /** Those that may lie there but are located too coarsely to tell. */
  coarse: number;
  /** Of `total`, those without a figure for what was asked. */
  withoutFigure: number;
  /** The shown ones, in order. */
  incidents: Incident[];
  /** Of a sum, count or span: best, low and high. */
  value?: number;
  low?: number;
  high?: number;
  groups?: Group[];
  /** Of a timeline: the unit of its groups. */
  unit?: Unit;
  /** How many groups there are in all, before the limit. */
  groupTotal?: number;
  /** Incidents left out of the groups because their range crosses a border of the unit, or they have no such value. */
  ungrouped?: number;
  /** Of a map: the recorded positions, those of most incidents first; and how many there are in all. */
  spots?: MapPoint[];
  spotTotal?: number;
  /** Records that are never counted but belong beside the answer. */
  aggregates: Aggregate[];
  developments: Development[];
  /** Of `total`, those that no manager has confirmed yet. */
  unreviewed?: number;
  /** Of `total`, those that may be the same as another of them, told by another dataset. */
  alike?: number;
  /** Of a `changes` query. */
  changes?: Changes;
}

/** What was changed in a span of time, of the incidents asked for. */
export interface Changes {
  /** The first and last moment looked at, ISO; null: open. */
  since: string | null;
  before: string | null;
  /** Incidents that were changed. */
  total: number;
  /** Incidents by what happened to them; one that was revised twice counts once. */
  incidents: Partial<Record<ChangeRow['action'], number>>;
  /** Of the corrected ones, how many differ in what. */
  fields: Partial<Record<ChangedField, number>>;
  /** The change of the toll that all corrections together make. */
  killed: number;
  /** The shown ones: what people notice most first. */
  rows: ChangeRow[];
  /** Who made them and why, the latest first. */
  origins: { by: string; why: string; at: string; changes: number }[];
}

export interface Change {
  action: 'put' | 'retract';
  record: IncidentRecord;
}
export interface Applied {
  added: number;
  revised: number;
  unchanged: number;
  retracted: number;
}
export interface Origin {
  dataset: Dataset;
  /** Who makes the change, as people would recognise it: "import ged251.csv". */
  by: string;
  why: string;
  at: string;
}
/**
 * One revision. `merge` and `split` are told of the record that is kept, `absorb` and `release` of the other, each with
 * the `other`. `vanish`: a release of its dataset has it no more; nothing else about it changed. `after` is null when the
 * record is in no answer any more.
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

/** What people do to a record that is there. */
export type Edit =
  | { kind: 'correct'; id: string; amendment: Amendment }
  | { kind: 'retract'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'merge'; kept: string; absorbed: string }
  | { kind: 'split'; absorbed: string };
/** What a release speaks of: countries and days, both inside. */
export interface Scope {
  countries: readonly string[];
  first: string;
  last: string;
}
export type Author = Omit<Origin, 'dataset'>;

/** A pair of incidents that may be one. `confidence` 0 to 1. */
export interface DuplicatePair {
  a: Incident;
  b: Incident;
  confidence: number;
  reasons: DuplicateScore['reasons'];
}

/** How far a long load has come. It is kept together with the changes of its batch, or not at all; null forgets it. */
export interface Checkpoint {
  name: string;
  value: unknown;
}

/** Reports to review, newest first. */
export interface ReportQuery {
  text?: string;
  limit: number;
  offset: number;
}
export interface ReportResult {
  total: number;
  reports: Unreviewed[];
}

/** The store of what is known. Every method is asynchronous, because one of its engines is. */
export interface Incidents {
  find(query: Query): Promise<Result>;
  /** All that the query counts, whatever its limit, without holding them; those `chosen` for it, where that was done apart. */
  stream(query: Query, chosen?: SelectedRows): Promise<RecordScan>;
  selectRows(query: Query): Promise<SelectedRows>;
  /** An id that was merged gives the record it is merged into. */
  get(id: string): Promise<IncidentRecord | undefined>;
  /** Those of them that are there, each as `get` has it, by the id it was asked for. */
  getAll(ids: readonly string[]): Promise<Map<string, IncidentRecord>>;
  /** The revisions of this very record, the first one first. */
  history(id: string): Promise<ChangeRow[]>;
  /** Same id: unchanged or a new revision. One transaction a call, with the change log. */
  apply(changes: Change[], origin: Origin, mark?: (applied: Applied) => Checkpoint): Promise<Applied>;
  /** What `apply` would make of them, without doing it. */
  compare(records: readonly IncidentRecord[]): Promise<Applied>;
  /** Throws EditError when it cannot be done. Returns what it changed. */
  edit(edit: Edit, author: Author): Promise<ChangeRow[]>;
  /** Pairs that may be one incident, the surest first; of one record, or of all. */
  duplicates(limit: number, id?: string): Promise<DuplicatePair[]>;
  /** Says of every incident of the dataset in `scope` that is not among `ids` that the release has it no more. */
  markVanished(scope: Scope, ids: ReadonlySet<string>, origin: Origin): Promise<string[]>;
  /** The value of a mark, as long as nothing else has changed since it was set. */
  checkpoint(name: string): Promise<unknown>;
  reports(query: ReportQuery): Promise<ReportResult>;
  /** Brackets a large load: `work` may call apply often; indexes and statistics are settled after it. */
  bulk<T>(work: () => Promise<T>): Promise<T>;
  changesSince(cursor: number, limit: number): Promise<ChangeRow[]>;
  coverage(): Promise<Coverage>;
  vocabulary(): Promise<Vocabulary>;
  close(): Promise<void>;
}
