import type { Incident } from './incident.ts';

interface Counted {
  total: number;
  /** Ids of the datasets they are from. */
  datasets: string[];
}

/** Which incidents a query counts, in its order. */
export interface SelectedRows extends Counted {
  /** Their rows in the store. */
  rids: Float64Array;
}

/** All incidents that a query counts. */
export interface RecordScan extends Counted {
  /** In the query's order; read anew each time they are gone through. */
  incidents: AsyncIterable<Incident>;
}
