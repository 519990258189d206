import type { Database } from '../../database/database.ts';
import type { Dialect } from './dialect.ts';
import { postgres } from './dialect-postgres.ts';
import { sqlite } from './dialect-sqlite.ts';

const dialects = { sqlite, postgres };

/** How the engine of a database says things about incidents. */
export const dialectOf = ({ engine }: Pick<Database, 'engine'>): Dialect => dialects[engine];
