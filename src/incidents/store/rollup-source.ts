import type { Database } from '../../database/database.ts';
import { daysLater, daysOf } from '../day-spans.ts';
import { areDisjoint, stretchesOf } from '../periods.ts';
import type { Period, Unit } from '../query.ts';
import { actorSubquery, pairSubquery } from './actor-subquery.ts';
import { dialectOf } from './dialects.ts';
import { quantityColumn } from './quantity-column.ts';
import { type RollupFacets, rollupFacets } from './rollups/facets.ts';
import { allCountries } from './rollups/maintain.ts';
import { type RollupSlice, type Span, sliceSpan } from './rollups/span.ts';
import { chooseRollupTable, type RollupRequest } from './rollups/table.ts';
import { all, clause, type SqlFragment } from './sql-fragment.ts';
import { whereOf } from './where.ts';
import type { Ends } from './where-actors.ts';
import { longest } from './where-period.ts';

/** What figures are summed from: the incidents themselves, or roll-ups of them. */
export interface RollupSource {
  /** What follows FROM: a table `i` and its WHERE. */
  from: SqlFragment;
  /** SQL of the number of incidents, and of those that have a figure in a column. */
  count: string;
  known(column: string): string;
}

const perIncident = { count: 'count(*)', known: (column: string) => `count(${column})` };

/** The incidents that a clause selects. */
export const fromIncidents = ({ sql, values }: SqlFragment): RollupSource => ({
  from: clause(`incident i WHERE ${sql}`, ...values),
  ...perIncident,
});

const figures = 'i.best, i.civilians, i.low, i.high';

function fromActors(db: Database, { filter, of }: RollupRequest, inside: SqlFragment): RollupSource {
  const { sql, values } = actorSubquery(db, filter, figures + quantityColumn(of), inside);
  return { from: clause(`(${sql}) i WHERE TRUE`, ...values), ...perIncident };
}

function fromPairs(db: Database, { of }: RollupRequest, inside: SqlFragment): RollupSource {
  const { sql, values } = pairSubquery(db, figures + quantityColumn(of), inside);
  return { from: clause(`(${sql}) i WHERE TRUE`, ...values), ...perIncident };
}

const fromPublishers = ({ sql, values }: SqlFragment, of: RollupRequest['of']): RollupSource => ({
  from: clause(
    `(SELECT r.publisher, ${figures}${quantityColumn(of)} FROM incident i JOIN reported r ON r.rid = i.rid WHERE ${sql}) i WHERE TRUE`,
    ...values,
  ),
  ...perIncident,
});

const zeroIfNull = (name: string) => `coalesce(i.${name}, 0) AS ${name}`;
const isKnown = (name: string) => `CASE WHEN i.${name} IS NULL THEN 0 ELSE 1 END`;
const incidentAsRollup = `i.country, i.type, i.first, i.last, 1 AS n, ${['best', 'low', 'high', 'civilians'].map(zeroIfNull).join(', ')}, ${isKnown('best')} AS known, ${isKnown('civilians')} AS civilians_known`;

const within = ({ first, last }: Span): SqlFragment =>
  all([
    ...(first[0] === null ? [] : [clause('i.first >= ?', first[0])]),
    ...(first[1] === null ? [] : [clause('i.first < ?', first[1])]),
    ...(last[0] === null ? [] : [clause('i.last >= ?', last[0])]),
    ...(last[1] === null ? [] : [clause('i.last < ?', last[1])]),
  ]);

const worldTotal = clause('i.country = ?', allCountries);
const everyCountry = clause("i.country IN (SELECT name FROM named WHERE kind = 'country' UNION ALL SELECT '')");

/** Of a filter without places: whether the roll-up of the whole world is read, or those of every country. */
function countriesRead({ everywhere, of, ofTypes }: RollupFacets, by: Unit | undefined): SqlFragment[] {
  if (!everywhere) return [];
  const apart = by === 'country' || by === 'admin1' || (ofTypes && (by === 'actor' || of === 'actor'));
  return [everywhere === 'but' || apart ? everyCountry : worldTotal];
}

/** Adds the bound of the first day that follows from that of the last, so that an index by the first day can use it. */
const withFirstDayBound = ({ first: [from, before], last }: Span): Span => ({ first: [from, before ?? last[1]], last });

/**
 * Roll-ups of the whole years and months of the periods, together with the incidents of its remaining days. Undefined if
 * no roll-up has the facets or the grouping of the request, no whole month lies in a period, or periods overlap.
 */
export function fromRollups(db: Database, request: RollupRequest): RollupSource | undefined {
  const { filter } = request;
  const facets = rollupFacets(filter);
  const table = facets && chooseRollupTable(facets, request);
  if (!table) return undefined;
  const { name, columns, of, grains } = table;
  const periods = stretchesOf(filter);
  // Where periods overlap, an incident would be summed twice.
  if (periods && !areDisjoint(periods)) return undefined;
  const slices = (periods ?? [undefined]).flatMap((period) => sliceSpan(insideSpan(period), grains));
  if (slices.every(({ grain }) => grain === 'day')) return undefined;
  const known = periods ? [clause("i.first <> ''")] : [];
  const fromRollupSlice = (slice: RollupSlice): SqlFragment => {
    const inside = all([
      ...of(slice),
      facets.facets,
      within(withFirstDayBound(slice)),
      ...known,
      ...countriesRead(facets, request.by),
    ]);
    return clause(`SELECT ${columns} FROM ${name} i WHERE ${inside.sql}`, ...inside.values);
  };
  const fromDays = ({ dates, ends }: Days): SqlFragment =>
    selectDays(db, request, all([whereOf(dialectOf(db), filter, { ends }).facets, dates]));
  const selects = slices.flatMap((slice) =>
    slice.grain === 'day' ? daysOfSlice(slice).map(fromDays) : [fromRollupSlice(slice)],
  );
  return {
    from: clause(
      `(${selects.map((c) => c.sql).join(' UNION ALL ')}) i WHERE TRUE`,
      ...selects.flatMap((c) => c.values),
    ),
    count: 'coalesce(sum(i.n), 0)',
    known: (column) => `coalesce(sum(i.${column === 'i.civilians' ? 'civilians_known' : 'known'}), 0)`,
  };
}

const selectDays = (db: Database, { filter, by }: RollupRequest, inside: SqlFragment): SqlFragment =>
  by === 'actor'
    ? actorSubquery(db, filter, incidentAsRollup, inside)
    : clause(
        `SELECT ${incidentAsRollup}${by === 'admin1' ? ', i.admin1' : ''} FROM incident i WHERE ${inside.sql}`,
        ...inside.values,
      );

interface Days {
  dates: SqlFragment;
  ends: Ends;
}

/**
 * The days of a slice, with bounds of the last day for the index. Unless its range is long, an incident ends soon after
 * it begins.
 */
function daysOfSlice(slice: RollupSlice): Days[] {
  const { first, last } = slice;
  const days = (from: string | null, before: string | null, more: SqlFragment[] = []): Days => ({
    dates: all([...more, within({ first, last: [from, before] })]),
    ends: { from: from ?? first[0], before },
  });
  if (first[1] === null || first[0] === null) return [days(...last)];
  const soon = daysLater(first[1], longest);
  if (last[1] !== null && last[1] <= soon) return [days(...last)];
  return [days(last[0] ?? first[0], soon), days(soon, last[1], [clause('i.long = 1')])];
}

/** The source for a query's figures: roll-ups if possible, else the incidents that `inside` selects. */
export function chooseSource(db: Database, { filter, by, of }: RollupRequest, inside: SqlFragment): RollupSource {
  const totals = fromRollups(db, { filter, by, of });
  if (totals) return totals;
  if (by === 'actor') return fromActors(db, { filter, of }, inside);
  if (by === 'pair') return fromPairs(db, { filter, of }, inside);
  return by === 'source' ? fromPublishers(inside, of) : fromIncidents(inside);
}

/** The span of the incidents whose whole date range lies in a period. */
function insideSpan(period: Period | undefined): Span {
  const { from, before } = period ? daysOf(period) : { from: null, before: null };
  return { first: [from, null], last: [null, before] };
}
