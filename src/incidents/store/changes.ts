import { setImmediate } from 'node:timers/promises';
import type { Database, Row } from '../../database/database.ts';
import { totalsOf } from '../casualty-totals.ts';
import type { ChangeRow } from '../change.ts';
import { type ChangedField, diffIncidents } from '../diff.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Query } from '../query.ts';
import type { Changes } from '../result.ts';
import { all, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';
import { filterClause } from './where.ts';

const parse = (json: unknown): IncidentRecord | null =>
  typeof json === 'string' ? (JSON.parse(json) as IncidentRecord) : null;

/** The state after a change is the next change's `before`, or else the record as it is now. */
const selectChanges = `SELECT c.*, coalesce((SELECT n.before FROM change n WHERE n.id = c.id AND n.revision = c.revision + 1), b.json) AS later
  FROM change c JOIN incident i ON i.id = c.id JOIN body b ON b.rid = i.rid`;

const changeOf = (row: Row): ChangeRow => ({
  cursor: Number(row.cursor),
  id: String(row.id),
  revision: Number(row.revision),
  action: row.action as ChangeRow['action'],
  other: (row.other as string | null) ?? null,
  at: String(row.at),
  by: String(row.by),
  why: String(row.why),
  before: parse(row.before),
  after: row.hidden ? null : parse(row.later),
});

/** The changes of one record, the first one first. */
export const historyOf = async (db: Database, id: string): Promise<ChangeRow[]> =>
  (await db.all(`${selectChanges} WHERE c.id = ? ORDER BY c.revision`, id)).map(changeOf);

/** At most `limit` changes after a cursor, in order. */
export const changesAfter = async (db: Database, cursor: number, limit: number): Promise<ChangeRow[]> =>
  (await db.all(`${selectChanges} WHERE c.cursor > ? ORDER BY c.cursor LIMIT ?`, cursor, limit)).map(changeOf);

/** The span of the last import that changed any of the incidents. All its changes have the same instant. */
async function lastImport(
  db: Database,
  matching: SqlFragment,
): Promise<{ since: string; before: string | null } | undefined> {
  const row = await db.get(
    `SELECT max(c.at) AS at FROM change c JOIN incident i ON i.id = c.id WHERE c.why LIKE 'import of %' AND ${matching.sql}`,
    ...matching.values,
  );
  if (typeof row?.at !== 'string') return undefined;
  return { since: row.at, before: new Date(Date.parse(row.at) + 1).toISOString() };
}

async function clauseOf(
  db: Database,
  { changes, filter }: Query,
): Promise<{ since: string | null; before: string | null; all: SqlFragment }> {
  const matching = filterClause(db, filter, {}, false);
  const span = changes?.lastImport ? await lastImport(db, matching) : changes;
  const [since, before] = [span?.since ?? null, span?.before ?? null];
  return {
    since,
    before,
    all: all([
      ...(since ? [clause('c.at >= ?', since)] : []),
      ...(before ? [clause('c.at < ?', before)] : []),
      ...(changes?.actions ? [isOneOf('c.action', changes.actions)] : []),
      matching,
    ]),
  };
}

const batchSize = 500;
type Corrected = { row: ChangeRow; fields: ChangedField[]; killed: number };

function compare(row: ChangeRow): Corrected {
  const { before, after } = row;
  if (before?.kind !== 'incident' || after?.kind !== 'incident' || row.action === 'vanish')
    return { row, fields: [], killed: 0 };
  const [was, is] = [totalsOf(before).best, totalsOf(after).best];
  return { row, fields: diffIncidents(before, after), killed: (is ?? 0) - (was ?? 0) };
}

/**
 * How noticeable a change is: retractions and merges, then changed tolls by how much, then the rest; new records last.
 */
const weight = ({ row, fields, killed }: Corrected): number => {
  if (row.action === 'add') return -1;
  if (row.action !== 'correct' && row.action !== 'vanish') return 1_000_000;
  const moved = Math.abs(killed) * 100;
  return moved + (fields.includes('toll') ? 50 : 0) + fields.length;
};

/**
 * The changes of the incidents that a query's filter selects: totals, authors, and the query's page of changes, the most
 * noticeable first. Reads the log in batches and lets other work run in between.
 */
export async function changesOf(db: Database, query: Query): Promise<Changes> {
  const { since, before, all: where } = await clauseOf(db, query);
  const changes: Changes = {
    since,
    before,
    total: 0,
    incidents: {},
    fields: {},
    killed: 0,
    rows: [],
    origins: await originsOf(db, where),
  };
  const byIncident = new Map<string, Set<string>>();
  const ids = new Set<string>();
  const byField = new Map<ChangedField, Set<string>>();
  let top: Corrected[] = [];
  for (let cursor = 0, more = true; more; await setImmediate()) {
    const found = (
      await db.all(
        `${selectChanges} WHERE c.cursor > ? AND ${where.sql} ORDER BY c.cursor LIMIT ?`,
        cursor,
        ...where.values,
        batchSize,
      )
    ).map(changeOf);
    const compared = found.map(compare);
    for (const { row, fields, killed } of compared) {
      ids.add(row.id);
      byIncident.set(row.action, (byIncident.get(row.action) ?? new Set()).add(row.id));
      for (const field of fields) byField.set(field, (byField.get(field) ?? new Set()).add(row.id));
      changes.killed += killed;
    }
    top = [...top, ...compared].sort((a, b) => weight(b) - weight(a)).slice(0, query.offset + query.limit);
    cursor = found.at(-1)?.cursor ?? 0;
    more = found.length === batchSize;
  }
  const counts = <K extends string>(sets: Map<K, Set<string>>) =>
    Object.fromEntries([...sets].map(([key, ids]) => [key, ids.size]));
  changes.total = ids.size;
  changes.incidents = counts(byIncident);
  changes.fields = counts(byField);
  changes.rows = top.slice(query.offset).map(({ row }) => row);
  return changes;
}

const originsOf = async (db: Database, where: SqlFragment): Promise<Changes['origins']> =>
  (
    await db.all(
      `SELECT c.by, c.why, max(c.at) AS at, count(*) AS changes FROM change c JOIN incident i ON i.id = c.id WHERE ${where.sql} GROUP BY c.by, c.why ORDER BY 3 DESC LIMIT 5`,
      ...where.values,
    )
  ).map((row) => ({ by: String(row.by), why: String(row.why), at: String(row.at), changes: Number(row.changes) }));
