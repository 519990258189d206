import type { Database, Value } from '../../database/database.ts';
import type { IncidentRecord } from '../incident.ts';
import { lostBy } from '../side-deaths.ts';
import { meetingsOf } from '../sides.ts';
import { columns, valuesOf } from './columns.ts';
import { dialectOf } from './dialects.ts';
import { type IndexedRecord, indexRecords, type Prefix } from './full-text.ts';
import { isOneOf } from './sql-fragment.ts';

/** When an incident ended and where it is, repeated in the tables of actors so that an index covers them. */
const endColumns = ['last', 'country', 'admin1'];
const endOf = ({ when, where }: IncidentRecord) => [when.end, where.country ?? null, where.admin1 ?? null];

/** Tables with several rows for a record, by which it is found. */
const parts: Record<string, { columns: string[]; of(record: IncidentRecord): Value[][] }> = {
  typed: { columns: ['type'], of: (r) => r.eventTypes.map((type) => [type]) },
  part: {
    columns: ['actor', 'role', ...endColumns, 'side', 'lost'],
    of: (r) => r.actors.map((part) => [part.actor, part.role, ...endOf(r), part.side ?? null, lostBy(r, part)]),
  },
  met: {
    columns: ['a', 'b', 'across', ...endColumns],
    of: (r) => meetingsOf(r.actors).map(({ a, b, across }) => [a, b, across ? 1 : 0, ...endOf(r)]),
  },
  attributed: {
    columns: ['status', 'actor', 'source'],
    of: (r) => r.attributions.map((a) => [a.status, a.actor, a.by]),
  },
  reported: { columns: ['publisher'], of: (r) => r.reports.map(({ publisher }) => [publisher]) },
};

async function insertParts(db: Database, placed: readonly IndexedRecord[], prefix: Prefix = ''): Promise<void> {
  for (const [name, { columns, of }] of Object.entries(parts)) {
    const into = { table: prefix + name, columns: ['rid', ...columns], after: 'ON CONFLICT DO NOTHING' };
    await db.insert(
      into,
      placed.flatMap(({ rid, record }) => of(record).map((values) => [rid, ...values])),
    );
  }
}

async function deleteParts(db: Database, rids: readonly number[]): Promise<void> {
  for (const [table, column] of [
    ...Object.keys(parts).map((name) => [name, 'rid']),
    ['words', dialectOf(db).fullTextRowId],
  ]) {
    const { sql, values } = isOneOf(column as string, rids);
    await db.run(`DELETE FROM ${table} WHERE ${sql}`, ...values);
  }
}

/** A record to store. `retracted`: see `retractedBy`. */
export interface RowToWrite {
  record: IncidentRecord;
  dataset: string;
  counted: boolean;
  retracted: number;
  /** The row to overwrite; undefined for a new record. */
  rid: number | undefined;
}

const incidentTable = {
  table: 'incident',
  columns: ['rid', ...columns, 'retracted'],
  after: `ON CONFLICT (rid) DO UPDATE SET ${[...columns, 'retracted'].map((c) => `${c} = excluded.${c}`).join(', ')}, revision = incident.revision + 1`,
};
const bodyTable = {
  table: 'body',
  columns: ['rid', 'json'],
  after: 'ON CONFLICT (rid) DO UPDATE SET json = excluded.json',
};

// Not by RETURNING: a statement that returns rows makes SQLite flush its full text.
const nextRow = async (db: Database): Promise<number> =>
  1 + Number((await db.get('SELECT max(rid) AS rid FROM incident'))?.rid ?? 0);

/** Inserts or overwrites records of different ids, with their parts and full text. The caller holds the write lock. */
export async function writeRows(db: Database, written: readonly RowToWrite[]): Promise<void> {
  let next = await nextRow(db);
  const placed = written.map((one) => ({ ...one, rid: one.rid ?? next++ }));
  await db.insert(
    incidentTable,
    placed.map(({ rid, record, dataset, counted, retracted }) => [
      rid,
      ...valuesOf(record, dataset, counted),
      retracted,
    ]),
  );
  await db.insert(
    bodyTable,
    placed.map(({ rid, record }) => [rid, JSON.stringify(record)]),
  );
  const before = written.flatMap(({ rid }) => rid ?? []);
  if (before.length) await deleteParts(db, before);
  await insertParts(db, placed);
  await indexRecords(db, placed);
}

/** Inserts earlier states into the snapshot's tables, with their full text if `words`. */
export async function writeSnapshotRows(
  db: Database,
  states: readonly { rid: number; json: string; dataset: string }[],
  words: boolean,
): Promise<void> {
  const { snapshotPrefix } = dialectOf(db);
  const placed = states.map(({ rid, json, dataset }) => ({
    rid,
    json,
    dataset,
    record: JSON.parse(json) as IncidentRecord,
  }));
  await db.insert(
    { table: `${snapshotPrefix}incident`, columns: ['rid', 'retracted', ...columns] },
    placed.map(({ rid, record, dataset }) => [rid, 0, ...valuesOf(record, dataset, true)]),
  );
  await db.insert(
    { table: `${snapshotPrefix}body`, columns: ['rid', 'json'] },
    placed.map(({ rid, json }) => [rid, json]),
  );
  await insertParts(db, placed, snapshotPrefix);
  if (words) await indexRecords(db, placed, snapshotPrefix);
}
