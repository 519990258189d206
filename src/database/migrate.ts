import { type Database, DatabaseError } from './database.ts';

export interface Migration {
  version: number;
  sql: string;
  /** What the new tables are filled with. */
  after?(db: Database): Promise<void>;
}

/** Brings the database up to the newest version, one transaction each. Refuses one of a newer Sitrep. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0;
  if ((await db.version()) === newest) return;
  for (const { version, sql, after } of migrations) {
    await db.transaction(async () => {
      const current = await db.version();
      if (current > newest)
        throw new DatabaseError(
          `The database ${db.name} was written by a newer Sitrep (schema ${current}, this one knows ${newest}). Update Sitrep, or choose another file with --db.`,
        );
      if (version <= current) return;
      await db.exec(sql);
      await after?.(db);
      await db.setVersion(version);
    }, 'schema');
  }
}

/** Makes tables that are not there yet; of several processes, one at a time. */
export const createTables = (db: Database, sql: string): Promise<void> => db.transaction(() => db.exec(sql), 'schema');
