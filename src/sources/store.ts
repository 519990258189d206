import type { Database, Row, Value } from '../database/database.ts';

/** Another run has claimed the source since, or it was removed: this run may write nothing more. */
export class LeaseLost extends Error {}

/** One source as a row. Moments: milliseconds since 1970; 0 is never. */
export interface SourceRow {
  id: number;
  /** A SourceConfig, as JSON. */
  config: string;
  /** Its connector's cursor, as JSON. */
  cursor: string | null;
  due: number;
  /** When the lease of the run that fetches it ends; 0 while none does. */
  lease: number;
  paused: boolean;
  tries: number;
  lastSuccess: number;
  lastRows: string | null;
  lastError: string | null;
  lastErrorAt: number;
}

const sourceOf = (row: Row): SourceRow => ({
  id: Number(row.id),
  config: String(row.told),
  cursor: row.cursor as string | null,
  due: Number(row.due),
  lease: Number(row.lease),
  paused: row.paused === 1,
  tries: Number(row.tries),
  lastSuccess: Number(row.last_success),
  lastRows: row.last_rows as string | null,
  lastError: row.last_error as string | null,
  lastErrorAt: Number(row.last_error_at),
});

const released = 'holder = NULL, lease = 0';

/** Sources: what to fetch, when, from which cursor, and the result of the last run. */
const sourceRows = (db: Database) => ({
  all: async (): Promise<SourceRow[]> => (await db.all('SELECT * FROM source ORDER BY id')).map(sourceOf),
  get: async (id: number): Promise<SourceRow | undefined> =>
    (await db.all('SELECT * FROM source WHERE id = ?', id)).map(sourceOf)[0],
  add: async (config: string, due: number): Promise<number> =>
    Number((await db.get('INSERT INTO source (told, due) VALUES (?, ?) RETURNING id', config, due))?.id),
  remove: async (id: number): Promise<boolean> => (await db.run('DELETE FROM source WHERE id = ?', id)).changes > 0,
  pause: async (id: number, paused: boolean, due: number): Promise<boolean> =>
    (await db.run('UPDATE source SET paused = ?, due = ?, tries = 0 WHERE id = ?', paused ? 1 : 0, due, id)).changes >
    0,
  makeDue: async (id: number, now: number): Promise<void> => {
    await db.run('UPDATE source SET due = ? WHERE id = ?', now, id);
  },
  due: async (now: number, limit: number): Promise<number[]> =>
    (
      await db.all(
        'SELECT id FROM source WHERE paused = 0 AND due <= ? AND lease <= ? ORDER BY due LIMIT ?',
        now,
        now,
        limit,
      )
    ).map((row) => Number(row.id)),
  /** Leases a source to one run until a moment. False while another run holds an unexpired lease. */
  claim: async (id: number, holder: string, now: number, until: number): Promise<boolean> =>
    (await db.run('UPDATE source SET holder = ?, lease = ? WHERE id = ? AND lease <= ?', holder, until, id, now))
      .changes > 0,
  /** What the run that leased a source may write; each throws LeaseLost once another run has claimed it, or it was removed. */
  leasedBy: (id: number, holder: string) => {
    const write = async (set: string, ...values: Value[]): Promise<void> => {
      const { changes } = await db.run(`UPDATE source SET ${set} WHERE id = ? AND holder = ?`, ...values, id, holder);
      if (changes === 0) throw new LeaseLost(`source ${id}`);
    };
    return {
      renew: (until: number) => write('lease = ?', until),
      /** One step further; after a crash the next run goes on from here. */
      advance: (cursor: string) => write('cursor = ?', cursor),
      succeed: (now: number, due: number, rows: string) =>
        write(
          `${released}, tries = 0, last_success = ?, due = ?, last_rows = ?, last_error = NULL`,
          ...[now, due, rows],
        ),
      fail: (now: number, due: number, error: string, paused = false) =>
        write(
          `${released}, tries = tries + 1, due = ?, last_error = ?, last_error_at = ?${paused ? ', paused = 1' : ''}`,
          ...[due, error, now],
        ),
      /** Interrupted: due again at once, and not counted as a failure. */
      release: () => write(released),
    };
  },
});

/** A file of a watched folder as it was imported last. */
export interface WatchedFile {
  path: string;
  /** In bytes. */
  size: number;
  /** Its modification time, in milliseconds since 1970. */
  changed: number;
  /** SHA-256, hexadecimal. */
  hash: string;
  /** Why it could not be imported. */
  error: string | null;
}

const fileOf = (row: Row): WatchedFile => ({
  path: String(row.path),
  size: Number(row.size),
  changed: Number(row.changed),
  hash: String(row.hash),
  error: row.error as string | null,
});

const watchedRows = (db: Database) => ({
  get: async (path: string): Promise<WatchedFile | undefined> =>
    (await db.all('SELECT * FROM watched WHERE path = ?', path)).map(fileOf)[0],
  put: async ({ path, size, changed, hash, error }: WatchedFile, now: number): Promise<void> => {
    await db.run(
      'INSERT INTO watched (path, size, changed, hash, error, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET size = excluded.size, changed = excluded.changed, hash = excluded.hash, error = excluded.error, at = excluded.at',
      path,
      size,
      changed,
      hash,
      error,
      now,
    );
  },
});

/** Scheduled sources, and the files of watched folders, as rows. */
export function openSourceRows(db: Database) {
  return { sources: sourceRows(db), watched: watchedRows(db) };
}

export type SourceRows = ReturnType<typeof openSourceRows>;
