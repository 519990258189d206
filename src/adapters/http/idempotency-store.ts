import type { Database } from '../../database/database.ts';

/** What was answered to a key: the body it came with as a hash, and the answer as JSON. */
export interface StoredResponse {
  hash: string;
  answer: string;
}

/** Idempotency keys and what was answered, as rows. Times: milliseconds since 1970. */
export function openIdempotencyStore(db: Database) {
  return {
    async get(dataset: string, key: string, since: number): Promise<StoredResponse | undefined> {
      const row = await db.get(
        'SELECT hash, answer FROM pushed WHERE dataset = ? AND key = ? AND at >= ?',
        dataset,
        key,
        since,
      );
      return row && { hash: String(row.hash), answer: String(row.answer) };
    },
    /** Forgets what is older than `since`. */
    async put(
      dataset: string,
      key: string,
      { hash, answer }: StoredResponse,
      now: number,
      since: number,
    ): Promise<void> {
      await db.transaction(async () => {
        await db.run('DELETE FROM pushed WHERE at < ?', since);
        await db.run(
          'INSERT INTO pushed (dataset, key, hash, answer, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (dataset, key) DO UPDATE SET hash = excluded.hash, answer = excluded.answer, at = excluded.at',
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

export type IdempotencyStore = ReturnType<typeof openIdempotencyStore>;
