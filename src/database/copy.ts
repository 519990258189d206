import { createHash } from 'node:crypto';
import { type Database, DatabaseError, type Value } from './database.ts';

/** What was found in a table: how many rows, and a sum over them that no order changes. */
interface Sum {
  rows: number;
  sum: string;
}

const rowsAtOnce = 1000;

const columnsOf = async (db: Database, table: string): Promise<string[]> => {
  const sql =
    db.engine === 'sqlite'
      ? 'SELECT name FROM pragma_table_info(?) ORDER BY cid'
      : 'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position';
  return (await db.all(sql, table)).map((row) => String(row.name));
};

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`);

function summing() {
  let sum = 0n;
  let rows = 0;
  return {
    add(values: readonly unknown[]) {
      const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = (sum + BigInt(`0x${digest.slice(0, 32)}`)) % 2n ** 128n;
      rows++;
    },
    told: (): Sum => ({ rows, sum: sum.toString(16) }),
  };
}

async function sumOf(db: Database, table: string, columns: readonly string[]): Promise<Sum> {
  const { add, told } = summing();
  for await (const row of db.iterate(`SELECT ${quoted(columns).join(', ')} FROM ${table}`))
    add(columns.map((c) => row[c]));
  return told();
}

/** Numbers that are given by themselves go on after the highest that was taken over; SQLite sees to that alone. */
async function goOn(db: Database, table: string): Promise<void> {
  if (db.engine === 'sqlite') return;
  const found = await db.all(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'",
    table,
  );
  for (const { name } of found) {
    const highest = `SELECT max("${String(name)}") FROM ${table}`;
    await db.get(
      `SELECT setval(pg_get_serial_sequence(?, ?), coalesce((${highest}), 1), (${highest}) IS NOT NULL)`,
      table,
      String(name),
    );
  }
}

async function copyTable(from: Database, to: Database, table: string): Promise<number> {
  const columns = await columnsOf(to, table);
  const { add, told } = summing();
  const into = { table, columns: quoted(columns) };
  let rows: Value[][] = [];
  for await (const row of from.iterate(`SELECT ${quoted(columns).join(', ')} FROM ${table}`)) {
    const values = columns.map((c) => row[c] as Value);
    add(values);
    rows.push(values);
    if (rows.length < rowsAtOnce) continue;
    await to.insert(into, rows);
    rows = [];
  }
  await to.insert(into, rows);
  await goOn(to, table);
  const [before, after] = [told(), await sumOf(to, table, columns)];
  if (before.rows !== after.rows || before.sum !== after.sum)
    throw new DatabaseError(
      `The table ${table} did not arrive as it was: ${before.rows} rows went, ${after.rows} came. Nothing was kept.`,
    );
  return before.rows;
}

/**
 * Copies tables, in this order, from one database into another that has them empty: all of them, each found the same
 * by count and checksum, or nothing. `after` makes what is derived. Returns the number of rows. Throws DatabaseError.
 */
export async function copyTables(
  from: Database,
  to: Database,
  tables: readonly string[],
  after: () => Promise<void>,
): Promise<number> {
  return to.withoutTimeout(() =>
    to.transaction(async () => {
      let rows = 0;
      for (const table of tables)
        if (await to.get(`SELECT 1 FROM ${table} LIMIT 1`))
          throw new DatabaseError(`${to.name} holds something already (${table}). Name an empty database.`);
      for (const table of tables) rows += await copyTable(from, to, table);
      await after();
      return rows;
    }),
  );
}
