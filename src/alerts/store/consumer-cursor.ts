import type { Database } from '../../database/database.ts';
import { changesTopic } from '../../incidents/store/stored-record.ts';

/** What processes that deliver listen to. */
export const outboxTopic = 'owed';

/** From where the cursor is to where it shall be; undefined: nothing has been announced yet. */
export interface CursorStep {
  from: number | undefined;
  to: number;
}

/** Another process has announced what this one was about to. */
export class CursorConflict extends Error {}

/** Inside the transaction of what is promised on the way. Throws Announced. */
export async function advanceCursor(db: Database, { from, to }: CursorStep): Promise<void> {
  const { changes } =
    from === undefined
      ? await db.run("INSERT INTO announced (name, cursor) VALUES ('announcer', ?) ON CONFLICT DO NOTHING", to)
      : await db.run("UPDATE announced SET cursor = ? WHERE name = 'announcer' AND cursor = ?", to, from);
  if (changes === 0) throw new CursorConflict('announced by another process');
}

/** How far the change log has been announced, and by whom. */
export const consumerCursorRows = (db: Database) => ({
  /** Undefined when nothing has been announced yet. */
  cursor: async (): Promise<number | undefined> => {
    const row = await db.get("SELECT cursor FROM announced WHERE name = 'announcer'");
    return row === undefined ? undefined : Number(row.cursor);
  },
  /** Runs the work unless some process does already; calls at news of changes and promises. */
  alone: <T>(work: () => Promise<T>): Promise<T | undefined> => db.withLock('announcer', work),
  async listen(heard: () => void): Promise<() => void> {
    const ends = await Promise.all([changesTopic, outboxTopic].map((topic) => db.listen(topic, heard)));
    return () => {
      for (const end of ends) end();
    };
  },
  newest: async (): Promise<number> => Number((await db.get('SELECT max(cursor) AS cursor FROM change'))?.cursor ?? 0),
});
