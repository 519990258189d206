import { setImmediate } from 'node:timers/promises';
import type { Database, Value } from '../../database/database.ts';
import { insertPast } from './rows.ts';
import { versionOf } from './vocabulary.ts';

const parts = ['body', 'typed', 'part', 'attributed', 'reported'];

// The same tables for what is otherwise today. Their rows have the negative number of the present row.
const tables = `
CREATE TEMP TABLE IF NOT EXISTS past_incident AS SELECT * FROM main.incident WHERE 0;
CREATE UNIQUE INDEX IF NOT EXISTS temp.past_incident_by_id ON past_incident (rid);
CREATE INDEX IF NOT EXISTS temp.past_incident_by_country ON past_incident (country, counted, last, first);
CREATE TEMP TABLE IF NOT EXISTS past_body (rid INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS past_typed (rid INTEGER, type TEXT, PRIMARY KEY (rid, type)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS past_part (rid INTEGER, actor TEXT, role TEXT, PRIMARY KEY (rid, actor, role)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS temp.past_part_by_actor ON past_part (actor, role, rid);
CREATE TEMP TABLE IF NOT EXISTS past_attributed (rid INTEGER, status TEXT, actor TEXT, source TEXT);
CREATE INDEX IF NOT EXISTS temp.past_attributed_by_status ON past_attributed (status, rid);
CREATE TEMP TABLE IF NOT EXISTS past_reported (rid INTEGER, publisher TEXT, PRIMARY KEY (rid, publisher)) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS temp.past_words USING fts5 (title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
CREATE TEMP TABLE IF NOT EXISTS past_changed (rid INTEGER PRIMARY KEY);
`;
const emptied = [...parts, 'incident', 'changed'].map((t) => `DELETE FROM temp.past_${t};`).join(' ');

// Names of a WITH clause go before those of tables: the same SQL reads the state of then.
const mixed = (table: string) =>
  `${table} AS NOT MATERIALIZED (SELECT * FROM main.${table} WHERE rid NOT IN (SELECT rid FROM temp.past_changed) UNION ALL SELECT * FROM temp.past_${table})`;
const then = `WITH ${['incident', ...parts].map(mixed).join(', ')}\n`;

/** For each record changed since: its first change after the moment, and whether it was in any answer before that. */
const changed = `
SELECT i.rid, i.dataset, c.before, (
  SELECT p.hidden FROM change p WHERE p.id = c.id AND p.revision < c.revision ORDER BY p.revision DESC LIMIT 1
) AS hidden
FROM (SELECT id, min(revision) AS revision FROM change WHERE at >= ? GROUP BY id) f
JOIN change c ON c.id = f.id AND c.revision = f.revision
JOIN incident i ON i.id = c.id
WHERE i.rid > ? ORDER BY i.rid LIMIT ?`;
const batch = 500;

/** Made at opening, because the look-up of words names them also when today is asked about. */
export const makePast = (db: Database): void => db.exec(tables);

/**
 * The database as it was known before an instant, for reading. Only the records changed since then are kept a second
 * time, in temporary tables, until another instant is asked for or the data has moved.
 */
export function createPast(db: Database): (instant: string) => Promise<Database> {
  let held: { instant: string; version: number } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function build(instant: string): Promise<void> {
    const version = versionOf(db);
    if (held?.instant === instant && held.version === version) return;
    held = undefined;
    db.exec(`${emptied} DROP TABLE temp.past_words; ${tables}`);
    for (let after = 0, rows = 1; rows > 0; await setImmediate()) {
      const found = db.all(changed, instant, after, batch);
      db.transaction(() => {
        for (const { rid, before, dataset, hidden } of found) {
          db.run('INSERT INTO temp.past_changed (rid) VALUES (?)', Number(rid));
          if (before !== null && !hidden) insertPast(db, -Number(rid), String(before), String(dataset));
        }
      });
      rows = found.length;
      after = Number(found.at(-1)?.rid ?? 0);
    }
    held = { instant, version };
  }

  const reading: Database = {
    ...db,
    all: (sql: string, ...values: Value[]) => db.all(then + sql, ...values),
    get: (sql: string, ...values: Value[]) => db.get(then + sql, ...values),
  };
  // One at a time: two instants asked for at once share the tables.
  return async (instant) => {
    const turn = queue.then(() => build(instant));
    queue = turn.catch(() => undefined);
    await turn;
    return reading;
  };
}
