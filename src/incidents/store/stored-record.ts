import type { Database, Row } from '../../database/database.ts';
import type { Author, ChangeRow } from '../change.ts';
import type { Incident, IncidentRecord } from '../incident.ts';
import { type MergedInput, mergeRecords } from '../merge-records.ts';
import { writeRows } from './rows.ts';
import { isOneOf } from './sql-fragment.ts';

/** The lock of writers: one at a time, so that changes become visible in the order of their cursors. */
export const writeLock = 'incidents';

/** The topic notified after every change. */
export const changesTopic = 'changes';

/** Who retracted a record: its source, which may put it again, or a person, which only a person undoes. */
export const retractedBy = { nobody: 0, source: 1, person: 2 } as const;

/** A stored record. `json`: as in answers. `own`: without the records that are merged into it. */
export interface StoredRecord {
  rid: number;
  id: string;
  dataset: string;
  revision: number;
  retracted: number;
  mergedInto: string | null;
  json: string;
  /** Whether others are merged into it. */
  hasMerged: boolean;
  readonly own: IncidentRecord;
}

const selectStored = `SELECT i.rid, i.id, i.dataset, i.revision, i.retracted, i.merged_into, b.json, a.json AS alone
  FROM incident i JOIN body b USING (rid) LEFT JOIN alone a USING (rid) WHERE`;

const toStored = (row: Row): StoredRecord => ({
  rid: Number(row.rid),
  id: String(row.id),
  dataset: String(row.dataset),
  revision: Number(row.revision),
  retracted: Number(row.retracted),
  mergedInto: row.merged_into as string | null,
  json: String(row.json),
  hasMerged: row.alone !== null,
  // Parsed when read: most records of a re-import are unchanged and only compared as text.
  get own() {
    return JSON.parse(String(row.alone ?? row.json)) as IncidentRecord;
  },
});

/** The records that exist, by id. */
export async function loadStored(db: Database, ids: readonly string[]): Promise<Map<string, StoredRecord>> {
  const { sql, values } = isOneOf('i.id', ids);
  return new Map((await db.all(`${selectStored} ${sql}`, ...values)).map((row) => [String(row.id), toStored(row)]));
}

/** The record of an id, if it exists. */
export const loadStoredById = async (db: Database, id: string): Promise<StoredRecord | undefined> =>
  (await loadStored(db, [id])).get(id);

/** The id of the record that one is merged into, through all merges; any other id stays. */
export async function resolveMergedId(db: Database, id: string): Promise<string> {
  const kept = (await db.get('SELECT kept FROM merged WHERE absorbed = ?', id))?.kept;
  return kept === undefined ? id : await resolveMergedId(db, String(kept));
}

/** The same for many ids, by the given ids. */
export async function resolveMergedIds(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { sql, values } = isOneOf('absorbed', ids);
  const keptIds = new Map(ids.map((id) => [id, id]));
  for (const { absorbed, kept } of await db.all(`SELECT absorbed, kept FROM merged WHERE ${sql}`, ...values))
    keptIds.set(String(absorbed), await resolveMergedId(db, String(kept)));
  return keptIds;
}

/** What the change log says of a change; `other`: the other record of a merge or a split. */
export interface LogEntry {
  action: ChangeRow['action'];
  other?: string;
}

type Entry = LogEntry & Pick<StoredRecord, 'id' | 'revision'> & { before: string | null; hidden: boolean };

const changeTable = {
  table: 'change',
  columns: ['id', 'revision', 'action', 'at', 'by', 'why', 'before', 'hidden', 'other'],
};

async function appendLog(db: Database, entries: readonly Entry[], { at, by, why }: Author): Promise<void> {
  // In one form, because instants are compared as text.
  const instant = new Date(at).toISOString();
  await db.insert(
    changeTable,
    entries.map(({ id, revision, action, before, hidden, other }) => [
      ...[id, revision, action, instant, by, why, before],
      ...[hidden ? 1 : 0, other ?? null],
    ]),
  );
}

/** A record's new state, and the stored one that it replaces. */
export interface RecordRewrite {
  record: IncidentRecord;
  dataset: string;
  before: StoredRecord | undefined;
  entry: LogEntry;
}

/** Writes new states of records of different ids, with the change log. Records retracted by a person stay retracted. */
export async function writeAll(db: Database, all: readonly RecordRewrite[], author: Author): Promise<void> {
  if (all.length === 0) return;
  const states = all.map((one) => {
    const { person, nobody } = retractedBy;
    const retracted = one.before?.retracted === person ? person : nobody;
    return { ...one, retracted, hidden: retracted !== nobody || (one.before?.mergedInto ?? null) !== null };
  });
  await writeRows(
    db,
    states.map(({ record, dataset, before, retracted, hidden }) => ({
      ...{ record, dataset, retracted, counted: !hidden },
      rid: before?.rid,
    })),
  );
  await appendLog(
    db,
    states.map(({ record: { id }, before, hidden, entry: logged }) => ({
      ...logged,
      ...{ id, revision: (before?.revision ?? 0) + 1, before: before?.json ?? null, hidden },
    })),
    author,
  );
}

/** The records merged into one, in the order of their merges. */
const absorbedBy = async (db: Database, id: string): Promise<MergedInput[]> =>
  (
    await db.all(
      'SELECT m.*, b.json FROM merged m JOIN incident i ON i.id = m.absorbed JOIN body b USING (rid) WHERE m.kept = ? ORDER BY m.at, m.absorbed',
      id,
    )
  ).map((row) => ({
    record: JSON.parse(String(row.json)) as Incident,
    by: String(row.by),
    at: String(row.at),
    why: String(row.why),
    confidence: (row.confidence as number | null) ?? undefined,
  }));

/**
 * Writes a record's new own state, merged again with the records in it; then the record that it is merged into, if any.
 */
export async function rewrite(
  db: Database,
  before: StoredRecord,
  own: IncidentRecord,
  logged: LogEntry,
  author: Author,
): Promise<void> {
  const others = await absorbedBy(db, before.id);
  const whole = own.kind === 'incident' ? mergeRecords(own, others) : own;
  await writeAll(db, [{ record: whole, dataset: before.dataset, before, entry: logged }], author);
  if (others.length)
    await db.run(
      'INSERT INTO alone (rid, json) VALUES (?, ?) ON CONFLICT (rid) DO UPDATE SET json = excluded.json',
      before.rid,
      JSON.stringify(own),
    );
  else await db.run('DELETE FROM alone WHERE rid = ?', before.rid);
  const kept = before.mergedInto === null ? undefined : await loadStoredById(db, before.mergedInto);
  if (kept) await rewrite(db, kept, kept.own, { action: 'correct', other: before.id }, author);
}

/** Hides a record from all answers, or shows it again, without changing its content. Logged as a change. */
export async function setHidden(
  db: Database,
  record: StoredRecord,
  state: { retracted: number; mergedInto: string | null },
  logged: LogEntry,
  author: Author,
): Promise<void> {
  const hidden = state.retracted !== retractedBy.nobody || state.mergedInto !== null;
  const counted = !hidden && record.own.kind === 'incident';
  await db.run(
    'UPDATE incident SET retracted = ?, merged_into = ?, counted = ?, revision = revision + 1 WHERE rid = ?',
    state.retracted,
    state.mergedInto,
    counted ? 1 : 0,
    record.rid,
  );
  const { id, revision, json: before } = record;
  await appendLog(db, [{ ...logged, id, revision: revision + 1, before, hidden }], author);
}
