import type { Incident } from './incident.ts';

interface Counted {
  total: number;
  /** Ids of their datasets, sorted. */
  datasets: string[];
}

/** The rows of the incidents that a query counts, in its order. */
export interface SelectedRows extends Counted {
  /** Row numbers in the store. */
  rids: Float64Array;
}

/** All incidents that a query counts, to be iterated over. */
export interface RecordScan extends Counted {
  /** In the query's order; each iteration reads them again. */
  incidents: AsyncIterable<Incident>;
}
