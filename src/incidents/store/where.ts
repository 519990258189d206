import type { Database } from '../../database/database.ts';
import { daysLater, daysOf } from '../day-spans.ts';
import { withDescendants } from '../event-types.ts';
import type { Filter, Period } from '../query.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { all, any, clause, isOneOf, not, type SqlFragment } from './sql-fragment.ts';
import { actorRoleClause, actorsClause, type Ends, hasPointPlaces, pairClause } from './where-actors.ts';
import { placeClause } from './where-place.ts';
import { whereWordsOf, type Years } from './where-words.ts';

/** What leads to the incidents: the words, or the index of a place or time that holds few of them. */
type Lead = 'facet' | 'place';

/** Measured: what a word stands in is found first, unless the place is small or the time is bounded too. */
const leadOf = ({ places, period }: Filter): Lead =>
  places?.length && (period?.start || places.some((p) => p.level !== 'country' && p.level !== 'world-region'))
    ? 'place'
    : 'facet';

/** What may be of the kinds, told by the columns alone: before a distance is worked out for it. */
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

/** The words that a text is searched for. */
export const termsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

export function textClause(
  dialect: Dialect,
  text: string,
  joiner: 'AND' | 'OR' = 'AND',
  { lead = 'facet', beside: whereWords = [] }: { lead?: Lead; beside?: readonly string[] } = {},
): SqlFragment {
  const terms = termsOf(text);
  // The sign keeps an engine from leading with the words.
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

/** `since`: only what ends then or later; an index follows one bound of a column, so there are not two. */
export function insideClause(period: Period | undefined, since: string | null = null): SqlFragment {
  if (!period) return since === null ? clause('TRUE') : clause('i.last >= ?', since);
  const { from, before } = daysOf(period);
  // What begins in the period ends no sooner: said so that an index by the last day can follow it.
  const earliestEnd = from !== null && (since === null || from > since) ? from : since;
  return all([
    ...(from === null ? [clause('i.first IS NOT NULL')] : [clause('i.first >= ?', from)]),
    ...(earliestEnd === null ? [] : [clause('i.last >= ?', earliestEnd)]),
    ...(before === null ? [clause('i.last IS NOT NULL')] : [clause('i.last < ?', before)]),
  ]);
}

/** All that a filter means but its period, of what ends in it. */
export const whereIn = (db: Database, filter: Filter, hints?: WhereHints, counted?: boolean): WhereClauses =>
  whereOf(dialectOf(db), filter, { ...hints, ends: filter.period && daysOf(filter.period) }, counted);

/** All that a filter means. */
export const filterClause = (db: Database, filter: Filter, hints?: WhereHints, counted?: boolean): SqlFragment =>
  all([whereIn(db, filter, hints, counted).facets, insideClause(filter.period)]);

/** Ranges of so many days or more are marked `long` and looked up apart. */
export const longest = 32;

/** Dates that reach into a period from outside, and when such incidents end. */
export interface OverlapClause {
  dates: SqlFragment;
  ends?: Ends;
}

/**
 * Incidents that reach into the period from outside: nothing is in two of the clauses. Each is a short range of an
 * index; those of `long` are of incidents whose own range is long.
 */
export function overlapClauses(period: Period): { short: OverlapClause[]; long: OverlapClause[] } {
  const { from, before } = daysOf(period);
  const begun = from ? [clause('i.first >= ?', from)] : [];
  const soon = (border: string, more: SqlFragment[]): OverlapClause => {
    const ends = { from: border, before: daysLater(border, longest) };
    const crossing = clause('i.first < ? AND i.last >= ? AND i.last < ?', border, border, ends.before);
    return { dates: all([...more, crossing]), ends };
  };
  // Found by their own index first: they are few.
  const late = (border: string, more: SqlFragment[]): OverlapClause => {
    const reaching = 'SELECT l.rid FROM incident l WHERE l.long = 1 AND l.last >= ? AND l.first < ?';
    return { dates: all([...more, clause(`i.rid IN (${reaching})`, daysLater(border, longest), border)]) };
  };
  const both = (at: typeof soon) => [...(from ? [at(from, [])] : []), ...(before ? [at(before, begun)] : [])];
  return { short: both(soon), long: both(late) };
}

/** How the free text is looked up, all of its terms or any, and by which years; `ends`: when what is wanted ends at all. */
export interface WhereHints {
  joiner?: 'AND' | 'OR' | undefined;
  years?: Years | undefined;
  ends?: Ends | undefined;
}

export interface WhereClauses {
  /** Every facet but the period. */
  facets: SqlFragment;
  /** The same, but located too coarsely to tell whether they lie in the asked places. */
  coarse: SqlFragment | undefined;
  /** Those kept although they may lie in an excluded place. */
  coarselyKept: SqlFragment | undefined;
}

/** A filter as SQL over `incident i`; the period is apart, because it is asked in two ways. `counted`: none taken back. */
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
  const beside = whereWordsOf(filter, years, ends);
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
    ...(filter.unreviewed ? [clause('i.unreviewed = 1')] : []),
    ...(filter.text
      ? [textClause(dialect, filter.text, joiner, { lead: beside.length ? 'facet' : lead, beside })]
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
