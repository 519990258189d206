import type { Dataset, IncidentRecord } from '../incident.ts';
import type { Cells } from './cell-values.ts';

/** What `--format` may say. `mapped`: by a mapping of columns, whatever the columns look like. */
export const formatNames = [
  'ucdp',
  'acled',
  'gtd',
  'gdelt',
  'icews',
  'insecurity-insight',
  'ushahidi',
  'reliefweb',
  'feed',
  'mapped',
] as const;

/** What a row means; throws CellError for a row it cannot take. */
export type RowReader = (cells: Cells) => IncidentRecord;

/** One kind of file: how to know it, and what a row means. */
export interface Format {
  name: (typeof formatNames)[number];
  dataset: Dataset;
  /** The keys of the columns by which it is known: any one of the lists. */
  columns: readonly (readonly string[])[];
  /** What holds for the whole file, such as the order of day and month, is told from its first rows. */
  reader(sample: readonly Cells[]): RowReader;
  /** Several rows may tell of the same record; order does not matter, and the same row twice adds nothing. */
  merge?(held: IncidentRecord, made: IncidentRecord): IncidentRecord;
}
