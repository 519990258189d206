import type { Aggregate, Dataset, Development, Incident, IncidentRecord } from './incident.ts';
import type { Query } from './query.ts';

/** One row of a trend, a ranking or a comparison. Tolls are best estimates; incidents without a figure add nothing. */
export interface Group {
  key: string;
  count: number;
  killed: number;
  civilians: number;
  low: number;
  high: number;
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
  /** How many groups there are in all, before the limit. */
  groupTotal?: number;
  /** Incidents left out of the groups because their range crosses a border of the unit, or they have no such value. */
  ungrouped?: number;
  /** Records that are never counted but belong beside the answer. */
  aggregates: Aggregate[];
  developments: Development[];
}

export interface Coverage {
  incidents: number;
  records: number;
  /** First and last date of the dated incidents. */
  first: string | null;
  last: string | null;
  countries: { country: string; incidents: number; last: string }[];
  datasets: (Dataset & { incidents: number; first: string | null; last: string | null })[];
  /** Moves with every applied change. */
  version: number;
}

/** A name as the data writes it, with how often and where, so that names can be linked to it. */
export interface VocabularyPlace {
  level: 'country' | 'admin1' | 'admin2' | 'place';
  name: string;
  country: string | null;
  admin1: string | null;
  /** Mean position of its incidents located to the district or better (any incident, for a country). */
  lat: number | null;
  lon: number | null;
  incidents: number;
}
export interface VocabularyActor {
  name: string;
  incidents: number;
  /** Where it acts most. */
  country: string | null;
}
export interface Vocabulary {
  version: number;
  places: VocabularyPlace[];
  actors: VocabularyActor[];
  sources: { name: string; incidents: number }[];
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
export interface ChangeRow {
  cursor: number;
  id: string;
  revision: number;
  action: 'add' | 'correct' | 'retract';
  at: string;
  by: string;
  why: string;
  before: IncidentRecord | null;
  after: IncidentRecord | null;
}

/** The store of what is known. Every method is asynchronous, because one of its engines is. */
export interface Incidents {
  find(query: Query): Promise<Result>;
  get(id: string): Promise<IncidentRecord | undefined>;
  history(id: string): Promise<ChangeRow[]>;
  /** Same id: unchanged or a new revision. One transaction a call, with the change log. */
  apply(changes: Change[], origin: Origin): Promise<Applied>;
  /** Brackets a large load: `work` may call apply often; indexes and statistics are settled after it. */
  bulk<T>(work: () => Promise<T>): Promise<T>;
  changesSince(cursor: number, limit: number): Promise<ChangeRow[]>;
  coverage(): Promise<Coverage>;
  vocabulary(): Promise<Vocabulary>;
  close(): Promise<void>;
}
