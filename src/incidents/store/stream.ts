import type { Database } from '../../database/database.ts';
import { datasetOf, type Incident } from '../incident.ts';
import type { Query } from '../query.ts';
import type { RecordScan, SelectedRows } from '../scan.ts';
import { searchMatches } from './count.ts';
import { dialectOf } from './dialects.ts';
import { orderedBy } from './page.ts';
import { all, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';

const batchSize = 50;

/** Runs `read` on the state that the query is about: the current one or an earlier one. */
type ReadState = <T>(read: (db: Database) => Promise<T>) => Promise<T>;

/** Incidents by their rows, a batch at a time; other work runs in between. */
async function* readIncidents(readState: ReadState, rids: Float64Array): AsyncGenerator<Incident> {
  for (let at = 0; at < rids.length; at += batchSize) {
    const wanted = [...rids.subarray(at, at + batchSize)];
    // In a snapshot, a record that has changed since has the negative number of its row.
    const { sql, values } = isOneOf('i.rid', [...wanted, ...wanted.map((rid) => -rid)]);
    const rows = await readState((db) =>
      db.all(`SELECT i.rid, ${dialectOf(db).jsonOf('i.rid')} AS json FROM incident i WHERE ${sql}`, ...values),
    );
    const byRid = new Map(rows.map((row) => [Math.abs(Number(row.rid)), String(row.json)]));
    for (const rid of wanted) yield JSON.parse(byRid.get(rid) as string) as Incident;
    await new Promise(setImmediate);
  }
}

/** The datasets of the selected records and of those merged into them. */
async function datasetsOf(db: Database, inside: SqlFragment): Promise<string[]> {
  const own = await db.all(`SELECT DISTINCT i.dataset FROM incident i WHERE ${inside.sql}`, ...inside.values);
  const merged = all([clause('i.rid < 0 OR i.id IN (SELECT kept FROM merged)'), inside]);
  const { accountId, accountsOf, jsonOf } = dialectOf(db);
  const absorbed = await db.all(
    `SELECT DISTINCT ${accountId} AS id FROM incident i, ${accountsOf(jsonOf('i.rid'))} WHERE ${merged.sql}`,
    ...merged.values,
  );
  const ids = [...own.map((row) => String(row.dataset)), ...absorbed.map((row) => datasetOf(String(row.id)))];
  return [...new Set(ids)].sort();
}

/** The rows of all incidents that a query counts, in its order and without its limit: eight bytes each. */
export async function selectRows(db: Database, query: Query): Promise<SelectedRows> {
  const { inside, total } = await searchMatches(db, query);
  const rids = new Float64Array(total);
  let n = 0;
  const ids = `SELECT i.rid FROM incident i WHERE ${inside.sql} ORDER BY ${orderedBy(query.order, dialectOf(db))}`;
  for await (const row of db.iterate(ids, ...inside.values)) if (n < total) rids[n++] = Math.abs(row.rid as number);
  // Fewer than were counted, if some were retracted in the meantime.
  return { total: n, rids: rids.subarray(0, n), datasets: await datasetsOf(db, inside) };
}

/** The selected incidents, to iterate over: the same ones as were counted, even if others write meanwhile. */
export const streamRecords = (readState: ReadState, { rids, ...counted }: SelectedRows): RecordScan => ({
  ...counted,
  incidents: { [Symbol.asyncIterator]: () => readIncidents(readState, rids) },
});
