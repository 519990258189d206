import { nameTable } from './007-names.ts';
import type { Migration } from './migration.ts';

/** Positions of names were sums of floating point before. */
export const wholePositions: Migration = {
  number: 9,
  name: 'whole numbers for positions',
  sql: `DROP TABLE named; ${nameTable}`,
  derived: ['name-counts'],
};
