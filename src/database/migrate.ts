import { type Database, DatabaseError } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Derived, Migration } from './migrations/migration.ts';

/** Fills the empty tables that are derived from the records. */
export type Fill = Record<Derived, (db: Database) => Promise<void>>;

/** The migrations that were not run yet. Throws DatabaseError where the database has more than this program knows. */
async function pending(db: Database, known: readonly Migration[]): Promise<readonly Migration[]> {
  const version = await db.version();
  if (version > known.length)
    throw new DatabaseError(
      `The database ${db.name} is at version ${version} and was written by a newer Sitrep; this one knows versions up to ${known.length}. Update Sitrep, or restore a backup made by this version.`,
    );
  return known.slice(version);
}

async function run(db: Database, { number, sql, ...own }: Migration): Promise<void> {
  for (const statements of [sql, own[db.engine]]) if (statements) await db.exec(statements);
  await db.setVersion(number);
}

async function fillWith(db: Database, fill: Fill | undefined, derived: Derived): Promise<void> {
  if (!fill) throw new Error('only Sitrep itself can do that, so start it with this database first');
  await fill[derived](db);
}

/**
 * Runs the pending migrations in one transaction, in one process at a time. `fill` is required where the database may have
 * records; a new one has none. Throws DatabaseError with the step that failed; nothing is changed then.
 */
export async function migrate(db: Database, fill?: Fill, known = migrations): Promise<void> {
  if ((await pending(db, known)).length === 0) return;
  let step = 'waiting for other processes';
  const work = async () => {
    const list = await pending(db, known);
    for (const migration of list) {
      step = `migration ${migration.number} (${migration.name})`;
      await run(db, migration);
    }
    if (list.length === known.length) return;
    for (const derived of new Set(list.flatMap((m) => m.derived ?? []))) {
      step = `filling the ${derived}`;
      await fillWith(db, fill, derived);
    }
  };
  try {
    await db.withoutTimeout(() => db.transaction(work, 'schema'));
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `The database ${db.name} could not be brought up to date: ${step} failed: ${(error as Error).message}. Nothing was changed.`,
      { cause: error },
    );
  }
}
