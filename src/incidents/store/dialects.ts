import type { Database } from '../../database/database.ts';
import type { Dialect } from './dialect.ts';
import { postgres } from './dialect-postgres.ts';
import { sqlite } from './dialect-sqlite.ts';

const dialects = { sqlite, postgres };

/** The dialect of a database's engine. */
export const dialectOf = ({ engine }: Pick<Database, 'engine'>): Dialect => dialects[engine];
