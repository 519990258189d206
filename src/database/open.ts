import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

/** A PostgreSQL address, rather than a file's name. */
export const isAddress = (name: string): boolean => /^postgres(?:ql)?:\/\//.test(name);

/** Opens or makes the database of a name: a file, or postgres://… Throws DatabaseError, naming it and the remedy. */
export async function openDatabase(name: string): Promise<Database> {
  if (!isAddress(name)) return openSqlite(name);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(name);
}
