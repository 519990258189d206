import type { Database } from '../database/database.ts';

const schema = `CREATE TABLE IF NOT EXISTS conversation (thread TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS conversation_at ON conversation (at)`;

/** Threads as rows: what each was about and when, milliseconds since 1970. */
export function openConversationRows(db: Database) {
  db.exec(schema);
  return {
    get: (thread: string, since: number): string | undefined =>
      db.get('SELECT json FROM conversation WHERE thread = ? AND at > ?', thread, since)?.json as string | undefined,
    put: (thread: string, at: number, json: string): void => {
      db.run(
        'INSERT INTO conversation (thread, at, json) VALUES (?, ?, ?) ON CONFLICT (thread) DO UPDATE SET at = excluded.at, json = excluded.json',
        thread,
        at,
        json,
      );
    },
    remove: (thread: string): void => {
      db.run('DELETE FROM conversation WHERE thread = ?', thread);
    },
    /** Forgets what is older; returns how many threads. */
    removeBefore: (at: number): number => db.run('DELETE FROM conversation WHERE at <= ?', at).changes,
  };
}
