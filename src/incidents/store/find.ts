import type { Database } from '../../database/database.ts';
import { unitsCovered } from '../covered-units.ts';
import type { Coverage } from '../data-profile.ts';
import { stretchesOf } from '../periods.ts';
import { isNonFatal } from '../quantities.ts';
import type { Query } from '../query.ts';
import type { Result } from '../result.ts';
import { countsOf, type MatchedSet, matchedWithoutCount, overlapping, searchMatches } from './count.ts';
import { countDuplicatesAmong } from './duplicates/pairs.ts';
import { measures } from './measures/index.ts';
import { loadPresenceFlags } from './presence-flags.ts';
import { findRelatedRecords } from './related-records.ts';
import { all, clause, type SqlFragment } from './sql-fragment.ts';
import { insideClause } from './where-period.ts';

/** Full text is always counted: what matches depends on whether all terms are found, or only some. */
const matches = (db: Database, query: Query): MatchedSet | Promise<MatchedSet> =>
  query.filter.text === undefined && measures[query.measure].totalFromGroups?.(query)
    ? matchedWithoutCount(db, query.filter)
    : searchMatches(db, query);

/** Incidents without a figure for a quantity that groups sum up. */
const missingFigures = ({ measure, of }: Query, { inside }: MatchedSet): SqlFragment[] =>
  isNonFatal(of) && measures[measure].countsMissingFigures ? [all([clause(`i.${of} IS NULL`), inside])] : [];

/**
 * Answers a query from one state of the database: the counts that every measure has, the related records that are never
 * counted, and the measure's own part. Of a `changes` query only the former. `coverage`: for what needs to know its units
 * of time (`needsUnits`).
 */
export async function find(db: Database, query: Query, coverage?: Coverage): Promise<Result> {
  const matched = await matches(db, query);
  const { asOf } = query.filter;
  const periods = stretchesOf(query.filter);
  const { coarse, coarselyKept } = matched.where;
  const presence = await loadPresenceFlags(db);
  const counts = await countsOf(db, {
    overlapping: periods ? overlapping(db, matched, periods, presence.long) : [],
    coarse: [coarse, coarselyKept].flatMap((one) => (one ? [all([one, insideClause(periods)])] : [])),
    withoutFigure: missingFigures(query, matched),
    unreviewed: presence.unreviewed ? [all([clause('i.unreviewed = 1'), matched.inside])] : [],
  });
  return {
    total: matched.total,
    ...counts,
    incidents: [],
    alike: presence.duplicates && !asOf ? await countDuplicatesAmong(db, matched.inside) : 0,
    ...(presence.related ? await findRelatedRecords(db, query) : { aggregates: [], developments: [] }),
    ...(await measures[query.measure].compute({
      ...{ db, query, matched },
      covered: (of) => (coverage ? unitsCovered(of, coverage) : []),
    })),
  };
}
