import type { Database } from '../database/database.ts';

/** What was answered to a key: the body it came with as a hash, and the answer as JSON. */
export interface Answered {
  hash: string;
  answer: string;
}

/** Idempotency keys and what was answered, as rows. Times: milliseconds since 1970. */
export function openAnswered(db: Database) {
  db.exec(`
    CREATE TABLE IF NOT EXISTS pushed (
      dataset TEXT NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (dataset, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS pushed_at ON pushed (at);`);
  return {
    get(dataset: string, key: string, since: number): Answered | undefined {
      const row = db.get(
        'SELECT hash, answer FROM pushed WHERE dataset = ? AND key = ? AND at >= ?',
        dataset,
        key,
        since,
      );
      return row && { hash: String(row.hash), answer: String(row.answer) };
    },
    /** Forgets what is older than `since`. */
    put(dataset: string, key: string, { hash, answer }: Answered, now: number, since: number): void {
      db.transaction(() => {
        db.run('DELETE FROM pushed WHERE at < ?', since);
        db.run(
          'INSERT OR REPLACE INTO pushed (dataset, key, hash, answer, at) VALUES (?, ?, ?, ?, ?)',
          dataset,
          key,
          hash,
          answer,
          now,
        );
      });
    },
  };
}

export type AnsweredRows = ReturnType<typeof openAnswered>;
