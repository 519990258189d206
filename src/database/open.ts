import type { Database } from './database.ts';
import { type Fill, migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { checkTables } from './whole.ts';

/** Whether a database's name is a PostgreSQL address rather than a file. */
export const isAddress = (name: string): boolean => /^postgres(?:ql)?:\/\//.test(name);

/** Opens a database without running migrations. Throws DatabaseError, naming it and the remedy. */
export async function connect(name: string): Promise<Database> {
  if (!isAddress(name)) return openSqlite(name);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(name);
}

/**
 * Opens or creates a database, a file or postgres://…, and runs the pending migrations. `fill` fills the derived tables of
 * an older one. Throws DatabaseError, naming it and the remedy.
 */
export async function openDatabase(name: string, fill?: Fill): Promise<Database> {
  const db = await connect(name);
  try {
    await migrate(db, fill);
    await checkTables(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
