import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { openFile } from '../../../src/database/sqlite-file.ts';
import type { Statement } from '../traced.ts';

const tables = [
  ...['incident', 'body', 'typed', 'part', 'met', 'attributed', 'reported', 'merged', 'alike', 'change'],
  ...['total', 'actor_total', 'admin1_total', 'type_set', 'named'],
];
const typeOf: Record<string, string> = { INTEGER: 'BIGINT', REAL: 'DOUBLE', TEXT: 'VARCHAR' };
const kept =
  "rid IN (SELECT rid FROM main.body WHERE contains(lower(json), replace(lower(?), '\"', '')) UNION ALL SELECT rid FROM temp.past_body WHERE contains(json, ?))";

/** SQLite's SQL as DuckDB reads it: truth is no number, and full text is a search through the records. */
const inDuckDb = (sql: string): string =>
  sql
    .replaceAll(/, 0\)/g, ', false)')
    .replace('CROSS JOIN part p ON', 'JOIN part p ON')
    .replaceAll(/ INDEXED BY \w+/g, '')
    .replaceAll('(1)', '(true)')
    .replaceAll('(0)', '(false)')
    .replace(
      /rid IN \(SELECT rowid FROM main\.words WHERE words MATCH \? UNION ALL SELECT rowid FROM temp\.past_words WHERE past_words MATCH \?\)/g,
      kept,
    );

// From a point to a line, on a plane, as the store's function has it; made-up incidents are points.
const distance = `CREATE MACRO line_km(a, b, c, d, e, f, g, h) AS (
  WITH p AS (SELECT (b - f) * cos(radians((e + g) / 2)) * 111.195 AS x, (a - e) * 111.195 AS y,
    (h - f) * cos(radians((e + g) / 2)) * 111.195 AS ex, (g - e) * 111.195 AS ey),
  t AS (SELECT *, CASE WHEN ex * ex + ey * ey = 0 THEN 0 ELSE greatest(0, least(1, (x * ex + y * ey) / (ex * ex + ey * ey))) END AS t FROM p)
  SELECT sqrt(power(x - t * ex, 2) + power(y - t * ey, 2)) FROM t)`;

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function append(appender: Appender, type: string | undefined, value: unknown): void {
  if (value === null) appender.appendNull();
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(value as number));
  else if (type === 'DOUBLE') appender.appendDouble(value as number);
  else appender.appendVarchar(String(value));
}

async function copy(connection: DuckDBConnection, file: string): Promise<void> {
  const db = openFile(file);
  for (const name of tables) {
    const columns = db
      .all(`SELECT name, type FROM pragma_table_info('${name}')`)
      .map((c) => ({ name: String(c.name), type: typeOf[String(c.type)] }));
    await connection.run(`CREATE TABLE ${name} (${columns.map((c) => `"${c.name}" ${c.type}`).join(', ')})`);
    if (name === 'change') continue;
    const appender = await connection.createAppender(name);
    for (const row of db.iterate(`SELECT * FROM ${name}`)) {
      for (const column of columns) append(appender, column.type, row[column.name]);
      appender.endRow();
    }
    appender.closeSync();
  }
  db.close();
}

/** DuckDB with the same tables in its own columns, in memory, and the same SQL. */
export async function duckDb(file: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await copy(connection, file);
  await connection.run('CREATE TEMP TABLE past_body (rid BIGINT, json VARCHAR)');
  await connection.run(distance);
  const prepared = new Map<string, Awaited<ReturnType<DuckDBConnection['prepare']>>>();
  const run = async ({ sql, values }: Statement) => {
    const statement = prepared.get(sql) ?? (await connection.prepare(inDuckDb(sql)));
    prepared.set(sql, statement);
    statement.bind(values.map((v) => v as DuckDBValue));
    return (await statement.runAndReadAll()).getRowsJson();
  };
  return {
    run: async (statements: readonly Statement[]): Promise<void> => {
      for (const statement of statements) await run(statement);
    },
    close: () => connection.closeSync(),
  };
}
