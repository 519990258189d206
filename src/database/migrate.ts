import { type Database, DatabaseError } from './database.ts';

export interface Migration {
  version: number;
  sql: string;
}

/** Brings the file up to the newest version, one transaction each. Refuses a file of a newer Sitrep. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const current = Number(db.get('PRAGMA user_version')?.user_version ?? 0);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new DatabaseError(
      `The database ${db.file} was written by a newer Sitrep (schema ${current}, this one knows ${newest}). Update Sitrep, or choose another file with --db.`,
    );
  }
  for (const { version, sql } of migrations) {
    if (version > current) db.transaction(() => db.exec(`${sql}; PRAGMA user_version = ${version}`));
  }
}
