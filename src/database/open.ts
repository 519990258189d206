import type { Database } from './database.ts';
import { type Fill, migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

/** A PostgreSQL address, rather than a file's name. */
export const isAddress = (name: string): boolean => /^postgres(?:ql)?:\/\//.test(name);

/** The database of a name with its tables as they are. Throws DatabaseError, naming it and the remedy. */
export async function connect(name: string): Promise<Database> {
  if (!isAddress(name)) return openSqlite(name);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(name);
}

/**
 * Opens or makes the database of a name, a file or postgres://…, with every store's tables at the newest version.
 * `fill`: fills derived tables of an older one. Throws DatabaseError, naming it and the remedy.
 */
export async function openDatabase(name: string, fill?: Fill): Promise<Database> {
  const db = await connect(name);
  try {
    await migrate(db, fill);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
