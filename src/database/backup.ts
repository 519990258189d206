import { existsSync } from 'node:fs';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { type Database, DatabaseError } from './database.ts';
import { openFile } from './sqlite-file.ts';

/** Readable by its owner only: the file may hold tokens of workspaces. */
const ownerOnly = 0o600;

/**
 * Writes a snapshot of a SQLite database to a new file, which appears only once it is complete and has passed an integrity
 * check. Reading and writing continue meanwhile. Returns its size in bytes. Throws DatabaseError.
 */
export async function backUp(db: Database, file: string): Promise<number> {
  if (db.engine !== 'sqlite')
    throw new DatabaseError(`Back up ${db.name} with PostgreSQL’s own tools: pg_dump --format=custom --file=${file}`);
  if (existsSync(file)) throw new DatabaseError(`${file} already exists. Name a file that does not exist yet.`);
  const partial = `${file}.partial`;
  try {
    await rm(partial, { force: true });
    // One read transaction: unlike SQLite's backup API, it need not restart when somebody writes.
    await db.run('VACUUM INTO ?', partial);
    await chmod(partial, ownerOnly);
    check(partial);
    await syncToDisk(partial);
    await rename(partial, file);
    return (await stat(file)).size;
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `Cannot write the backup ${file}: ${(error as Error).message}. Check the folder and the free disk space.`,
      { cause: error },
    );
  }
}

function check(file: string): void {
  const copy = openFile(file);
  try {
    const [found] = copy.all('PRAGMA quick_check(1)');
    if (found?.quick_check !== 'ok')
      throw new DatabaseError(`The backup failed its integrity check: ${found?.quick_check}.`);
    // A single file, without the two of write-ahead logging.
    copy.exec('PRAGMA journal_mode=DELETE');
  } finally {
    copy.close();
  }
}

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
