import { existsSync } from 'node:fs';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { type Database, DatabaseError } from './database.ts';
import { openFile } from './sqlite-file.ts';

/** Only for the one who runs the program: the file may hold tokens of workspaces. */
const ownerOnly = 0o600;

/**
 * Writes the whole database as it is at one moment to a new file, which is there only when it is complete and was found
 * sound. Others go on reading and writing. Returns its size in bytes. Throws DatabaseError.
 */
export async function backUp(db: Database, file: string): Promise<number> {
  if (db.engine !== 'sqlite')
    throw new DatabaseError(
      `${db.name} is backed up with PostgreSQL’s own means: pg_dump --format=custom --file=${file}`,
    );
  if (existsSync(file)) throw new DatabaseError(`${file} is there already. Name a file that is not there yet.`);
  const partial = `${file}.partial`;
  try {
    await rm(partial, { force: true });
    // One read transaction: unlike SQLite's backup by pages, it need not begin anew when somebody writes.
    await db.run('VACUUM INTO ?', partial);
    await chmod(partial, ownerOnly);
    check(partial);
    await onDisk(partial);
    await rename(partial, file);
    return (await stat(file)).size;
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `Cannot write the backup ${file}: ${(error as Error).message}. Look at the folder and the room on the disk.`,
      { cause: error },
    );
  }
}

function check(file: string): void {
  const copy = openFile(file);
  try {
    const [found] = copy.all('PRAGMA quick_check(1)');
    if (found?.quick_check !== 'ok') throw new DatabaseError(`The backup is not sound: ${found?.quick_check}.`);
    // A single file, without the two that a database in use has beside it.
    copy.exec('PRAGMA journal_mode=DELETE');
  } finally {
    copy.close();
  }
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
