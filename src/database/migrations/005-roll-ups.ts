import type { Migration } from './migration.ts';

/**
 * How many incidents, and their figures: `total` by month and by year, of a country and types; `actor_total` by year, of an
 * actor besides (an incident of two actors is twice in it), both of the types and of all of them ('*'). `first` and `last`
 * are the first day of the month or year an incident begins in, and the 31st of that in which it ends, so that they
 * compare with days as the dates of incidents do. `type` is the leading one, `types` all in order; what is not known is
 * ''. `known`, `civilians_known`: how many have the figure. `type_set` tells which types a text of `types` has.
 */
const sql = `
CREATE TABLE total (
  grain TEXT NOT NULL, country TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, type TEXT NOT NULL, types TEXT NOT NULL,
  n INTEGER NOT NULL, best INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, civilians INTEGER NOT NULL,
  known INTEGER NOT NULL, civilians_known INTEGER NOT NULL, PRIMARY KEY (grain, country, first, last, type, types)
) STRICT, WITHOUT ROWID;
CREATE TABLE actor_total (
  types TEXT NOT NULL, country TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, actor TEXT NOT NULL, roles TEXT NOT NULL,
  n INTEGER NOT NULL, best INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, civilians INTEGER NOT NULL,
  known INTEGER NOT NULL, civilians_known INTEGER NOT NULL, PRIMARY KEY (types, country, first, last, actor, roles)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_total_by_actor ON actor_total (actor, types, country, first, last);
CREATE TABLE type_set (types TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (types, type)) STRICT, WITHOUT ROWID;
`;

export const rollUps: Migration = { number: 5, name: 'roll-ups', sql, derived: ['roll-ups'] };
