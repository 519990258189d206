import { type Database, DatabaseError } from './database.ts';

export interface Migration {
  version: number;
  sql: string;
}

/** Brings the file up to the newest version, one transaction each. Refuses a file of a newer Sitrep. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  const current = Number((await db.get('PRAGMA user_version'))?.user_version ?? 0);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new DatabaseError(
      `The database ${db.name} was written by a newer Sitrep (schema ${current}, this one knows ${newest}). Update Sitrep, or choose another file with --db.`,
    );
  }
  for (const { version, sql } of migrations) {
    if (version > current) await db.transaction(() => db.exec(`${sql}; PRAGMA user_version = ${version}`));
  }
}
