import type { Database } from '../../database/database.ts';
import type { Checkpoint } from '../incidents.ts';
import { versionOf } from './vocabulary.ts';

/** Keeps a value that holds until the data has moved. */
export async function writeCache(db: Database, name: string, version: number, value: unknown): Promise<void> {
  await db.run(
    'INSERT INTO derived (name, version, json) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, json = excluded.json',
    name,
    version,
    JSON.stringify(value),
  );
}

export async function readCache(db: Database, name: string, version: number): Promise<unknown> {
  const row = await db.get('SELECT json FROM derived WHERE name = ? AND version = ?', name, version);
  return row ? JSON.parse(String(row.json)) : undefined;
}

/** To be called inside the transaction of the changes it marks. */
export async function saveCheckpoint(db: Database, { name, value }: Checkpoint): Promise<void> {
  if (value === null) await db.run('DELETE FROM derived WHERE name = ?', name);
  else await writeCache(db, name, await versionOf(db), value);
}

export const readCheckpoint = async (db: Database, name: string): Promise<unknown> =>
  await readCache(db, name, await versionOf(db));
