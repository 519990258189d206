import type { Database } from '../../database/database.ts';
import type { Checkpoint } from '../change.ts';
import { versionOf } from './vocabulary.ts';

/** Stores a JSON value computed from the data at a version. */
export async function writeCache(db: Database, name: string, version: number, value: unknown): Promise<void> {
  await db.run(
    'INSERT INTO derived (name, version, json) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, json = excluded.json',
    name,
    version,
    JSON.stringify(value),
  );
}

/** The value stored under a name at this very version; otherwise undefined. */
export async function readCache(db: Database, name: string, version: number): Promise<unknown> {
  const row = await db.get('SELECT json FROM derived WHERE name = ? AND version = ?', name, version);
  return row ? JSON.parse(String(row.json)) : undefined;
}

/**
 * Stores the checkpoint of an import at the current version, or deletes it. Call it in the transaction of the changes.
 */
export async function saveCheckpoint(db: Database, { name, value }: Checkpoint): Promise<void> {
  if (value === null) await db.run('DELETE FROM derived WHERE name = ?', name);
  else await writeCache(db, name, await versionOf(db), value);
}

/** The checkpoint's value, if nothing has changed since it was stored. */
export const readCheckpoint = async (db: Database, name: string): Promise<unknown> =>
  await readCache(db, name, await versionOf(db));

/** The files whose import was cut short, as far as their checkpoints name them. */
export async function unfinishedImports(db: Database): Promise<string[]> {
  const rows = await db.all("SELECT json FROM derived WHERE name LIKE 'import %' ORDER BY name");
  return rows.flatMap(({ json }) => {
    const { file } = JSON.parse(String(json)) as { file?: string };
    return file === undefined ? [] : [file];
  });
}
