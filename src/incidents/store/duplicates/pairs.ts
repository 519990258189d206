import type { Database } from '../../../database/database.ts';
import type { DuplicateScore } from '../../duplicate-score.ts';
import type { Incident } from '../../incident.ts';
import type { DuplicatePair } from '../../incidents.ts';
import type { SqlFragment } from '../sql-fragment.ts';

/** How many incidents, of those that a clause over `i` selects, may be the same as another of them. */
export async function countDuplicatesAmong(db: Database, inside: SqlFragment): Promise<number> {
  const among = (column: string) => `${column} IN (SELECT i.rid FROM incident i WHERE ${inside.sql})`;
  const row = await db.get(
    `SELECT count(DISTINCT b) AS n FROM alike WHERE ${among('a')} AND ${among('b')}`,
    ...inside.values,
    ...inside.values,
  );
  return Number(row?.n ?? 0);
}

/** At most `limit` proposed pairs of counted incidents, the surest first; with an `id`, only those of that incident. */
export async function findDuplicatePairs(
  db: Database,
  limit: number,
  id: string | undefined,
): Promise<DuplicatePair[]> {
  const row = '(SELECT rid FROM incident WHERE id = ?)';
  const counted = (rid: string) => `(SELECT counted FROM incident WHERE rid = ${rid}) = 1`;
  const ofIncident = id === undefined ? 'TRUE' : `(p.a = ${row} OR p.b = ${row})`;
  const rows = await db.all(
    `SELECT p.confidence, p.reasons, (SELECT json FROM body WHERE rid = p.a) AS one, (SELECT json FROM body WHERE rid = p.b) AS other
     FROM alike p WHERE ${ofIncident} AND ${counted('p.a')} AND ${counted('p.b')} ORDER BY p.confidence DESC, p.a DESC LIMIT ?`,
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
