import type { Database } from '../database/database.ts';

/** The table of drafts: JSON by key, with a time in milliseconds since 1970. */
export function openDraftRows(db: Database) {
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

export type DraftRows = ReturnType<typeof openDraftRows>;
