import type { Database } from '../../database/database.ts';
import { daysLater, daysOf } from '../days.ts';
import { withDescendants } from '../event-types.ts';
import { type ActorFilter, type Filter, type Period, rolesOf } from '../query.ts';
import { all, any, type Clause, clause, isOneOf, not } from './clause.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { placeClause } from './where-place.ts';
import { whereWordsOf, type Years } from './where-words.ts';

/** What leads to the incidents: the facet itself, or the index of a place or time that holds few of them. */
type Lead = 'facet' | 'place';

/** Measured: what an actor did or a word stands in is found first, unless the place is small or the time is bounded too. */
const leadOf = ({ places, period }: Filter): Lead =>
  places?.length && (period?.start || places.some((p) => p.level !== 'country' && p.level !== 'world-region'))
    ? 'place'
    : 'facet';

function actorClause({ names, role }: ActorFilter, lead: Lead = 'facet'): Clause {
  const roles = rolesOf[role];
  const part = all([isOneOf('actor', names), ...(roles ? [isOneOf('role', roles)] : [])]);
  return lead === 'facet'
    ? clause(`i.rid IN (SELECT rid FROM part WHERE ${part.sql})`, ...part.values)
    : clause(`EXISTS (SELECT 1 FROM part p WHERE p.rid = i.rid AND ${part.sql})`, ...part.values);
}

function typeClause(ids: string[]): Clause {
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
  { lead = 'facet', beside = [] }: { lead?: Lead; beside?: readonly string[] } = {},
): Clause {
  const terms = termsOf(text);
  // The sign keeps an engine from leading with the words.
  const rid = lead === 'facet' ? 'i.rid' : '+i.rid';
  return terms.length ? dialect.matching(rid, { terms, joiner, beside }) : clause('TRUE');
}

const boundsClause = (column: string, bounds: { min?: number; max?: number } | undefined): Clause[] =>
  bounds === undefined
    ? []
    : [
        ...(bounds.min === undefined ? [] : [clause(`${column} >= ?`, bounds.min)]),
        ...(bounds.max === undefined ? [] : [clause(`${column} <= ?`, bounds.max)]),
      ];

export function insideClause(period: Period | undefined): Clause {
  if (!period) return clause('TRUE');
  const { from, before } = daysOf(period);
  return all([
    // What begins in the period ends no sooner: said so that an index by the last day can follow it.
    ...(from ? [clause('i.first >= ? AND i.last >= ?', from, from)] : [clause('i.first IS NOT NULL')]),
    ...(before ? [clause('i.last < ?', before)] : [clause('i.last IS NOT NULL')]),
  ]);
}

/** All that a filter means. */
export const insideOf = (db: Database, filter: Filter, words?: Words, counted?: boolean): Clause =>
  all([whereOf(dialectOf(db), filter, words, counted).facets, insideClause(filter.period)]);

/** Ranges of so many days or more are marked `long` and looked up apart. */
export const longest = 32;

/**
 * Incidents that reach into the period from outside: nothing is in two of the clauses. Each is a short range of an
 * index; those of `long` are of incidents whose own range is long.
 */
export function overlapClauses(period: Period): { short: Clause[]; long: Clause[] } {
  const { from, before } = daysOf(period);
  const begun = from ? [clause('i.first >= ?', from)] : [];
  const crossing = (border: string) => clause('i.first < ? AND i.last >= ?', border, border);
  const soon = (border: string) => clause('i.last < ?', daysLater(border, longest));
  // Found by their own index first: they are few.
  const late = (border: string) => {
    const reaching = 'SELECT l.rid FROM incident l WHERE l.long = 1 AND l.last >= ? AND l.first < ?';
    return clause(`i.rid IN (${reaching})`, daysLater(border, longest), border);
  };
  return {
    short: [
      ...(from ? [all([crossing(from), soon(from)])] : []),
      ...(before ? [all([...begun, crossing(before), soon(before)])] : []),
    ],
    long: [...(from ? [late(from)] : []), ...(before ? [all([...begun, late(before)])] : [])],
  };
}

/** How the free text is looked up, all of its terms or any, and by which years; which side of a pair is looked up first. */
export interface Words {
  joiner?: 'AND' | 'OR' | undefined;
  years?: Years | undefined;
  rarer?: 0 | 1;
}

export interface Where {
  /** Every facet but the period. */
  facets: Clause;
  /** The same, but located too coarsely to tell whether they lie in the asked places. */
  coarse: Clause | undefined;
  /** Those kept although they may lie in an excluded place. */
  coarselyKept: Clause | undefined;
}

/** A filter as SQL over `incident i`; the period is apart, because it is asked in two ways. `counted`: none taken back. */
export function whereOf(dialect: Dialect, filter: Filter, words: Words = {}, counted = true): Where {
  const places = filter.places?.map(placeClause);
  const outside = filter.exclude?.places?.map(placeClause) ?? [];
  const rest = [
    clause(counted ? 'i.counted = 1' : "i.kind = 'incident'"),
    ...plainFacets(dialect, filter, words),
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

function plainFacets(dialect: Dialect, filter: Filter, { joiner, years, rarer = 0 }: Words): Clause[] {
  const lead = leadOf(filter);
  const beside = whereWordsOf(filter, years);
  return [
    ...(filter.ids ? [isOneOf('i.id', filter.ids)] : []),
    ...(filter.eventTypes?.length ? [typeClause(filter.eventTypes)] : []),
    ...(filter.actors?.length ? [any(filter.actors.map((a) => actorClause(a, lead)))] : []),
    ...(filter.pair ? pairClause(filter.pair, lead, rarer) : []),
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

function pairClause(pair: [ActorFilter, ActorFilter], lead: Lead, rarer: 0 | 1): Clause[] {
  if (lead === 'place') return pair.map((side) => actorClause({ ...side, role: 'either' }, lead));
  const [few, many] = [pair[rarer], pair[1 - rarer] as ActorFilter].map(({ names }) => isOneOf('actor', names)) as [
    Clause,
    Clause,
  ];
  const both = `SELECT p.rid FROM part p WHERE p.${few.sql} AND EXISTS (SELECT 1 FROM part q WHERE q.rid = p.rid AND q.${many.sql})`;
  return [clause(`i.rid IN (${both})`, ...few.values, ...many.values)];
}

function attributionClause({ statuses, actor, unless }: NonNullable<Filter['attribution']>): Clause {
  const held = all([
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
  const said = statuses.length
    ? clause(`i.rid IN (SELECT rid FROM attributed WHERE ${held.sql})`, ...held.values)
    : clause('TRUE');
  if (!unless) return said;
  const other = isOneOf('status', unless);
  return all([said, clause(`i.rid NOT IN (SELECT rid FROM attributed WHERE ${other.sql})`, ...other.values)]);
}

function exclusions(dialect: Dialect, { exclude }: Filter): Clause[] {
  return [
    ...(exclude?.eventTypes?.length ? [not(typeClause(exclude.eventTypes))] : []),
    ...(exclude?.actors?.map((a) => not(actorClause(a, 'place'))) ?? []),
    ...(exclude?.text ? [not(textClause(dialect, exclude.text))] : []),
  ];
}
