import type { Database } from '../../database/database.ts';
import { daysLater, daysOf } from '../days.ts';
import type { Filter, Period, Unit } from '../query.ts';
import { all, type Clause, clause } from './clause.ts';
import { dialectOf } from './dialect.ts';
import { type Told, totalFacets } from './totals/facets.ts';
import type { Grain } from './totals/grain.ts';
import { allTypes } from './totals/keep.ts';
import { type Piece, piecesOf, type Span } from './totals/span.ts';
import { longest, whereOf } from './where.ts';

/** What figures are summed from: the incidents themselves, or totals of them. */
export interface Reading {
  /** What comes after FROM, as `i`, with its WHERE. */
  from: Clause;
  /** How many incidents there are in it, and how many have the figure. */
  count: string;
  known(column: string): string;
}

const one = { count: 'count(*)', known: (column: string) => `count(${column})` };

export const ofIncidents = ({ sql, values }: Clause): Reading => ({
  from: clause(`incident i WHERE ${sql}`, ...values),
  ...one,
});

/** Each actor of each incident once, however many roles it had; civilians are nobody who did anything. */
function acting(db: Database, filter: Filter, columns: string, { sql, values }: Clause): Clause {
  const role = attackersOnly(filter) ? " AND p.role = 'attacker'" : '';
  return clause(
    `SELECT DISTINCT ${columns}, p.actor, i.rid FROM incident i ${dialectOf(db).join} part p ON p.rid = i.rid WHERE ${sql} AND p.actor <> 'Civilians'${role}`,
    ...values,
  );
}

function ofActors(db: Database, filter: Filter, inside: Clause): Reading {
  const { sql, values } = acting(db, filter, 'i.best, i.civilians, i.low, i.high', inside);
  return { from: clause(`(${sql}) i WHERE TRUE`, ...values), ...one };
}

const ofSources = ({ sql, values }: Clause): Reading => ({
  from: clause(
    `(SELECT r.publisher, i.best, i.civilians, i.low, i.high FROM incident i JOIN reported r ON r.rid = i.rid WHERE ${sql}) i WHERE TRUE`,
    ...values,
  ),
  ...one,
});

/** Attacks on civilians are done by one side; elsewhere both sides took part. */
const attackersOnly = (filter: Filter) =>
  filter.eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians') ?? false;

const columnsOf = (type: string) =>
  `nullif(i.country, '') AS country, ${type} AS type, nullif(i.first, '') AS first, nullif(i.last, '') AS last, i.n, i.best, i.low, i.high, i.civilians, i.known, i.civilians_known`;
const ofTotal = columnsOf("nullif(i.type, '')");
const ofActorTotal = columnsOf('NULL');
const figure = (name: string) => `coalesce(i.${name}, 0) AS ${name}`;
const has = (name: string) => `CASE WHEN i.${name} IS NULL THEN 0 ELSE 1 END`;
const ofOne = `i.country, i.type, i.first, i.last, 1 AS n, ${['best', 'low', 'high', 'civilians'].map(figure).join(', ')}, ${has('best')} AS known, ${has('civilians')} AS civilians_known`;

const within = ({ first, last }: Span): Clause =>
  all([
    ...(first[0] === null ? [] : [clause('i.first >= ?', first[0])]),
    ...(first[1] === null ? [] : [clause('i.first < ?', first[1])]),
    ...(last[0] === null ? [] : [clause('i.last >= ?', last[0])]),
    ...(last[1] === null ? [] : [clause('i.last < ?', last[1])]),
  ]);

/** Whole years and months are known, of an actor years; a trend by month needs the months, and one by week or day the days. */
function grainsFor(by: Unit | undefined, ofActors: boolean): Grain[] {
  if (by === 'day' || by === 'week') return [];
  if (by === 'month') return ofActors ? [] : ['month'];
  return ofActors ? ['year'] : ['year', 'month'];
}
/** What else totals are told apart by, and what those of an actor are. */
const toldApart = new Set<Unit | undefined>([undefined, 'month', 'year', 'country', 'eventType', 'actor']);
const toldOfActor = new Set<Unit | undefined>([undefined, 'year', 'country']);

// A seek for each country instead of a look at all that came before.
const everyCountry = clause("i.country IN (SELECT DISTINCT country FROM total WHERE grain = 'year')");

interface Asked {
  filter: Filter;
  by?: Unit | undefined;
}

function tableOf(told: Told, { filter, by }: Asked) {
  if (by !== 'actor' && !told.ofActor)
    return { name: 'total', columns: ofTotal, of: ({ grain }: Piece) => [clause('i.grain = ?', grain)] };
  const types = [clause(`i.types ${told.ofTypes ? '<>' : '='} ?`, allTypes)];
  const who = [
    clause("i.actor <> 'Civilians'"),
    ...(attackersOnly(filter) ? [clause("i.roles LIKE '%attacker%'")] : []),
  ];
  return by === 'actor'
    ? { name: 'actor_total', columns: `${ofActorTotal}, i.actor, 0 AS rid`, of: () => [...types, ...who] }
    : { name: 'actor_total', columns: ofActorTotal, of: () => types };
}

/**
 * Figures by totals of whole years and months, and by the incidents of the days that are left; undefined where
 * totals cannot tell.
 */
export function ofTotals(db: Database, asked: Asked): Reading | undefined {
  const { filter, by } = asked;
  const told = totalFacets(filter);
  if (!told || !(told.ofActor ? toldOfActor : toldApart).has(by)) return undefined;
  const ofActors = by === 'actor' || told.ofActor;
  const pieces = piecesOf(insideSpan(filter.period), grainsFor(by, ofActors));
  if (pieces.every(({ grain }) => grain === 'day')) return undefined;
  const { name, columns, of } = tableOf(told, asked);
  const known = filter.period ? [clause("i.first <> ''")] : [];
  const ofPiece = (piece: Piece): Clause => {
    const near = told.everywhere && piece.first[0] !== null ? [everyCountry] : [];
    const inside = all([...of(piece), told.facets, within(piece), ...known, ...near]);
    return clause(`SELECT ${columns} FROM ${name} i WHERE ${inside.sql}`, ...inside.values);
  };
  const { facets } = whereOf(dialectOf(db), filter);
  const united = pieces.flatMap((piece) =>
    piece.grain === 'day' ? daysOfPiece(piece).map((some) => ofDays(db, asked, all([facets, some]))) : [ofPiece(piece)],
  );
  return {
    from: clause(`(${united.map((c) => c.sql).join(' UNION ALL ')}) i WHERE TRUE`, ...united.flatMap((c) => c.values)),
    count: 'coalesce(sum(i.n), 0)',
    known: (column) => `coalesce(sum(i.${column === 'i.civilians' ? 'civilians_known' : 'known'}), 0)`,
  };
}

const ofDays = (db: Database, { filter, by }: Asked, inside: Clause): Clause =>
  by === 'actor'
    ? acting(db, filter, ofOne, inside)
    : clause(`SELECT ${ofOne} FROM incident i WHERE ${inside.sql}`, ...inside.values);

/** What begins in a few days ends soon after, if its range is not long: an index by the last day can follow that. */
function daysOfPiece(piece: Piece): Clause[] {
  const { first, last } = piece;
  if (first[1] === null || first[0] === null) return [within(piece)];
  const soon = daysLater(first[1], longest);
  if (last[1] !== null && last[1] <= soon) return [within(piece)];
  return [
    within({ first, last: [last[0] ?? first[0], soon] }),
    all([clause('i.long = 1'), within({ first, last: [soon, last[1]] })]),
  ];
}

/** What a query's figures are summed from. `inside`: the incidents it means. */
export function readingFor(db: Database, { filter, by }: Asked, inside: Clause): Reading {
  const totals = ofTotals(db, { filter, by });
  if (totals) return totals;
  if (by === 'actor') return ofActors(db, filter, inside);
  return by === 'source' ? ofSources(inside) : ofIncidents(inside);
}

/** All that lies in a period. */
function insideSpan(period: Period | undefined): Span {
  const { from, before } = period ? daysOf(period) : { from: null, before: null };
  return { first: [from, null], last: [null, before] };
}
