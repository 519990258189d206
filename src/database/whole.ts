import { type Database, DatabaseError } from './database.ts';
import { migrations } from './migrations/index.ts';

const statement = /\b(CREATE|DROP) (?:VIRTUAL )?TABLE (?:IF (?:NOT )?EXISTS )?(\w+)/g;

/** The tables that the migrations leave in a SQLite database. */
function tablesOfMigrations(): Set<string> {
  const tables = new Set<string>();
  for (const { sql, sqlite } of migrations)
    for (const [, what, table = ''] of `${sql ?? ''};${sqlite ?? ''}`.matchAll(statement))
      if (what === 'CREATE') tables.add(table);
      else tables.delete(table);
  return tables;
}

/** Throws DatabaseError where a SQLite database lacks a table, which one that is damaged or another program's does. */
export async function checkTables(db: Database): Promise<void> {
  if (db.engine !== 'sqlite') return;
  const rows = await db.all("SELECT name FROM sqlite_master WHERE type = 'table'");
  const held = new Set(rows.map(({ name }) => String(name)));
  const missing = [...tablesOfMigrations()].filter((table) => !held.has(table));
  if (missing.length > 0)
    throw new DatabaseError(
      `The database ${db.name} lacks the table ${missing.slice(0, 3).join(', ')}: it is damaged, or another program’s. Restore a backup, or name another file with --db or SITREP_DB.`,
    );
}
