import type { Database, Value } from '../../database/database.ts';
import { daysBetween } from '../days.ts';
import type { IncidentRecord, When, Where } from '../incident.ts';
import { totalsOf } from '../totals.ts';
import { cellOf, lineCell } from './cells.ts';
import { dialectOf } from './dialect.ts';
import { longest } from './where.ts';
import { whereWords } from './where-words.ts';

const columns =
  'id seq dataset kind counted first last when_precision country admin1 admin2 place lat lon lat2 lon2 where_precision type more_types best low high civilians wounded abducted arrested unreviewed cell long'.split(
    ' ',
  );
const update = `UPDATE incident SET ${columns.map((c) => `${c} = ?`).join(', ')}, retracted = ?, revision = revision + 1 WHERE rid = ?`;

function cellOfPlace({ between, lat, lon }: Where): number | null {
  if (between) return lineCell;
  return lat === undefined || lon === undefined ? null : cellOf(lat, lon);
}

const isLong = ({ start, end }: When): boolean => start !== null && end !== null && daysBetween(start, end) >= longest;

function valuesOf(record: IncidentRecord, dataset: string, counted: boolean) {
  const { when, where } = record;
  const t = totalsOf(record);
  const [a, b] = where.between ?? [];
  return [
    record.id,
    Number(record.id.match(/:(\d{1,15})$/)?.[1] ?? 0),
    dataset,
    record.kind,
    counted && record.kind === 'incident' ? 1 : 0,
    when.start,
    when.end,
    when.precision,
    where.country ?? null,
    where.admin1 ?? null,
    where.admin2 ?? null,
    where.place ?? null,
    a?.lat ?? where.lat ?? null,
    a?.lon ?? where.lon ?? null,
    b?.lat ?? null,
    b?.lon ?? null,
    where.precision,
    record.eventTypes[0] ?? null,
    record.eventTypes.length > 1 ? 1 : 0,
    t.best,
    t.low,
    t.high,
    t.civilians,
    t.wounded,
    t.abducted,
    t.arrested,
    record.kind === 'incident' && record.flags.includes('unreviewed') ? 1 : 0,
    cellOfPlace(where),
    isLong(when) ? 1 : 0,
  ];
}

const known = (...texts: (string | undefined)[]) => texts.filter((t) => t !== undefined).join(' \n');

/** Everything people may search for in a record's words. */
const wordsOf = (r: IncidentRecord): [string, string] => [
  known(r.title, ...r.eventTypes, ...r.actors.map((a) => a.actor)),
  known(
    r.summary,
    r.kind === 'incident' ? r.conflict : r.statement,
    r.where.place,
    r.where.description,
    r.where.admin1,
    r.where.country,
    r.where.route,
    ...(r.where.between?.map((p) => p.name) ?? []),
    ...r.attributions.flatMap((a) => [a.actor, a.by, a.quote, a.note]),
    ...r.reports.flatMap((p) => [p.publisher, p.headline, p.quote]),
    ...r.details.flatMap((d) => [d.text, d.quote]),
  ),
];

/** Which tables: those of the present, or those of an earlier state. */
type Prefix = string;

async function writeParts(db: Database, rid: number, record: IncidentRecord, prefix: Prefix = ''): Promise<void> {
  const put = (table: string, columns: string, ...values: Value[]) =>
    db.run(
      `INSERT INTO ${prefix}${table} (rid, ${columns}) VALUES (?${', ?'.repeat(values.length)}) ON CONFLICT DO NOTHING`,
      rid,
      ...values,
    );
  for (const type of record.eventTypes) await put('typed', 'type', type);
  for (const { actor, role } of record.actors) await put('part', 'actor, role', actor, role);
  for (const a of record.attributions) await put('attributed', 'status, actor, source', a.status, a.actor, a.by);
  for (const { publisher } of record.reports) await put('reported', 'publisher', publisher);
}

async function writeWords(db: Database, rid: number, record: IncidentRecord, prefix: Prefix = ''): Promise<void> {
  const { putWords, searchable } = dialectOf(db);
  const [title, body] = wordsOf(record).map(searchable) as [string, string];
  await db.run(putWords(prefix), rid, title, body, whereWords(record));
}

/** Makes the full text of all records there are, where there is none yet. */
export async function indexWords(db: Database): Promise<void> {
  for (let after = 0, more = true; more; ) {
    const found = await db.all('SELECT rid, json FROM body WHERE rid > ? ORDER BY rid LIMIT 500', after);
    for (const row of found) await writeWords(db, Number(row.rid), JSON.parse(String(row.json)) as IncidentRecord);
    after = Number(found.at(-1)?.rid ?? 0);
    more = found.length === 500;
  }
}

async function clearParts(db: Database, rid: number): Promise<void> {
  for (const table of ['typed', 'part', 'attributed', 'reported'])
    await db.run(`DELETE FROM ${table} WHERE rid = ?`, rid);
  await db.run(dialectOf(db).clearWords, rid);
}

// Not told by RETURNING: a statement that returns rows makes the full text of SQLite write out what it has gathered.
const nextRow = async (db: Database): Promise<number> =>
  1 + Number((await db.get('SELECT max(rid) AS rid FROM incident'))?.rid ?? 0);

/** A record that was not there, in the turn of those who write. Returns its row. */
export async function insertRecord(db: Database, record: IncidentRecord, dataset: string): Promise<number> {
  const rid = await nextRow(db);
  const values = valuesOf(record, dataset, true);
  await db.run(
    `INSERT INTO incident (rid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(values.length)})`,
    rid,
    ...values,
  );
  await db.run('INSERT INTO body (rid, json) VALUES (?, ?)', rid, JSON.stringify(record));
  await writeParts(db, rid, record);
  await writeWords(db, rid, record);
  return rid;
}

/** The record as it was, beside the present one. */
export async function insertPast(
  db: Database,
  rid: number,
  json: string,
  dataset: string,
  words: boolean,
): Promise<void> {
  const { past } = dialectOf(db);
  const record = JSON.parse(json) as IncidentRecord;
  const values = valuesOf(record, dataset, true);
  await db.run(
    `INSERT INTO ${past}incident (rid, retracted, ${columns.join(', ')}) VALUES (?, 0${', ?'.repeat(values.length)})`,
    rid,
    ...values,
  );
  await db.run(`INSERT INTO ${past}body (rid, json) VALUES (?, ?)`, rid, json);
  await writeParts(db, rid, record, past);
  if (words) await writeWords(db, rid, record, past);
}

interface State {
  dataset: string;
  counted: boolean;
  retracted: number;
}

/** The record in the place of the one before. */
export async function updateRecord(db: Database, rid: number, record: IncidentRecord, state: State): Promise<void> {
  await db.run(update, ...valuesOf(record, state.dataset, state.counted), state.retracted, rid);
  await db.run('UPDATE body SET json = ? WHERE rid = ?', JSON.stringify(record), rid);
  await clearParts(db, rid);
  await writeParts(db, rid, record);
  await writeWords(db, rid, record);
}
