import { isNonFatal } from '../../quantities.ts';
import type { Filter, Quantity, Unit } from '../../query.ts';
import { actingRoles } from '../actor-subquery.ts';
import { any, clause, type SqlFragment } from '../sql-fragment.ts';
import type { RollupFacets } from './facets.ts';
import { allTypes } from './maintain.ts';
import type { Grain, RollupSlice } from './span.ts';

/** The roll-up table for a request. */
export interface RollupTable {
  name: string;
  /** Its columns under the names of the columns of `incident`. */
  columns: string;
  grains: readonly Grain[];
  of(piece: RollupSlice): SqlFragment[];
}

/** Units that months make up: a roll-up has the month in which its incidents begin and that in which they end. */
const ofMonths = ['month', 'quarter', 'half', 'season'] as const;

/** `by`: what each table can group by. */
const tables = {
  total: { name: 'total', by: new Set<Unit | undefined>([undefined, ...ofMonths, 'year', 'country', 'eventType']) },
  actor: { name: 'actor_total', by: new Set<Unit | undefined>([undefined, 'year', 'country', 'actor']) },
  admin1: { name: 'admin1_total', by: new Set<Unit | undefined>([undefined, 'year', 'country', 'admin1']) },
};

const figures = 'i.n, i.best, i.low, i.high, i.civilians, i.known, i.civilians_known';
const columnsWith = (type: string, more = '') =>
  `nullif(i.country, '') AS country, ${type} AS type, nullif(i.first, '') AS first, nullif(i.last, '') AS last, ${figures}${more}`;
const extraColumns: Partial<Record<Unit, string>> = {
  actor: ', i.actor, 0 AS rid',
  admin1: ", nullif(i.admin1, '') AS admin1",
};

function tableFor(
  { of, ofTypes }: RollupFacets,
  { filter, by }: RollupRequest,
): { of: SqlFragment[]; what: keyof typeof tables } {
  const what = by === 'actor' || by === 'admin1' ? by : (of ?? 'total');
  if (what === 'total') return { what, of: [] };
  const types = clause(`i.types ${ofTypes ? '<>' : '='} ?`, allTypes);
  if (by !== 'actor') return { what, of: [types] };
  const roles = actingRoles(filter)?.map((one) => clause('i.roles LIKE ?', `%${one}%`));
  return { what, of: [types, clause("i.actor <> 'Civilians'"), ...(roles ? [any(roles)] : [])] };
}

/** Which incidents to sum, by what unit, and which quantity. */
export interface RollupRequest {
  filter: Filter;
  by?: Unit | undefined;
  of?: Quantity | undefined;
}

/** The table of types has years and months, the others years; groups by parts of years need the months. */
function grainsFor(by: Unit | undefined, what: keyof typeof tables): readonly Grain[] {
  if (what !== 'total') return ['year'];
  return ofMonths.some((unit) => unit === by) ? ['month'] : ['year', 'month'];
}

/** The roll-up table that has the facets, the grouping and the quantity; undefined if none has. */
export function chooseRollupTable(facets: RollupFacets, request: RollupRequest): RollupTable | undefined {
  const { by } = request;
  if (request.of && isNonFatal(request.of)) return undefined;
  const { what, of } = tableFor(facets, request);
  const { name, by: apart } = tables[what];
  // An actor's roll-up does not say whom it met.
  if (!apart.has(by) || (facets.of && (facets.of !== what || by === 'actor'))) return undefined;
  const columns = columnsWith(what === 'total' ? "nullif(i.type, '')" : 'NULL', by && extraColumns[by]);
  const grains = grainsFor(by, what);
  return { name, columns, grains, of: ({ grain }) => (what === 'total' ? [clause('i.grain = ?', grain)] : of) };
}
