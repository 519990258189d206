import type { Database } from '../../database/database.ts';
import type { Mark } from '../incidents.ts';
import { versionOf } from './vocabulary.ts';

/** Keeps a value that holds until the data has moved. */
export function keepDerived(db: Database, name: string, version: number, value: unknown): void {
  db.run(
    'INSERT INTO derived (name, version, json) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, json = excluded.json',
    name,
    version,
    JSON.stringify(value),
  );
}

export function derivedOf(db: Database, name: string, version: number): unknown {
  const row = db.get('SELECT json FROM derived WHERE name = ? AND version = ?', name, version);
  return row ? JSON.parse(String(row.json)) : undefined;
}

/** To be called inside the transaction of the changes it marks. */
export function setMark(db: Database, { name, value }: Mark): void {
  if (value === null) db.run('DELETE FROM derived WHERE name = ?', name);
  else keepDerived(db, name, versionOf(db), value);
}

export const markOf = (db: Database, name: string): unknown => derivedOf(db, name, versionOf(db));
