import type { Database } from '../../database/database.ts';
import type { Incident } from '../incident.ts';
import type { Result } from '../incidents.ts';
import { isNonFatal } from '../quantities.ts';
import type { Quantity, Query } from '../query.ts';
import { countsOf, type MatchedSet, matchedWithoutCount, overlapping, searchMatches } from './count.ts';
import { countDuplicatesAmong } from './duplicates.ts';
import { compare, inOneGroup, rank, span, trend } from './groups.ts';
import { mapPoints } from './map-points.ts';
import { page } from './page.ts';
import { loadPresenceFlags } from './presence-flags.ts';
import { findRelatedRecords } from './related-records.ts';
import { chooseSource, fromIncidents } from './rollup-source.ts';
import { all, clause, type SqlFragment } from './sql-fragment.ts';
import { timeline } from './timeline.ts';
import { insideClause } from './where.ts';

/** The column that a quantity is summed from. */
const columnOf: Record<Quantity, string> = {
  incidents: 'i.best',
  killed: 'i.best',
  'civilians killed': 'i.civilians',
  wounded: 'i.wounded',
  abducted: 'i.abducted',
  arrested: 'i.arrested',
};

/** Those that totals have. */
const inTotals = new Set(['i.best', 'i.civilians']);

/** Their groups hold every incident, so that the total is known with them. */
const countedByGroup = (query: Query): boolean =>
  query.filter.text === undefined &&
  (query.measure === 'compare' || query.measure === 'trend' || (query.measure === 'rank' && inOneGroup(query)));

/** Those whose figure is not in their groups. */
const unfigured = ({ measure, of }: Query, { inside }: MatchedSet): SqlFragment[] =>
  isNonFatal(of) && (measure === 'trend' || measure === 'rank') ? [all([clause(`i.${of} IS NULL`), inside])] : [];

/** Answers a query: the counts, the shown incidents, and what stands beside them. */
export async function find(db: Database, query: Query): Promise<Result> {
  const found = countedByGroup(query) ? matchedWithoutCount(db, query.filter) : await searchMatches(db, query);
  const { period } = query.filter;
  const { coarse, coarselyKept } = found.where;
  const rare = await loadPresenceFlags(db);
  const counts = await countsOf(db, {
    overlapping: period ? overlapping(db, found, period, rare.long) : [],
    coarse: [coarse, coarselyKept].flatMap((one) => (one ? [all([one, insideClause(period)])] : [])),
    withoutFigure: unfigured(query, found),
    unreviewed: rare.unreviewed ? [all([clause('i.unreviewed = 1'), found.inside])] : [],
  });
  const result: Result = {
    total: found.total,
    ...counts,
    incidents: [],
    alike: rare.alike && !query.filter.asOf ? await countDuplicatesAmong(db, found.inside) : 0,
    ...(rare.beside ? await findRelatedRecords(db, query) : { aggregates: [], developments: [] }),
  };
  return { ...result, ...(await measured(db, query, found)) };
}

async function measured(db: Database, query: Query, found: MatchedSet): Promise<Partial<Result>> {
  switch (query.measure) {
    case 'trend':
      return trend(db, query, found.inside);
    case 'rank':
      return rank(db, query, found.inside);
    case 'compare':
      return compare(db, query);
    case 'span':
      return span(db, found.inside);
    case 'map':
      return mapPoints(db, found.inside, query.of);
    case 'timeline':
      return {
        ...(await timeline(db, query, found.inside)),
        incidents: inOrder(await page(db, { ...query, order: 'deadliest', offset: 0 }, found)),
      };
    case 'sum':
      return {
        ...(await sum(db, query, found.inside)),
        incidents: await page(db, { ...query, order: 'deadliest', limit: Math.min(3, query.limit) }, found),
      };
    case 'count':
      return { value: found.total, incidents: await page(db, { ...query, limit: Math.min(3, query.limit) }, found) };
    default:
      return { incidents: await page(db, query, found) };
  }
}

/** The chosen ones as they happened. */
const inOrder = (incidents: Incident[]): Incident[] =>
  incidents.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
const key = ({ when, id }: Incident) => `${when.start ?? '9999'} ${when.end ?? ''} ${id}`;

async function sum(
  db: Database,
  query: Query,
  inside: SqlFragment,
): Promise<Pick<Result, 'value' | 'low' | 'high' | 'withoutFigure'>> {
  const column = columnOf[query.of];
  const [low, high] = query.of === 'killed' || query.of === 'incidents' ? ['i.low', 'i.high'] : [column, column];
  const {
    from,
    count: n,
    known,
  } = inTotals.has(column) ? chooseSource(db, { filter: query.filter }, inside) : fromIncidents(inside);
  const row = await db.get(
    `SELECT sum(${column}) AS value, sum(${low}) AS low, sum(${high}) AS high, ${n} - ${known(column)} AS without FROM ${from.sql}`,
    ...from.values,
  );
  return {
    value: Number(row?.value ?? 0),
    low: Number(row?.low ?? 0),
    high: Number(row?.high ?? 0),
    withoutFigure: Number(row?.without ?? 0),
  };
}
