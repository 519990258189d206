import { setImmediate } from 'node:timers/promises';
import type { Database, Row } from '../../database/database.ts';
import { boxAround } from '../../geo/distance.ts';
import { daysLater } from '../day-spans.ts';
import { type DuplicateScore, duplicateWindow, scoreDuplicate } from '../duplicate-score.ts';
import type { Incident } from '../incident.ts';
import type { DuplicatePair } from '../incidents.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { writeLock } from './stored-record.ts';
import { versionOf } from './vocabulary.ts';

/** Below this nothing is proposed; however sure a pair is, only a person merges it. */
const leastConfidence = 0.8;
/** Datasets in which the same incident may stand twice; elsewhere only different datasets are compared. */
const ownTwins = new Set(['reported']);
const mostNeighbours = 60;

interface Node {
  rid: number;
  id: string;
  dataset: string;
  incident: Incident;
}

const node = (row: Row): Node => ({
  rid: Number(row.rid),
  id: String(row.id),
  dataset: String(row.dataset),
  incident: JSON.parse(String(row.json)) as Incident,
});
const fields = 'i.rid, i.id, i.dataset, b.json FROM incident i JOIN body b USING (rid)';
const longest = 31;

/** Counted incidents near in time and place: of other datasets, or of its own. */
async function around(
  db: Database,
  { rid, id, dataset, incident: { when, where } }: Node,
  which: 'other' | 'own',
): Promise<Node[]> {
  if (when.start === null || when.end === null) return [];
  const box =
    where.lat === undefined || where.lon === undefined
      ? undefined
      : boxAround([{ lat: where.lat, lon: where.lon }], duplicateWindow.km);
  const near = box ? '(i.lat IS NULL OR (i.lat BETWEEN ? AND ? AND i.lon BETWEEN ? AND ?))' : 'i.country = ?';
  const there = box ? [box.south, box.north, box.west, box.east] : [where.country ?? ''];
  return (
    await db.all(
      `SELECT ${fields} WHERE i.counted = 1 AND i.last BETWEEN ? AND ? AND i.first <= ? AND i.rid <> ?
       AND ${which === 'own' ? 'i.dataset = ?' : '(i.dataset <> ? OR i.dataset = ?)'} AND ${near}
       AND NOT EXISTS (SELECT 1 FROM apart WHERE (apart.a = i.id AND apart.b = ?) OR (apart.a = ? AND apart.b = i.id)) LIMIT ${mostNeighbours}`,
      daysLater(when.start, -duplicateWindow.days),
      daysLater(when.end, duplicateWindow.days + longest),
      daysLater(when.end, duplicateWindow.days),
      rid,
      dataset,
      ...(which === 'own' ? [] : [ownTwins.has(dataset) ? dataset : '']),
      ...there,
      id,
      id,
    )
  ).map(node);
}

type Neighbours = { other: Node; likeness: DuplicateScore }[];

/** How much the likeness of incidents of one dataset, which are none twice, weighs against a pair. */
const chance = 0.5;

function createComparing(db: Database) {
  const remembered = (which: 'other' | 'own') => {
    const held = new Map<number, Neighbours>();
    return async (one: Node): Promise<Neighbours> => {
      const known = held.get(one.rid);
      if (known) return known;
      const found = (await around(db, one, which)).flatMap((other) => {
        const told = scoreDuplicate(one.incident, other.incident);
        return told && told.score > -3 ? [{ other, likeness: told }] : [];
      });
      held.set(one.rid, found);
      return found;
    };
  };
  const [neighbours, own] = [remembered('other'), remembered('own')];
  const sum = (list: Neighbours) => list.reduce((total, n) => total + Math.exp(n.likeness.score), 0);
  /** Likely only as far as no other is as likely, and as incidents there do not look alike anyway. */
  const share = async (one: Node, other: Node): Promise<number> => {
    const all = await neighbours(one);
    const pair = all.find((n) => n.other.rid === other.rid);
    const alikeAnyway = ownTwins.has(one.dataset) ? 0 : chance * sum(await own(one));
    return pair ? Math.exp(pair.likeness.score) / (1 + sum(all) + alikeAnyway) : 0;
  };
  const confidence = async (one: Node, other: Node) =>
    Math.min(0.99, Math.round(100 * Math.min(await share(one, other), await share(other, one))) / 100);
  return { neighbours, confidence };
}

async function compareAgain(db: Database, changed: readonly Node[]): Promise<void> {
  const { neighbours, confidence } = createComparing(db);
  const again = new Map<number, Node>();
  for (const one of changed)
    for (const n of [one, ...(await neighbours(one)).map(({ other }) => other)]) again.set(n.rid, n);
  for (const rid of again.keys()) await db.run('DELETE FROM alike WHERE a = ? OR b = ?', rid, rid);
  for (const one of again.values()) {
    for (const { other, likeness: told } of await neighbours(one)) {
      const sure = await confidence(one, other);
      if (sure < leastConfidence) continue;
      await db.run(
        'INSERT INTO alike (a, b, confidence, reasons) VALUES (?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET confidence = excluded.confidence, reasons = excluded.reasons',
        Math.min(one.rid, other.rid),
        Math.max(one.rid, other.rid),
        sure,
        JSON.stringify(told.reasons),
      );
    }
  }
}

const name = 'alike';
const cursorOf = async (db: Database) =>
  Number((await db.get('SELECT version FROM derived WHERE name = ?', name))?.version ?? 0);
const reached = (db: Database, cursor: number) =>
  db.run(
    "INSERT INTO derived (name, version, json) VALUES (?, ?, '{}') ON CONFLICT (name) DO UPDATE SET version = excluded.version",
    name,
    cursor,
  );

const batch = 500;
const changed = '(SELECT id FROM change WHERE cursor > ? AND cursor <= ?)';

/** The fewest incidents that every pair has one of: those of all datasets but the largest. */
async function smallerSide(db: Database): Promise<{ dataset: string; others: number }> {
  const sizes = await db.all(
    'SELECT dataset, count(*) AS n FROM incident WHERE counted = 1 GROUP BY 1 ORDER BY 2 DESC',
  );
  const largest = sizes.find((row) => !ownTwins.has(String(row.dataset)));
  const all = sizes.reduce((sum, row) => sum + Number(row.n), 0);
  return { dataset: String(largest?.dataset ?? ''), others: all - Number(largest?.n ?? 0) };
}

/** Compares what was changed since the last time with its neighbours in other datasets, or all there are if those are fewer. */
export async function refreshDuplicates(db: Database): Promise<void> {
  const [from, newest] = [await cursorOf(db), await versionOf(db)];
  if (from >= newest) return;
  for (const column of ['a', 'b'])
    await db.run(
      `DELETE FROM alike WHERE ${column} IN (SELECT rid FROM incident WHERE id IN ${changed})`,
      from,
      newest,
    );
  const { dataset, others } = await smallerSide(db);
  const few = others < newest - from;
  const which = few ? 'i.dataset <> ?' : `i.id IN ${changed}`;
  const values = few ? [dataset] : [from, newest];
  for (let after = 0, more = others > 0; more; await setImmediate()) {
    const nodes = (
      await db.all(
        `SELECT ${fields} WHERE i.counted = 1 AND i.rid > ? AND ${which} ORDER BY i.rid LIMIT ${batch}`,
        after,
        ...values,
      )
    ).map(node);
    await db.transaction(() => compareAgain(db, nodes), writeLock);
    after = nodes.at(-1)?.rid ?? 0;
    more = nodes.length === batch;
  }
  await reached(db, newest);
}

/** How many of those that a clause means may be the same as another of them. */
export async function countDuplicatesAmong(db: Database, inside: SqlFragment): Promise<number> {
  const among = (column: string) => `${column} IN (SELECT i.rid FROM incident i WHERE ${inside.sql})`;
  const row = await db.get(
    `SELECT count(DISTINCT b) AS n FROM alike WHERE ${among('a')} AND ${among('b')}`,
    ...inside.values,
    ...inside.values,
  );
  return Number(row?.n ?? 0);
}

export async function findDuplicatePairs(
  db: Database,
  limit: number,
  id: string | undefined,
): Promise<DuplicatePair[]> {
  const row = '(SELECT rid FROM incident WHERE id = ?)';
  const counted = (rid: string) => `(SELECT counted FROM incident WHERE rid = ${rid}) = 1`;
  const of = id === undefined ? 'TRUE' : `(p.a = ${row} OR p.b = ${row})`;
  const rows = await db.all(
    `SELECT p.confidence, p.reasons, (SELECT json FROM body WHERE rid = p.a) AS one, (SELECT json FROM body WHERE rid = p.b) AS other
     FROM alike p WHERE ${of} AND ${counted('p.a')} AND ${counted('p.b')} ORDER BY p.confidence DESC, p.a DESC LIMIT ?`,
    ...(id === undefined ? [] : [id, id]),
    limit,
  );
  return rows.map((row) => ({
    a: JSON.parse(String(row.one)) as Incident,
    b: JSON.parse(String(row.other)) as Incident,
    confidence: Number(row.confidence),
    reasons: JSON.parse(String(row.reasons)) as DuplicateScore['reasons'],
  }));
}
