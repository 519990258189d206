import type { Database } from '../../database/database.ts';
import { writeLock } from '../../incidents/store/stored-record.ts';

/** The response to an idempotency key: the SHA-256 of the request's body (hex), and the response's body (JSON). */
export interface StoredResponse {
  hash: string;
  answer: string;
}

/** Stores responses by dataset and idempotency key. Times are milliseconds since 1970. */
export function openIdempotencyStore(db: Database) {
  return {
    /** Runs work in one transaction with what it applies and saves, one at a time among all processes. */
    together: <T>(work: () => Promise<T>): Promise<T> => db.transaction(work, writeLock),
    /** The response to a key, unless it is older than `since`. */
    async get(dataset: string, key: string, since: number): Promise<StoredResponse | undefined> {
      const row = await db.get(
        'SELECT hash, answer FROM pushed WHERE dataset = ? AND key = ? AND at >= ?',
        dataset,
        key,
        since,
      );
      return row && { hash: String(row.hash), answer: String(row.answer) };
    },
    /** Saves a response, and deletes those older than `since`. */
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
