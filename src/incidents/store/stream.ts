import type { Database } from '../../database/database.ts';
import { datasetOf, type Incident } from '../incident.ts';
import type { Query } from '../query.ts';
import type { Chosen, Everything } from '../scan.ts';
import { search } from './count.ts';
import { dialectOf } from './dialect.ts';
import { orderedBy } from './page.ts';
import { all, type Clause, clause, isOneOf } from './sql-fragment.ts';

const batch = 50;

/** Reads the state that is asked about: today's or an earlier one. */
type Reading = <T>(read: (db: Database) => Promise<T>) => Promise<T>;

/** Bodies by their row ids, a batch at a time; other work gets its turn between batches. */
async function* bodies(reading: Reading, rids: Float64Array): AsyncGenerator<Incident> {
  for (let at = 0; at < rids.length; at += batch) {
    const wanted = [...rids.subarray(at, at + batch)];
    // A record that has changed since an earlier moment stands there under the negative number of its row.
    const { sql, values } = isOneOf('i.rid', [...wanted, ...wanted.map((rid) => -rid)]);
    const rows = await reading((db) =>
      db.all(`SELECT i.rid, ${dialectOf(db).jsonOf('i.rid')} AS json FROM incident i WHERE ${sql}`, ...values),
    );
    const byRid = new Map(rows.map((row) => [Math.abs(Number(row.rid)), String(row.json)]));
    for (const rid of wanted) yield JSON.parse(byRid.get(rid) as string) as Incident;
    await new Promise(setImmediate);
  }
}

/** Of the records themselves, and of those merged into them. */
async function datasetsOf(db: Database, inside: Clause): Promise<string[]> {
  const own = await db.all(`SELECT DISTINCT i.dataset FROM incident i WHERE ${inside.sql}`, ...inside.values);
  const united = all([clause('i.rid < 0 OR i.id IN (SELECT kept FROM merged)'), inside]);
  const { idOfAccount, accountsOf, jsonOf } = dialectOf(db);
  const absorbed = await db.all(
    `SELECT DISTINCT ${idOfAccount} AS id FROM incident i, ${accountsOf(jsonOf('i.rid'))} WHERE ${united.sql}`,
    ...united.values,
  );
  const ids = [...own.map((row) => String(row.dataset)), ...absorbed.map((row) => datasetOf(String(row.id)))];
  return [...new Set(ids)].sort();
}

/** Which ones a query counts, settled at once (eight bytes each), without its limit. */
export async function choose(db: Database, query: Query): Promise<Chosen> {
  const { inside, total } = await search(db, query);
  const rids = new Float64Array(total);
  let n = 0;
  const ids = `SELECT i.rid FROM incident i WHERE ${inside.sql} ORDER BY ${orderedBy(query.order)}`;
  for await (const row of db.iterate(ids, ...inside.values)) if (n < total) rids[n++] = Math.abs(row.rid as number);
  // Fewer than were counted, if some were taken back meanwhile.
  return { total: n, rids: rids.subarray(0, n), datasets: await datasetsOf(db, inside) };
}

/** The chosen ones, so that what is read while others write is still what was counted. */
export const each = (reading: Reading, { rids, ...told }: Chosen): Everything => ({
  ...told,
  incidents: { [Symbol.asyncIterator]: () => bodies(reading, rids) },
});
