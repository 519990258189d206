import { setImmediate } from 'node:timers/promises';
import type { Database, Row, Value } from '../../database/database.ts';
import { insertPast } from './rows.ts';
import { versionOf } from './vocabulary.ts';

// Records that have changed since, as they were, beside those of today: under the negative number of the present row.
const tables = `
CREATE TEMP TABLE IF NOT EXISTS past_changed (rid INTEGER PRIMARY KEY, dataset TEXT, cursor INTEGER, hidden INTEGER);
CREATE TEMP TABLE IF NOT EXISTS past_incident AS SELECT * FROM main.incident WHERE 0;
CREATE INDEX IF NOT EXISTS temp.past_incident_by_row ON past_incident (rid);
CREATE INDEX IF NOT EXISTS temp.past_incident_by_country ON past_incident (country, counted, last, first);
CREATE INDEX IF NOT EXISTS temp.past_incident_by_admin1 ON past_incident (admin1, counted, last, first);
CREATE INDEX IF NOT EXISTS temp.past_incident_by_date ON past_incident (counted, last, first);
CREATE TEMP TABLE IF NOT EXISTS past_body (rid INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS past_typed (rid INTEGER, type TEXT, PRIMARY KEY (rid, type)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS past_part (rid INTEGER, actor TEXT, role TEXT, PRIMARY KEY (rid, actor, role)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS temp.past_part_by_actor ON past_part (actor, role, rid);
CREATE TEMP TABLE IF NOT EXISTS past_attributed (rid INTEGER, status TEXT, actor TEXT, source TEXT);
CREATE INDEX IF NOT EXISTS temp.past_attributed_by_status ON past_attributed (status, rid);
CREATE TEMP TABLE IF NOT EXISTS past_reported (rid INTEGER, publisher TEXT, PRIMARY KEY (rid, publisher)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS temp.past_reported_by_publisher ON past_reported (publisher, rid);
CREATE VIRTUAL TABLE IF NOT EXISTS temp.past_words USING fts5 (title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
`;
const parts = ['typed', 'part', 'attributed', 'reported'];
const emptied = [...parts, 'body', 'incident', 'changed'].map((table) => `DELETE FROM temp.past_${table};`).join(' ');

// Names of a WITH clause go before those of tables: the same SQL reads the state of then.
const of = (table: string, today = '') =>
  `${table} AS NOT MATERIALIZED (SELECT * FROM main.${table}${today} UNION ALL SELECT * FROM temp.past_${table})`;
const unchanged = ' WHERE rid NOT IN (SELECT rid FROM temp.past_changed)';
const then = `WITH ${[of('incident', unchanged), ...parts.map((table) => of(table))].join(', ')}\n`;

/** For each record changed since: its first change after the moment, and whether it was in any answer before that. */
const changed = `
INSERT INTO temp.past_changed (rid, dataset, cursor, hidden)
SELECT i.rid, i.dataset, c.cursor, (
  SELECT p.hidden FROM main.change p WHERE p.id = c.id AND p.revision < c.revision ORDER BY p.revision DESC LIMIT 1
)
FROM (SELECT id, min(revision) AS revision FROM main.change WHERE at >= ? GROUP BY id) f
JOIN main.change c ON c.id = f.id AND c.revision = f.revision
JOIN main.incident i ON i.id = c.id`;
const states = `
SELECT f.rid, f.dataset, c.before FROM temp.past_changed f JOIN main.change c ON c.cursor = f.cursor
WHERE f.rid > ? AND f.hidden = 0 AND c.before IS NOT NULL ORDER BY f.rid LIMIT ?`;
const batch = 100;

/** Made at opening, because the look-up of words names them also when today is asked about. */
export const makePast = (db: Database): Promise<void> => db.exec(tables);

async function insertStates(db: Database, found: readonly Row[], words: boolean): Promise<void> {
  await db.transaction(async () => {
    for (const row of found) await insertPast(db, -Number(row.rid), String(row.before), String(row.dataset), words);
  });
}

/** The state before an instant; `words`: its full text is asked for too, which takes as long again. */
interface Moment {
  instant: string;
  words: boolean;
}
/** Reads the database as it was known before an instant. */
export type Past = <T>(moment: Moment, read: (db: Database) => Promise<T>) => Promise<T>;

/**
 * The database as it was known before an instant, for reading. Only the records changed since then are kept a second
 * time, in temporary tables, until another instant is asked for or the data has moved.
 */
export function createPast(db: Database): Past {
  let held: (Moment & { version: number }) | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function build({ instant, words }: Moment): Promise<void> {
    const version = await versionOf(db);
    if (held?.instant === instant && held.version === version && (held.words || !words)) return;
    held = undefined;
    await db.exec(`${emptied} DROP TABLE temp.past_words; ${tables}`);
    await db.run(changed, instant);
    for (let after = 0, more = true; more; await setImmediate()) {
      const found = await db.all(states, after, batch);
      await insertStates(db, found, words);
      after = Number(found.at(-1)?.rid ?? 0);
      more = found.length === batch;
    }
    held = { instant, words, version };
  }

  const reading: Database = {
    ...db,
    all: (sql: string, ...values: Value[]) => db.all(then + sql, ...values),
    iterate: (sql: string, ...values: Value[]) => db.iterate(then + sql, ...values),
    get: (sql: string, ...values: Value[]) => db.get(then + sql, ...values),
  };
  // One at a time: two instants asked for at once share the tables.
  return (moment, read) => {
    const turn = queue.then(async () => {
      await build(moment);
      return read(reading);
    });
    queue = turn.catch(() => undefined);
    return turn;
  };
}
