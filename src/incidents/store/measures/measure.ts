import type { Database } from '../../../database/database.ts';
import type { Query } from '../../query.ts';
import type { Result } from '../../result.ts';
import type { MatchedSet } from '../count.ts';

/** What a measure is computed from: the state to read, the query, and which incidents its filter matches. */
export interface MeasureInput {
  db: Database;
  query: Query;
  matched: MatchedSet;
  /** The units of time of a query's periods in which there is data; none if the measure does not need to know. */
  covered(query: Pick<Query, 'filter' | 'by'>): readonly string[];
}

/** How one measure is computed. */
export interface MeasureRule {
  /** The measure's own part of the result; it replaces the common counts of the same name. */
  compute(input: MeasureInput): Promise<Partial<Result>>;
  /**
   * Whether the groups hold each matched incident once: their sum is then the total, and nothing is counted beforehand.
   */
  totalFromGroups?(query: Query): boolean;
  /** Whether incidents without a figure for a non-fatal quantity are counted apart, because no group shows them. */
  countsMissingFigures?: true;
}
