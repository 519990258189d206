import type { Database } from '../database/database.ts';

/** A table of JSON by key, each row with its time. */
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
    /** Deletes rows up to that time. */
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

/** The tables of conversations: threads, button payloads, deliveries (for deduplication) and feedback. Times in milliseconds since 1970. */
export function openConversationRows(db: Database) {
  return {
    threads: rowsOf(db, 'conversation', 'thread'),
    buttonPayloads: rowsOf(db, 'offer', 'key'),
    deliveries: {
      /** False if the key is there already. */
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

export type ConversationRows = ReturnType<typeof openConversationRows>;
