import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

/** Opens or makes the database of a name: a file. Throws DatabaseError, naming it and the remedy. */
export const openDatabase = async (name: string): Promise<Database> => openSqlite(name);
