import { setImmediate } from 'node:timers/promises';
import type { Database, Row, Value } from '../../database/database.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { writeSnapshotRows } from './rows.ts';
import { versionOf } from './vocabulary.ts';

// Temporary tables with the records that have changed since, as they were. Their row is minus that of the record today.
const createTables = ({ snapshotPrefix, currentPrefix, snapshotTables }: Dialect) => {
  const [schema] = snapshotPrefix.split('.');
  const index = (name: string, on: string) =>
    schema === 'temp'
      ? `CREATE INDEX IF NOT EXISTS temp.past_${name} ON past_${on};`
      : `CREATE INDEX IF NOT EXISTS past_${name} ON ${snapshotPrefix}${on};`;
  return `
CREATE TEMP TABLE IF NOT EXISTS past_changed (rid bigint PRIMARY KEY, dataset text, cursor bigint, hidden bigint);
CREATE TEMP TABLE IF NOT EXISTS past_incident AS SELECT * FROM ${currentPrefix}incident WHERE FALSE;
${index('incident_by_row', 'incident (rid)')}
${index('incident_by_country', 'incident (country, counted, last, first)')}
${index('incident_by_admin1', 'incident (admin1, counted, last, first)')}
${index('incident_by_date', 'incident (counted, last, first)')}
CREATE TEMP TABLE IF NOT EXISTS past_body (rid bigint PRIMARY KEY, json text NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS past_typed (rid bigint, type text, PRIMARY KEY (rid, type));
CREATE TEMP TABLE IF NOT EXISTS past_part (rid bigint, actor text, role text, last text, country text, admin1 text, side bigint, lost bigint, PRIMARY KEY (rid, actor, role));
${index('part_by_actor', 'part (actor, last, country, admin1, role, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_met (rid bigint, a text, b text, last text, country text, admin1 text, across bigint, PRIMARY KEY (rid, a, b));
${index('met_by_pair', 'met (a, b, last, country, admin1, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_attributed (rid bigint, status text, actor text, source text);
${index('attributed_by_status', 'attributed (status, rid)')}
CREATE TEMP TABLE IF NOT EXISTS past_reported (rid bigint, publisher text, PRIMARY KEY (rid, publisher));
${index('reported_by_publisher', 'reported (publisher, rid)')}
${snapshotTables}`;
};
const partTables = ['typed', 'part', 'met', 'attributed', 'reported'];
const emptyTables = ({ snapshotPrefix, emptySnapshot }: Dialect) =>
  `${[...partTables, 'body', 'incident', 'changed'].map((table) => `DELETE FROM ${snapshotPrefix}${table};`).join(' ')} ${emptySnapshot}`;

// Names in a WITH clause hide tables of the same name, so that the same SQL reads the earlier state.
function withSnapshot({ snapshotPrefix, currentPrefix, snapshotUnions }: Dialect): string {
  const union = (table: string, unchanged = '') =>
    `${table} AS NOT MATERIALIZED (SELECT * FROM ${currentPrefix}${table}${unchanged} UNION ALL SELECT * FROM ${snapshotPrefix}${table})`;
  const unchanged = ` WHERE rid NOT IN (SELECT rid FROM ${snapshotPrefix}changed)`;
  return `WITH ${[union('incident', unchanged), ...partTables.map((table) => union(table)), ...snapshotUnions].join(', ')}\n`;
}

/** For each record changed since: its first change after the instant, and whether it was hidden before that. */
const insertChanged = ({ snapshotPrefix, currentPrefix }: Dialect) => `
INSERT INTO ${snapshotPrefix}changed (rid, dataset, cursor, hidden)
SELECT i.rid, i.dataset, c.cursor, (
  SELECT p.hidden FROM ${currentPrefix}change p WHERE p.id = c.id AND p.revision < c.revision ORDER BY p.revision DESC LIMIT 1
)
FROM (SELECT id, min(revision) AS revision FROM ${currentPrefix}change WHERE at >= ? GROUP BY id) f
JOIN ${currentPrefix}change c ON c.id = f.id AND c.revision = f.revision
JOIN ${currentPrefix}incident i ON i.id = c.id`;
const selectStates = ({ snapshotPrefix, currentPrefix }: Dialect) => `
SELECT f.rid, f.dataset, c.before FROM ${snapshotPrefix}changed f JOIN ${currentPrefix}change c ON c.cursor = f.cursor
WHERE f.rid > ? AND f.hidden = 0 AND c.before IS NOT NULL ORDER BY f.rid LIMIT ?`;
const batchSize = 100;

async function insertStates(db: Database, found: readonly Row[], words: boolean): Promise<void> {
  const states = found.map(({ rid, before, dataset }) => ({
    rid: -Number(rid),
    json: String(before),
    dataset: String(dataset),
  }));
  await db.transaction(() => writeSnapshotRows(db, states, words));
}

/** The state just before an ISO instant. `words`: with its full text, which doubles the time to load. */
interface Snapshot {
  instant: string;
  words: boolean;
}
/** Runs `read` on the database as it was just before an instant. */
export type ReadAsOf = <T>(which: Snapshot, read: (db: Database) => Promise<T>) => Promise<T>;

/** A connection with the temporary tables, which `load` fills; `snapshot` reads the state that was loaded last. */
async function openConnection(shared: Database) {
  const db = await shared.openConnection();
  const dialect = dialectOf(db);
  await db.exec(createTables(dialect));
  const prefix = withSnapshot(dialect);
  let loaded: (Snapshot & { version: number }) | undefined;

  async function load({ instant, words }: Snapshot): Promise<void> {
    const version = await versionOf(db);
    if (loaded?.instant === instant && loaded.version === version && (loaded.words || !words)) return;
    loaded = undefined;
    await db.exec(emptyTables(dialect));
    await db.run(insertChanged(dialect), instant);
    for (let after = 0, more = true; more; await setImmediate()) {
      const found = await db.all(selectStates(dialect), after, batchSize);
      await insertStates(db, found, words);
      after = Number(found.at(-1)?.rid ?? 0);
      more = found.length === batchSize;
    }
    loaded = { instant, words, version };
  }
  const snapshot: Database = {
    ...db,
    all: (sql: string, ...values: Value[]) => db.all(prefix + sql, ...values),
    iterate: (sql: string, ...values: Value[]) => db.iterate(prefix + sql, ...values),
    get: (sql: string, ...values: Value[]) => db.get(prefix + sql, ...values),
  };
  return { load, snapshot, close: db.close };
}

/**
 * Reads the database as it was before an instant, from the current tables and temporary copies of the records that have
 * changed since. The copies are reused until another instant is read or the data changes; reads run one at a time.
 */
export async function openAsOfSnapshot(db: Database): Promise<{ readAsOf: ReadAsOf; close(): Promise<void> }> {
  let current: ReturnType<typeof openConnection> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function discard(): Promise<void> {
    const before = await current?.catch(() => undefined);
    current = undefined;
    await before?.close().catch(() => undefined);
  }
  async function read<T>(which: Snapshot, work: (db: Database) => Promise<T>): Promise<T> {
    current ??= openConnection(db);
    try {
      const { load, snapshot } = await current;
      await load(which);
      return await work(snapshot);
    } catch (error) {
      // If the connection was lost, so were its tables.
      await discard();
      throw error;
    }
  }
  if (dialectOf(db).snapshotAlways) {
    current = openConnection(db);
    await current;
  }
  return {
    // One at a time: all reads share the tables.
    readAsOf(which, work) {
      const turn = queue.then(() => read(which, work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: discard,
  };
}
