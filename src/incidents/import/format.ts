import type { Dataset, IncidentRecord } from '../incident.ts';
import type { Cells } from './cell-values.ts';
import type { TwinIds } from './twin-ids.ts';

/** The values of `--format`. `mapped`: by a mapping, even if the columns are those of a known format. */
export const formatNames = [
  'records',
  'export',
  'export-columns',
  'ucdp',
  'acled',
  'acled-deleted',
  'gtd',
  'gdelt',
  'icews',
  'insecurity-insight',
  'ushahidi',
  'reliefweb',
  'feed',
  'mapped',
] as const;

/** Turns a row into a record, to be validated by the caller. Throws CellError. */
export type RowReader = (cells: Cells) => IncidentRecord;

/** A file format: how to detect it, and what a row means. */
export interface Format {
  name: (typeof formatNames)[number];
  dataset: Dataset;
  /** The columns that identify it, by their keys: those of any one of the lists. */
  columns: readonly (readonly string[])[];
  /**
   * Makes the reader for a file. From the first rows it learns what holds for all, such as the order of day and month.
   */
  reader(sample: readonly Cells[]): RowReader;
  /**
   * Set if the ids of its records name their datasets: those that the first rows describe.
   */
  datasets?(sample: readonly Cells[]): Dataset[];
  /** Of a dataset that has numbered its events anew. */
  twins?: TwinIds;
  /** Its rows name records that the dataset has withdrawn; only their ids count. */
  retracts?: true;
  /**
   * Merges two rows of the same record, for formats that have such: the same row twice adds nothing, and of what both
   * say the later one counts.
   */
  merge?(existing: IncidentRecord, added: IncidentRecord): IncidentRecord;
}
