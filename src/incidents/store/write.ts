import type { Database } from '../../database/database.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Applied, Change, Origin } from '../incidents.ts';
import { totalsOf } from '../totals.ts';

const columns =
  'id seq dataset kind counted first last when_precision country admin1 admin2 place lat lon lat2 lon2 where_precision type more_types best low high civilians wounded abducted arrested'.split(
    ' ',
  );
const insert = `INSERT INTO incident (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const update = `UPDATE incident SET ${columns.map((c) => `${c} = ?`).join(', ')}, retracted = 0, revision = revision + 1 WHERE rid = ?`;

function valuesOf(record: IncidentRecord, dataset: string) {
  const { when, where } = record;
  const t = totalsOf(record);
  const [a, b] = where.between ?? [];
  return [
    record.id,
    Number(record.id.match(/:(\d{1,15})$/)?.[1] ?? 0),
    dataset,
    record.kind,
    record.kind === 'incident' ? 1 : 0,
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

function writeParts(db: Database, rid: number, record: IncidentRecord): void {
  for (const type of new Set(record.eventTypes)) db.run('INSERT INTO typed (rid, type) VALUES (?, ?)', rid, type);
  for (const { actor, role } of record.actors)
    db.run('INSERT OR IGNORE INTO part (rid, actor, role) VALUES (?, ?, ?)', rid, actor, role);
  for (const a of record.attributions)
    db.run('INSERT INTO attributed (rid, status, actor, source) VALUES (?, ?, ?, ?)', rid, a.status, a.actor, a.by);
  for (const publisher of new Set(record.reports.map((r) => r.publisher)))
    db.run('INSERT INTO reported (rid, publisher) VALUES (?, ?)', rid, publisher);
  db.run('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)', rid, ...wordsOf(record));
}

function clearParts(db: Database, rid: number): void {
  for (const table of ['typed', 'part', 'attributed', 'reported']) db.run(`DELETE FROM ${table} WHERE rid = ?`, rid);
  db.run('DELETE FROM words WHERE rowid = ?', rid);
}

function log(db: Database, id: string, revision: number, action: string, origin: Origin, before: string | null): void {
  db.run(
    'INSERT INTO change (id, revision, action, at, by, why, before) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    revision,
    action,
    origin.at,
    origin.by,
    origin.why,
    before,
  );
}

type Outcome = keyof Applied;

function put(db: Database, record: IncidentRecord, origin: Origin): Outcome {
  const json = JSON.stringify(record);
  const held = db.get(
    'SELECT i.rid, i.revision, i.retracted, b.json FROM incident i JOIN body b USING (rid) WHERE i.id = ?',
    record.id,
  );
  if (!held) {
    const rid = db.run(insert, ...valuesOf(record, origin.dataset.id)).lastInsertRowid;
    db.run('INSERT INTO body (rid, json) VALUES (?, ?)', rid, json);
    writeParts(db, rid, record);
    log(db, record.id, 1, 'add', origin, null);
    return 'added';
  }
  if (held.json === json && !held.retracted) return 'unchanged';
  const rid = Number(held.rid);
  db.run(update, ...valuesOf(record, origin.dataset.id), rid);
  db.run('UPDATE body SET json = ? WHERE rid = ?', json, rid);
  clearParts(db, rid);
  writeParts(db, rid, record);
  log(db, record.id, Number(held.revision) + 1, 'correct', origin, held.json as string);
  return 'revised';
}

function retract(db: Database, id: string, origin: Origin): Outcome {
  const held = db.get(
    'SELECT i.rid, i.revision, i.retracted, b.json FROM incident i JOIN body b USING (rid) WHERE i.id = ?',
    id,
  );
  if (!held || held.retracted) return 'unchanged';
  db.run('UPDATE incident SET retracted = 1, counted = 0, revision = revision + 1 WHERE rid = ?', Number(held.rid));
  log(db, id, Number(held.revision) + 1, 'retract', origin, held.json as string);
  return 'retracted';
}

/** One transaction: the records, their parts and the change log together, or nothing. */
export function applyChanges(db: Database, changes: Change[], origin: Origin): Applied {
  const applied: Applied = { added: 0, revised: 0, unchanged: 0, retracted: 0 };
  db.transaction(() => {
    db.run(
      'INSERT INTO dataset (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
      origin.dataset.id,
      JSON.stringify(origin.dataset),
    );
    for (const { action, record } of changes)
      applied[action === 'put' ? put(db, record, origin) : retract(db, record.id, origin)]++;
  });
  return applied;
}
