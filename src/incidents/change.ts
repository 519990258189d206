import type { Amendment } from './apply-correction.ts';
import type { Dataset, IncidentRecord } from './incident.ts';

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

export const nothingApplied: Readonly<Applied> = { added: 0, revised: 0, unchanged: 0, retracted: 0 };

export const addApplied = (a: Applied, b: Applied): Applied => ({
  added: a.added + b.added,
  revised: a.revised + b.revised,
  unchanged: a.unchanged + b.unchanged,
  retracted: a.retracted + b.retracted,
});

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

/** The progress of a long import: stored in the transaction of its batch, deleted by the value null. */
export interface Checkpoint {
  name: string;
  value: unknown;
}
