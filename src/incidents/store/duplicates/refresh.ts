import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../../database/database.ts';
import { writeLock } from '../stored-record.ts';
import { versionOf } from '../vocabulary.ts';
import { createComparer, mayRepeatItself, type Node, nodeColumns, nodeOf } from './candidates.ts';

/** Pairs less sure than this are not proposed. However sure a pair is, only a person merges it. */
const leastConfidence = 0.8;
const batchSize = 500;

async function savePair(db: Database, a: Node, b: Node, confidence: number, reasons: unknown): Promise<void> {
  await db.run(
    'INSERT INTO alike (a, b, confidence, reasons) VALUES (?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET confidence = excluded.confidence, reasons = excluded.reasons',
    Math.min(a.rid, b.rid),
    Math.max(a.rid, b.rid),
    confidence,
    JSON.stringify(reasons),
  );
}

/** Compares changed incidents, and their neighbours, whose rivals have changed with them. */
async function compareAgain(db: Database, changed: readonly Node[]): Promise<void> {
  const { neighbours, confidence } = createComparer(db);
  const affected = new Map<number, Node>();
  for (const node of changed)
    for (const one of [node, ...(await neighbours(node)).map(({ other }) => other)]) affected.set(one.rid, one);
  for (const rid of affected.keys()) await db.run('DELETE FROM alike WHERE a = ? OR b = ?', rid, rid);
  for (const node of affected.values())
    for (const { other, scored } of await neighbours(node)) {
      const sure = await confidence(node, other);
      if (sure >= leastConfidence) await savePair(db, node, other, sure, scored.reasons);
    }
}

// The cursor of the last change that was compared is kept as a cached value's version.
const cursorName = 'alike';
const readCursor = async (db: Database) =>
  Number((await db.get('SELECT version FROM derived WHERE name = ?', cursorName))?.version ?? 0);
const saveCursor = (db: Database, cursor: number) =>
  db.run(
    "INSERT INTO derived (name, version, json) VALUES (?, ?, '{}') ON CONFLICT (name) DO UPDATE SET version = excluded.version",
    cursorName,
    cursor,
  );

/** The largest dataset, and how many incidents the others have: every pair has at least one of these. */
async function largestDataset(db: Database): Promise<{ largest: string; others: number }> {
  const sizes = await db.all(
    'SELECT dataset, count(*) AS n FROM incident WHERE counted = 1 GROUP BY 1 ORDER BY 2 DESC',
  );
  const largest = sizes.find((row) => !mayRepeatItself.has(String(row.dataset)));
  const all = sizes.reduce((sum, row) => sum + Number(row.n), 0);
  return { largest: String(largest?.dataset ?? ''), others: all - Number(largest?.n ?? 0) };
}

const changedIds = '(SELECT id FROM change WHERE cursor > ? AND cursor <= ?)';

async function deletePairsOfChanged(db: Database, after: number, upTo: number): Promise<void> {
  for (const column of ['a', 'b'])
    await db.run(
      `DELETE FROM alike WHERE ${column} IN (SELECT rid FROM incident WHERE id IN ${changedIds})`,
      after,
      upTo,
    );
}

/**
 * Updates the stored pairs of possible duplicates after changes: compares what has changed since the last call with its
 * neighbours, or everything outside of the largest dataset where that is less work. One transaction a batch.
 */
export async function refreshDuplicates(db: Database): Promise<void> {
  const [cursor, newest] = [await readCursor(db), await versionOf(db)];
  if (cursor >= newest) return;
  await deletePairsOfChanged(db, cursor, newest);
  const { largest, others } = await largestDataset(db);
  const compareOthers = others < newest - cursor;
  const which = compareOthers ? 'i.dataset <> ?' : `i.id IN ${changedIds}`;
  const values = compareOthers ? [largest] : [cursor, newest];
  for (let after = 0, more = others > 0; more; await setImmediate()) {
    const rows = await db.all(
      `SELECT ${nodeColumns} WHERE i.counted = 1 AND i.rid > ? AND ${which} ORDER BY i.rid LIMIT ${batchSize}`,
      after,
      ...values,
    );
    const nodes = rows.map(nodeOf);
    await db.transaction(() => compareAgain(db, nodes), writeLock);
    after = nodes.at(-1)?.rid ?? 0;
    more = nodes.length === batchSize;
  }
  await saveCursor(db, newest);
}
