import type { Database } from '../../database/database.ts';
import { changesTopic } from '../../incidents/store/stored-record.ts';

/** The topic that processes which deliver listen to. */
export const outboxTopic = 'owed';

/** A step of the producer through the change log, between two cursors; `from` is undefined for the very first one. */
export interface CursorStep {
  from: number | undefined;
  to: number;
}

/** Another process has advanced the cursor in the meantime. */
export class CursorConflict extends Error {}

/** Advances the cursor, in the transaction that queues the alerts of the step. Throws CursorConflict. */
export async function advanceCursor(db: Database, { from, to }: CursorStep): Promise<void> {
  const { changes } =
    from === undefined
      ? await db.run("INSERT INTO announced (name, cursor) VALUES ('announcer', ?) ON CONFLICT DO NOTHING", to)
      : await db.run("UPDATE announced SET cursor = ? WHERE name = 'announcer' AND cursor = ?", to, from);
  if (changes === 0) throw new CursorConflict('another process has advanced the cursor');
}

/** The producer's cursor in the change log, and the lock that makes it the only producer. */
export const consumerCursorRows = (db: Database) => ({
  /** Of the last change that was processed; undefined before the first. */
  cursor: async (): Promise<number | undefined> => {
    const row = await db.get("SELECT cursor FROM announced WHERE name = 'announcer'");
    return row === undefined ? undefined : Number(row.cursor);
  },
  /** Of the newest change in the log; 0 where it is empty. */
  latestChange: async (): Promise<number> =>
    Number((await db.get('SELECT max(cursor) AS cursor FROM change'))?.cursor ?? 0),
  /** How many changes are not processed yet, and when the oldest of them was made (ISO); null where there are none. */
  async lag(): Promise<{ changes: number; since: string | null }> {
    const behind =
      "SELECT count(*) AS n, min(at) AS since FROM change WHERE cursor > (SELECT cursor FROM announced WHERE name = 'announcer')";
    const row = await db.get(behind);
    return { changes: Number(row?.n ?? 0), since: row?.since == null ? null : String(row.since) };
  },
  /** Runs the work, unless a process runs such work already: then undefined. */
  exclusively: <T>(work: () => Promise<T>): Promise<T | undefined> => db.withLock('announcer', work),
  /** Calls back for new changes and newly queued alerts, on PostgreSQL those of other processes too. Returns a function that stops it. */
  async listen(onNews: () => void): Promise<() => void> {
    const stops = await Promise.all([changesTopic, outboxTopic].map((topic) => db.listen(topic, onNews)));
    return () => {
      for (const stop of stops) stop();
    };
  },
});
