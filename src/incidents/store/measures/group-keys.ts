import type { Unit } from '../../query.ts';
import { keysOfCycle, type TimeUnit } from '../../time-units.ts';
import type { Dialect } from '../dialect.ts';

type DayKey = (day: string, dialect: Dialect) => string;

// Not as dates: roll-ups have the 31st of every month.
const yearOf = (day: string) => `substr(${day}, 1, 4)`;
const partOf = (day: string, letter: string, months: number) =>
  `${yearOf(day)} || '-${letter}' || ((CAST(substr(${day}, 6, 2) AS INTEGER) + ${months - 1}) / ${months})`;

/** The key of a unit of the calendar, of a column of ISO days. */
const dayKeys: Record<TimeUnit, DayKey> = {
  day: (day) => day,
  week: (day, { weekOf }) => weekOf(day),
  month: (day) => `substr(${day}, 1, 7)`,
  quarter: (day) => partOf(day, 'Q', 3),
  half: (day) => partOf(day, 'H', 6),
  year: yearOf,
};

/** An incident whose date range crosses a border of the unit has no key. */
const withinOne =
  (by: TimeUnit) =>
  (dialect: Dialect): string => {
    const [first, last] = [dayKeys[by]('i.first', dialect), dayKeys[by]('i.last', dialect)];
    return `CASE WHEN ${first} = ${last} THEN ${first} END`;
  };

/** Quarters of a year that begin in December, counted from the year 0: every fourth is a winter. */
const seasonOf = (day: string) =>
  `((CAST(${yearOf(day)} AS INTEGER) * 12 + CAST(substr(${day}, 6, 2) AS INTEGER)) / 3)`;
const season = (): string => {
  const [first, last] = [seasonOf('i.first'), seasonOf('i.last')];
  const names = keysOfCycle('season').map((key, n) => `WHEN ${first} % 4 = ${n} THEN '${key}'`);
  return `CASE WHEN ${first} <> ${last} THEN NULL ${names.join(' ')} END`;
};

const column = (name: string) => () => `i.${name}`;

/** The key of each unit, as SQL over `i`; NULL for an incident in no group. */
export const groupKeys: Record<Unit, (dialect: Dialect) => string> = {
  day: withinOne('day'),
  week: withinOne('week'),
  month: withinOne('month'),
  quarter: withinOne('quarter'),
  half: withinOne('half'),
  year: withinOne('year'),
  season,
  weekday: ({ weekdayOf }) => `CASE WHEN i.first = i.last THEN ${weekdayOf('i.first')} END`,
  // Few records have a time of day: only these are read.
  hour: ({ timeOf, jsonOf }) => `CASE WHEN i.when_precision = 'hour' THEN substr(${timeOf(jsonOf('i.rid'))}, 1, 2) END`,
  // An incident located to its district or more coarsely has no town.
  place: () => "CASE WHEN i.where_precision IN ('exact', 'near') THEN i.place END",
  district: column('admin2'),
  admin1: column('admin1'),
  country: column('country'),
  actor: column('actor'),
  pair: column('pair'),
  conflict: ({ conflictOf, jsonOf }) => conflictOf(jsonOf('i.rid')),
  eventType: column('type'),
  source: column('publisher'),
};
