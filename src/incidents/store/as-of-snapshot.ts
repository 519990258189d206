import { setImmediate } from 'node:timers/promises';
import type { Database, Row, Value } from '../../database/database.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { writeSnapshotRows } from './rows.ts';
import { versionOf } from './vocabulary.ts';

// Records that have changed since, as they were, beside those of today: under the negative number of the present row.
const tables = ({ past, today, pastTables }: Dialect) => {
  const [schema] = past.split('.');
  const index = (name: string, on: string) =>
    schema === 'temp'
      ? `CREATE INDEX IF NOT EXISTS temp.past_${name} ON past_${on};`
      : `CREATE INDEX IF NOT EXISTS past_${name} ON ${past}${on};`;
  return `
CREATE TEMP TABLE IF NOT EXISTS past_changed (rid bigint PRIMARY KEY, dataset text, cursor bigint, hidden bigint);
CREATE TEMP TABLE IF NOT EXISTS past_incident AS SELECT * FROM ${today}incident WHERE FALSE;
${index('incident_by_row', 'incident (rid)')}
${index('incident_by_country', 'incident (country, counted, last, first)')}
${index('incident_by_admin1', 'incident (admin1, counted, last, first)')}
${index('incident_by_date', 'incident (counted, last, first)')}
CREATE TEMP TABLE IF NOT EXISTS past_body (rid bigint PRIMARY KEY, json text NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS past_typed (rid bigint, type text, PRIMARY KEY (rid, type));
CREATE TEMP TABLE IF NOT EXISTS past_part (rid bigint, actor text, role text, last text, country text, admin1 text, PRIMARY KEY (rid, actor, role));
${index('part_by_actor', 'part (actor, last, country, admin1, role, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_met (rid bigint, a text, b text, last text, country text, admin1 text, PRIMARY KEY (rid, a, b));
${index('met_by_pair', 'met (a, b, last, country, admin1, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_attributed (rid bigint, status text, actor text, source text);
${index('attributed_by_status', 'attributed (status, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_reported (rid bigint, publisher text, PRIMARY KEY (rid, publisher));
${index('reported_by_publisher', 'reported (publisher, rid)')}
${pastTables}`;
};
const parts = ['typed', 'part', 'met', 'attributed', 'reported'];
const emptied = ({ past, pastEmptied }: Dialect) =>
  `${[...parts, 'body', 'incident', 'changed'].map((table) => `DELETE FROM ${past}${table};`).join(' ')} ${pastEmptied}`;

// Names of a WITH clause go before those of tables: the same SQL reads the state of then.
function then({ past, today, pastUnions }: Dialect): string {
  const of = (table: string, unchanged = '') =>
    `${table} AS NOT MATERIALIZED (SELECT * FROM ${today}${table}${unchanged} UNION ALL SELECT * FROM ${past}${table})`;
  const unchanged = ` WHERE rid NOT IN (SELECT rid FROM ${past}changed)`;
  return `WITH ${[of('incident', unchanged), ...parts.map((table) => of(table)), ...pastUnions].join(', ')}\n`;
}

/** For each record changed since: its first change after the moment, and whether it was in any answer before that. */
const changed = ({ past, today }: Dialect) => `
INSERT INTO ${past}changed (rid, dataset, cursor, hidden)
SELECT i.rid, i.dataset, c.cursor, (
  SELECT p.hidden FROM ${today}change p WHERE p.id = c.id AND p.revision < c.revision ORDER BY p.revision DESC LIMIT 1
)
FROM (SELECT id, min(revision) AS revision FROM ${today}change WHERE at >= ? GROUP BY id) f
JOIN ${today}change c ON c.id = f.id AND c.revision = f.revision
JOIN ${today}incident i ON i.id = c.id`;
const states = ({ past, today }: Dialect) => `
SELECT f.rid, f.dataset, c.before FROM ${past}changed f JOIN ${today}change c ON c.cursor = f.cursor
WHERE f.rid > ? AND f.hidden = 0 AND c.before IS NOT NULL ORDER BY f.rid LIMIT ?`;
const batch = 100;

async function insertStates(db: Database, found: readonly Row[], words: boolean): Promise<void> {
  const states = found.map(({ rid, before, dataset }) => ({
    rid: -Number(rid),
    json: String(before),
    dataset: String(dataset),
  }));
  await db.transaction(() => writeSnapshotRows(db, states, words));
}

/** The state before an instant; `words`: its full text is asked for too, which takes as long again. */
interface Moment {
  instant: string;
  words: boolean;
}
/** Reads the database as it was known before an instant. */
export type ReadAsOf = <T>(moment: Moment, read: (db: Database) => Promise<T>) => Promise<T>;

/** A connection with the tables of an earlier state, and what they hold. */
async function openState(shared: Database) {
  const db = await shared.openConnection();
  const dialect = dialectOf(db);
  await db.exec(tables(dialect));
  const prefix = then(dialect);
  let held: (Moment & { version: number }) | undefined;

  async function build({ instant, words }: Moment): Promise<void> {
    const version = await versionOf(db);
    if (held?.instant === instant && held.version === version && (held.words || !words)) return;
    held = undefined;
    await db.exec(emptied(dialect));
    await db.run(changed(dialect), instant);
    for (let after = 0, more = true; more; await setImmediate()) {
      const found = await db.all(states(dialect), after, batch);
      await insertStates(db, found, words);
      after = Number(found.at(-1)?.rid ?? 0);
      more = found.length === batch;
    }
    held = { instant, words, version };
  }
  const reading: Database = {
    ...db,
    all: (sql: string, ...values: Value[]) => db.all(prefix + sql, ...values),
    iterate: (sql: string, ...values: Value[]) => db.iterate(prefix + sql, ...values),
    get: (sql: string, ...values: Value[]) => db.get(prefix + sql, ...values),
  };
  return { build, reading, close: db.close };
}

/**
 * The database as it was known before an instant, for reading. Only the records changed since then are kept a second
 * time, in temporary tables, until another instant is asked for or the data has moved.
 */
export async function openAsOfSnapshot(db: Database): Promise<{ past: ReadAsOf; close(): Promise<void> }> {
  let state: ReturnType<typeof openState> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function forget(): Promise<void> {
    const before = await state?.catch(() => undefined);
    state = undefined;
    await before?.close().catch(() => undefined);
  }
  async function read<T>(moment: Moment, work: (db: Database) => Promise<T>): Promise<T> {
    state ??= openState(db);
    try {
      const { build, reading } = await state;
      await build(moment);
      return await work(reading);
    } catch (error) {
      // A connection that was lost has lost the tables.
      await forget();
      throw error;
    }
  }
  if (dialectOf(db).pastAlways) {
    state = openState(db);
    await state;
  }
  return {
    // One at a time: two instants asked for at once share the tables.
    past(moment, work) {
      const turn = queue.then(() => read(moment, work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: forget,
  };
}
