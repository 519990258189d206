import type { Database } from '../database/database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS draft_at ON draft (at)`;

/** Drafts as JSON under a key with their time, milliseconds since 1970. */
export function openDraftRows(db: Database) {
  db.exec(schema);
  return {
    get: (key: string, since: number): string | undefined =>
      db.get('SELECT json FROM draft WHERE key = ? AND at > ?', key, since)?.json as string | undefined,
    put: (key: string, at: number, json: string): void => {
      db.run(
        'INSERT INTO draft (key, at, json) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
        key,
        at,
        json,
      );
    },
    remove: (key: string): void => {
      db.run('DELETE FROM draft WHERE key = ?', key);
    },
    removeBefore: (at: number): void => {
      db.run('DELETE FROM draft WHERE at <= ?', at);
    },
  };
}

export type DraftRows = ReturnType<typeof openDraftRows>;
