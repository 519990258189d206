import type { Database } from '../../database/database.ts';
import type { Incident, IncidentRecord } from '../incident.ts';
import type { Author, ChangeRow } from '../incidents.ts';
import { type Absorbed, unite } from '../unite.ts';
import { updateRecord } from './rows.ts';

/** The turn of those who write records: one at a time, so that the change log is in the order in which it is seen. */
export const writing = 'incidents';

/** What processes that announce listen to. */
export const changed = 'changes';

/** Who took a record back: its source, which may bring it again, or a person, whose word stands. */
export const retractedBy = { nobody: 0, source: 1, person: 2 } as const;

/** A record as the store has it. `own`: without the records that are merged into it. */
export interface Held {
  rid: number;
  id: string;
  dataset: string;
  revision: number;
  retracted: number;
  mergedInto: string | null;
  json: string;
  readonly own: IncidentRecord;
}

const held = `SELECT i.rid, i.id, i.dataset, i.revision, i.retracted, i.merged_into, b.json, a.json AS alone
  FROM incident i JOIN body b USING (rid) LEFT JOIN alone a USING (rid) WHERE i.id = ?`;

export async function heldOf(db: Database, id: string): Promise<Held | undefined> {
  const row = await db.get(held, id);
  if (!row) return undefined;
  return {
    rid: Number(row.rid),
    id,
    dataset: String(row.dataset),
    revision: Number(row.revision),
    retracted: Number(row.retracted),
    mergedInto: row.merged_into as string | null,
    json: String(row.json),
    // Parsed where it is looked at: most rows of a re-import are the same text again.
    get own() {
      return JSON.parse(String(row.alone ?? row.json)) as IncidentRecord;
    },
  };
}

/** The id that a merged one is told under; another id is itself. */
export async function resolve(db: Database, id: string): Promise<string> {
  const kept = (await db.get('SELECT kept FROM merged WHERE absorbed = ?', id))?.kept;
  return kept === undefined ? id : await resolve(db, String(kept));
}

export interface Logged {
  action: ChangeRow['action'];
  other?: string;
}

export async function log(
  db: Database,
  at: Pick<Held, 'id'> & { revision: number; before: string | null; hidden: boolean },
  { action, other }: Logged,
  author: Author,
): Promise<void> {
  await db.run(
    'INSERT INTO change (id, revision, action, at, by, why, before, hidden, other) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    at.id,
    at.revision,
    action,
    // In one form, because moments are compared as text.
    new Date(author.at).toISOString(),
    author.by,
    author.why,
    at.before,
    at.hidden ? 1 : 0,
    other ?? null,
  );
}

/** The records merged into one, in the order of their merging. */
const absorbedBy = async (db: Database, id: string): Promise<Absorbed[]> =>
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

/** A new state of a record's own account, with those merged into it; what it is merged into follows. */
export async function rewrite(
  db: Database,
  before: Held,
  own: IncidentRecord,
  logged: Logged,
  author: Author,
): Promise<void> {
  const others = await absorbedBy(db, before.id);
  const whole = own.kind === 'incident' ? unite(own, others) : own;
  const retracted = before.retracted === retractedBy.person ? retractedBy.person : retractedBy.nobody;
  const hidden = retracted !== retractedBy.nobody || before.mergedInto !== null;
  await updateRecord(db, before.rid, whole, { dataset: before.dataset, counted: !hidden, retracted });
  if (others.length)
    await db.run(
      'INSERT INTO alone (rid, json) VALUES (?, ?) ON CONFLICT (rid) DO UPDATE SET json = excluded.json',
      before.rid,
      JSON.stringify(own),
    );
  else await db.run('DELETE FROM alone WHERE rid = ?', before.rid);
  await log(db, { id: before.id, revision: before.revision + 1, before: before.json, hidden }, logged, author);
  const kept = before.mergedInto === null ? undefined : await heldOf(db, before.mergedInto);
  if (kept) await rewrite(db, kept, kept.own, { action: 'correct', other: before.id }, author);
}

/** A record that goes out of all answers, or comes back, without a word of it changed. */
export async function setHidden(
  db: Database,
  record: Held,
  state: { retracted: number; mergedInto: string | null },
  logged: Logged,
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
  await log(db, { id: record.id, revision: record.revision + 1, before: record.json, hidden }, logged, author);
}
