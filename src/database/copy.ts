import { createHash } from 'node:crypto';
import { type Database, DatabaseError, type Value } from './database.ts';

/** The number of a table's rows, and a checksum that does not depend on their order. */
interface Checksum {
  rows: number;
  sum: string;
}

const batchSize = 1000;

const columnsOf = async (db: Database, table: string): Promise<string[]> => {
  const sql =
    db.engine === 'sqlite'
      ? 'SELECT name FROM pragma_table_info(?) ORDER BY cid'
      : 'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position';
  return (await db.all(sql, table)).map((row) => String(row.name));
};

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`);

function createChecksum() {
  let sum = 0n;
  let rows = 0;
  return {
    add(values: readonly unknown[]) {
      const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = (sum + BigInt(`0x${digest.slice(0, 32)}`)) % 2n ** 128n;
      rows++;
    },
    result: (): Checksum => ({ rows, sum: sum.toString(16) }),
  };
}

async function checksumOf(db: Database, table: string, columns: readonly string[]): Promise<Checksum> {
  const { add, result } = createChecksum();
  for await (const row of db.iterate(`SELECT ${quoted(columns).join(', ')} FROM ${table}`))
    add(columns.map((c) => row[c]));
  return result();
}

/** Identity columns continue after the highest copied value; SQLite does that by itself. */
async function advanceIdentities(db: Database, table: string): Promise<void> {
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
  const { add, result } = createChecksum();
  const into = { table, columns: quoted(columns) };
  let rows: Value[][] = [];
  for await (const row of from.iterate(`SELECT ${quoted(columns).join(', ')} FROM ${table}`)) {
    const values = columns.map((c) => row[c] as Value);
    add(values);
    rows.push(values);
    if (rows.length < batchSize) continue;
    await to.insert(into, rows);
    rows = [];
  }
  await to.insert(into, rows);
  await advanceIdentities(to, table);
  const [before, after] = [result(), await checksumOf(to, table, columns)];
  if (before.rows !== after.rows || before.sum !== after.sum)
    throw new DatabaseError(
      `The copy of the table ${table} differs from the original: ${before.rows} rows read, ${after.rows} written. Nothing was changed.`,
    );
  return before.rows;
}

/**
 * Copies tables, in this order, into another database, where they must be empty: all of them in one transaction, each
 * verified by count and checksum. `after` fills derived tables. Returns the number of rows. Throws DatabaseError.
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
          throw new DatabaseError(`${to.name} is not empty: the table ${table} has rows. Name an empty database.`);
      for (const table of tables) rows += await copyTable(from, to, table);
      await after();
      return rows;
    }),
  );
}
