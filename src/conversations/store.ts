import type { Database } from '../database/database.ts';
import { createTables } from '../database/migrate.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS conversation (thread TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS conversation_at ON conversation (at);
  CREATE TABLE IF NOT EXISTS offer (key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS offer_at ON offer (at);
  CREATE TABLE IF NOT EXISTS heard (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS heard_at ON heard (at);
  CREATE TABLE IF NOT EXISTS feedback (
    offer TEXT NOT NULL, asker TEXT NOT NULL, at INTEGER NOT NULL, "right" INTEGER NOT NULL, question TEXT NOT NULL, understood TEXT NOT NULL,
    PRIMARY KEY (offer, asker)
  ) STRICT`;

/** JSON under a key with its time, milliseconds since 1970. */
function rowsOf(db: Database, table: 'conversation' | 'offer', key: 'thread' | 'key') {
  return {
    get: async (name: string, since: number): Promise<string | undefined> =>
      (await db.get(`SELECT json FROM ${table} WHERE ${key} = ? AND at > ?`, name, since))?.json as string | undefined,
    put: async (name: string, at: number, json: string): Promise<void> => {
      await db.run(
        `INSERT INTO ${table} (${key}, at, json) VALUES (?, ?, ?) ON CONFLICT (${key}) DO UPDATE SET at = excluded.at, json = excluded.json`,
        name,
        at,
        json,
      );
    },
    remove: async (name: string): Promise<void> => {
      await db.run(`DELETE FROM ${table} WHERE ${key} = ?`, name);
    },
    /** Forgets what is older. */
    removeBefore: async (at: number): Promise<void> => {
      await db.run(`DELETE FROM ${table} WHERE at <= ?`, at);
    },
  };
}

export interface FeedbackRow {
  offer: string;
  asker: string;
  at: number;
  right: boolean;
  question: string;
  understood: string;
}

/** Threads, offers, what was heard and what people thought of it, as rows. */
export async function openConversationRows(db: Database) {
  await createTables(db, schema);
  return {
    threads: rowsOf(db, 'conversation', 'thread'),
    offers: rowsOf(db, 'offer', 'key'),
    heard: {
      /** False when the key was there before. */
      add: async (key: string, at: number): Promise<boolean> =>
        (await db.run('INSERT INTO heard (key, at) VALUES (?, ?) ON CONFLICT DO NOTHING', key, at)).changes === 1,
      removeBefore: async (at: number): Promise<void> => {
        await db.run('DELETE FROM heard WHERE at <= ?', at);
      },
    },
    feedback: {
      put: async (f: FeedbackRow): Promise<void> => {
        await db.run(
          'INSERT INTO feedback (offer, asker, at, "right", question, understood) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (offer, asker) DO UPDATE SET at = excluded.at, "right" = excluded."right", question = excluded.question, understood = excluded.understood',
          f.offer,
          f.asker,
          f.at,
          Number(f.right),
          f.question,
          f.understood,
        );
      },
      totals: async (): Promise<{ right: number; wrong: number }> => {
        const row = await db.get('SELECT count(*) AS n, coalesce(sum("right"), 0) AS "right" FROM feedback');
        return { right: Number(row?.right), wrong: Number(row?.n) - Number(row?.right) };
      },
    },
  };
}

export type ConversationRows = Awaited<ReturnType<typeof openConversationRows>>;
