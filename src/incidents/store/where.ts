import { daysOf } from '../days.ts';
import { withDescendants } from '../event-types.ts';
import { type ActorFilter, type Filter, type Period, rolesOf } from '../query.ts';
import { all, any, type Clause, clause, isOneOf, not } from './clause.ts';
import type { Dialect } from './dialect.ts';
import { placeClause } from './where-place.ts';

function actorClause({ names, role }: ActorFilter): Clause {
  const roles = rolesOf[role];
  const part = all([isOneOf('actor', names), ...(roles ? [isOneOf('role', roles)] : [])]);
  return clause(`i.rid IN (SELECT rid FROM part WHERE ${part.sql})`, ...part.values);
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

export function textClause(dialect: Dialect, text: string, joiner: 'AND' | 'OR' = 'AND'): Clause {
  const terms = termsOf(text);
  return terms.length ? dialect.matching(terms, joiner) : clause('TRUE');
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
    ...(from ? [clause('i.first >= ?', from)] : [clause('i.first IS NOT NULL')]),
    ...(before ? [clause('i.last < ?', before)] : [clause('i.last IS NOT NULL')]),
  ]);
}

export function overlapClause(period: Period): Clause {
  const { from, before } = daysOf(period);
  // It begins before the period and reaches into it, or begins inside and reaches beyond: ranges that an index can follow.
  const crossing = [
    ...(from ? [clause('i.first < ? AND i.last >= ?', from, from)] : []),
    ...(before ? [clause('i.last >= ? AND i.first < ?', before, before)] : []),
  ];
  return any(crossing);
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
export function whereOf(dialect: Dialect, filter: Filter, joiner: 'AND' | 'OR' = 'AND', counted = true): Where {
  const places = filter.places?.map(placeClause);
  const outside = filter.exclude?.places?.map(placeClause) ?? [];
  const rest = [
    clause(counted ? 'i.counted = 1' : "i.kind = 'incident'"),
    ...plainFacets(dialect, filter, joiner),
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

function plainFacets(dialect: Dialect, filter: Filter, joiner: 'AND' | 'OR'): Clause[] {
  return [
    ...(filter.ids ? [isOneOf('i.id', filter.ids)] : []),
    ...(filter.eventTypes?.length ? [typeClause(filter.eventTypes)] : []),
    ...(filter.actors?.length ? [any(filter.actors.map(actorClause))] : []),
    ...(filter.pair ? pairClause(filter.pair) : []),
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
    ...(filter.text ? [textClause(dialect, filter.text, joiner)] : []),
  ];
}

const pairClause = ([a, b]: [ActorFilter, ActorFilter]): Clause[] => [
  actorClause({ ...a, role: 'either' }),
  actorClause({ ...b, role: 'either' }),
];

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
    ...(exclude?.actors?.map((a) => not(actorClause(a))) ?? []),
    ...(exclude?.text ? [not(textClause(dialect, exclude.text))] : []),
  ];
}
