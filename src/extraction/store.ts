import type { Database } from '../database/database.ts';
import { createTables } from '../database/migrate.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS draft_at ON draft (at)`;

/** Drafts as JSON under a key with their time, milliseconds since 1970. */
export async function openDraftRows(db: Database) {
  await createTables(db, schema);
  return {
    get: async (key: string, since: number): Promise<string | undefined> =>
      (await db.get('SELECT json FROM draft WHERE key = ? AND at > ?', key, since))?.json as string | undefined,
    put: async (key: string, at: number, json: string): Promise<void> => {
      await db.run(
        'INSERT INTO draft (key, at, json) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
        key,
        at,
        json,
      );
    },
    remove: async (key: string): Promise<void> => {
      await db.run('DELETE FROM draft WHERE key = ?', key);
    },
    removeBefore: async (at: number): Promise<void> => {
      await db.run('DELETE FROM draft WHERE at <= ?', at);
    },
  };
}

export type DraftRows = Awaited<ReturnType<typeof openDraftRows>>;
