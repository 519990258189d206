import type { ChangeRow } from './change.ts';
import type { ChangedField } from './diff.ts';
import type { Aggregate, Development, Incident, Where } from './incident.ts';
import type { QuantityTotals } from './quantities.ts';
import type { Unit } from './query.ts';

/**
 * One row of a trend, a ranking or a comparison. `killed` and `civilians` are sums of best estimates, `low` and `high`
 * the bounds of `killed`; incidents without a figure add nothing. `key`: "2016-03", "2016-W11", "2016-Q3", "2016-H1", a
 * weekday from "1" (Monday) to "7", an hour from "00" to "23", a season from "winter" (December to February) to
 * "autumn", a name, two names "A | B", or a side's key.
 */
export interface Group extends QuantityTotals {
  key: string;
  low: number;
  high: number;
  /** How many different ones of the unit that the query's `having` is of. */
  distinct?: number;
  /**
   * Of a query about change: the figure before, by how much it changed, and in percent of it to one decimal; null where
   * it is not known, or 0 would be divided by.
   */
  before?: number | null;
  change?: number | null;
  percent?: number | null;
}

/**
 * A position in the data (an incident's own, or the centre of its province or country) and the sums of its incidents.
 */
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
  /**
   * Of a sum: people, best, low and high estimate. Of a count: incidents, or groups. Of a span: days. Of a difference, a
   * ratio, an average, a median and a share (in percent, to one decimal): null where a figure is missing or would be
   * divided by 0.
   */
  value?: number | null;
  low?: number;
  high?: number;
  /** Of a sum of the killed: those of the one actor that the filter names, if every incident tells them apart. */
  own?: number;
  groups?: Group[];
  /** Of a difference, and of two periods compared: the change in percent, to one decimal; null if it is one from 0. */
  percent?: number | null;
  /** Of an average: what was divided; null where nobody gives a figure. `units`: how many, and the keys of both ends; of a median too. */
  sum?: number | null;
  units?: { count: number; first: string; last: string };
  /** Of a share: people or incidents; null where nobody gives a figure. */
  part?: number | null;
  whole?: number | null;
  /** Of a timeline: the unit of its groups. */
  unit?: Unit;
  /** Groups in all, before the limit. */
  groupTotal?: number;
  /** Of a count of units of time: the keys of those in which nothing is counted. */
  empty?: string[];
  /** Of a ranking of units of time by the fewest: the keys of all groups, to tell which units have none. */
  keys?: string[];
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
