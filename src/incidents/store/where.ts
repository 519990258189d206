import type { Database } from '../../database/database.ts';
import { daysOf } from '../day-spans.ts';
import { withDescendants } from '../event-types.ts';
import { stretchesOf, wholePeriod } from '../periods.ts';
import type { Filter } from '../query.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { all, any, clause, isOneOf, not, type SqlFragment } from './sql-fragment.ts';
import { actorRoleClause, actorsClause, type Ends, hasPointPlaces, pairClause } from './where-actors.ts';
import { insideClause } from './where-period.ts';
import { placeClause } from './where-place.ts';
import { whereWordsOf, type Years } from './where-words.ts';

/** Which index is read first: that of a facet (the full text), or that of the place. */
type Lead = 'facet' | 'place';

/** By measurement: the full text first, unless the place is small or the period is bounded too. */
const leadOf = ({ places, ...filter }: Filter): Lead =>
  places?.length &&
  (wholePeriod(filter)?.start || places.some((p) => p.level !== 'country' && p.level !== 'world-region'))
    ? 'place'
    : 'facet';

/** Whether an incident may have one of the types, by its own columns: tested before any distance is calculated. */
const mayHaveType = (ids: string[]): SqlFragment =>
  any([isOneOf('i.type', withDescendants(ids)), clause('i.more_types = 1')]);

function typeClause(ids: string[]): SqlFragment {
  const types = isOneOf('i.type', withDescendants(ids));
  const more = isOneOf('type', withDescendants(ids));
  return clause(
    `${types.sql} OR (i.more_types = 1 AND EXISTS (SELECT 1 FROM typed t WHERE t.rid = i.rid AND t.${more.sql}))`,
    ...types.values,
    ...more.values,
  );
}

/** The search terms in a text: runs of letters, digits and marks. */
export const termsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Incidents whose text has any of the phrases. */
const mentionsClause = (dialect: Dialect, phrases: readonly string[], rid: string): SqlFragment =>
  dialect.matchClause(rid, {
    terms: phrases.map((phrase) => termsOf(phrase).join(' ')).filter((phrase) => phrase !== ''),
    joiner: 'OR',
    whereWords: [],
  });

/** Incidents with all terms of a text (AND) or any of them (OR); all incidents if the text has no terms. */
export function textClause(
  dialect: Dialect,
  text: string,
  joiner: 'AND' | 'OR' = 'AND',
  { lead = 'facet', whereWords = [] }: { lead?: Lead; whereWords?: readonly string[] } = {},
): SqlFragment {
  const terms = termsOf(text);
  // The sign keeps SQLite from using the column's index.
  const rid = lead === 'facet' ? 'i.rid' : '+i.rid';
  return terms.length ? dialect.matchClause(rid, { terms, joiner, whereWords }) : clause('TRUE');
}

const boundsClause = (column: string, bounds: { min?: number; max?: number } | undefined): SqlFragment[] =>
  bounds === undefined
    ? []
    : [
        ...(bounds.min === undefined ? [] : [clause(`${column} >= ?`, bounds.min)]),
        ...(bounds.max === undefined ? [] : [clause(`${column} <= ?`, bounds.max)]),
      ];

/** The clauses of a filter for the incidents inside of its period or periods; these are not in them. */
export function whereIn(db: Database, filter: Filter, hints?: WhereHints, counted?: boolean): WhereClauses {
  const period = wholePeriod(filter);
  return whereOf(dialectOf(db), filter, { ...hints, ends: period && daysOf(period) }, counted);
}

/** The incidents that a filter selects, its period or periods included. */
export const filterClause = (db: Database, filter: Filter, hints?: WhereHints, counted?: boolean): SqlFragment =>
  all([whereIn(db, filter, hints, counted).facets, insideClause(stretchesOf(filter))]);

/**
 * `joiner`: whether all terms of the full text are required, or any. `years`: those of the data, for where-words.ts.
 * `ends`: the last days of the incidents, if bounded.
 */
export interface WhereHints {
  joiner?: 'AND' | 'OR' | undefined;
  years?: Years | undefined;
  ends?: Ends | undefined;
}

/** A filter as SQL over `incident i`, without its period. */
export interface WhereClauses {
  /** The incidents that match every facet. */
  facets: SqlFragment;
  /** Those that match but for the places, located too coarsely to tell whether they lie in one. */
  coarse: SqlFragment | undefined;
  /** Those of `facets` that are located too coarsely to tell whether they lie in an excluded place. */
  coarselyKept: SqlFragment | undefined;
}

/**
 * The clauses of a filter. The period is left to the caller, who needs both `insideClause` and `overlapClauses`.
 * `counted`: without retracted and merged incidents.
 */
export function whereOf(dialect: Dialect, filter: Filter, hints: WhereHints = {}, counted = true): WhereClauses {
  const places = filter.places?.map(placeClause);
  const outside = filter.exclude?.places?.map(placeClause) ?? [];
  const rest = [
    clause(counted ? 'i.counted = 1' : "i.kind = 'incident'"),
    ...plainFacets(dialect, filter, hints),
    ...exclusions(dialect, filter),
  ];
  const facets = all([
    ...rest,
    ...(places ? [any(places.map((p) => p.sure))] : []),
    ...outside.map((p) => not(p.sure)),
  ]);
  const coarse = places
    ? all([...rest, any(places.map((p) => p.coarse)), not(any(places.map((p) => p.sure)))])
    : undefined;
  return {
    facets,
    coarse,
    coarselyKept: outside.length ? all([facets, any(outside.map((p) => p.coarse))]) : undefined,
  };
}

function plainFacets(dialect: Dialect, filter: Filter, { joiner, years, ends }: WhereHints): SqlFragment[] {
  const lead = leadOf(filter);
  const whereWords = whereWordsOf(filter, years, ends);
  return [
    ...(filter.ids ? [isOneOf('i.id', filter.ids)] : []),
    ...(filter.eventTypes?.length && hasPointPlaces(filter) ? [mayHaveType(filter.eventTypes)] : []),
    ...(filter.eventTypes?.length ? [typeClause(filter.eventTypes)] : []),
    ...actorsClause(filter, ends),
    ...pairClause(filter, ends),
    ...(filter.attribution ? [attributionClause(filter.attribution)] : []),
    ...(filter.source
      ? [clause('i.rid IN (SELECT rid FROM reported WHERE lower(publisher) = lower(?))', filter.source)]
      : []),
    ...(filter.dataset ? [clause('i.dataset = ?', filter.dataset)] : []),
    ...boundsClause('i.best', filter.killed),
    ...boundsClause('i.civilians', filter.civilians),
    ...boundsClause('i.wounded', filter.wounded),
    ...(filter.wherePrecision ? [isOneOf('i.where_precision', filter.wherePrecision)] : []),
    ...(filter.whenPrecision ? [isOneOf('i.when_precision', filter.whenPrecision)] : []),
    ...(filter.mentions ? [mentionsClause(dialect, filter.mentions, lead === 'facet' ? 'i.rid' : '+i.rid')] : []),
    ...(filter.unreviewed ? [clause('i.unreviewed = 1')] : []),
    ...(filter.text
      ? [textClause(dialect, filter.text, joiner, { lead: whereWords.length ? 'facet' : lead, whereWords })]
      : []),
  ];
}

function attributionClause({ statuses, actor, unless }: NonNullable<Filter['attribution']>): SqlFragment {
  const claims = all([
    isOneOf('status', statuses),
    ...(actor
      ? [
          isOneOf(
            'lower(actor)',
            actor.names.map((name) => name.toLowerCase()),
          ),
        ]
      : []),
  ]);
  const claimed = statuses.length
    ? clause(`i.rid IN (SELECT rid FROM attributed WHERE ${claims.sql})`, ...claims.values)
    : clause('TRUE');
  // Who is blamed is, where nobody's attributions are recorded, whom the record names as the one who did it.
  const blamed = actor && statuses.includes('blamed') && !unless;
  if (blamed)
    return any([
      claimed,
      all([clause('i.rid NOT IN (SELECT rid FROM attributed)'), actorRoleClause({ ...actor, role: 'attacker' })]),
    ]);
  if (!unless) return claimed;
  const other = isOneOf('status', unless);
  return all([claimed, clause(`i.rid NOT IN (SELECT rid FROM attributed WHERE ${other.sql})`, ...other.values)]);
}

function exclusions(dialect: Dialect, { exclude }: Filter): SqlFragment[] {
  return [
    ...(exclude?.eventTypes?.length ? [not(typeClause(exclude.eventTypes))] : []),
    ...(exclude?.actors?.map((a) => not(actorRoleClause(a))) ?? []),
    ...(exclude?.text ? [not(textClause(dialect, exclude.text))] : []),
  ];
}
