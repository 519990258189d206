import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { DatabaseError, type Row, type Value } from './database.ts';

/** One SQLite file, synchronously, with a cache of prepared statements. */
export interface SqliteFile {
  file: string;
  exec(sql: string): void;
  all(sql: string, ...values: Value[]): Row[];
  get(sql: string, ...values: Value[]): Row | undefined;
  /** The rows one by one, without loading them all. */
  iterate(sql: string, ...values: Value[]): Iterable<Row>;
  run(sql: string, ...values: Value[]): { changes: number; lastInsertRowid: number };
  /** Runs the same statement for each row of values. */
  runAll(sql: string, rows: readonly (readonly Value[])[]): void;
  transaction<T>(work: () => T): T;
  /** Makes a pure function callable from SQL. */
  define(name: string, work: (...values: number[]) => number | null): void;
  close(): void;
}

const ownerOnly = 0o600;
const settings = 'PRAGMA synchronous=NORMAL; PRAGMA cache_size=-262144; PRAGMA foreign_keys=ON;';

/**
 * Opens or creates a file (":memory:" for tests). One of a newer version than `known` will be refused, so nothing is written
 * to it. Throws DatabaseError, naming the file and the remedy.
 */
export function openFile(file: string, known = Number.POSITIVE_INFINITY): SqliteFile {
  try {
    if (file !== ':memory:') keepToOwner(file);
    const db = new DatabaseSync(file, { timeout: 5000 });
    db.exec(settings);
    if (Number(db.prepare('PRAGMA user_version').get()?.user_version) <= known) db.exec('PRAGMA journal_mode=WAL');
    return wrap(db, file);
  } catch (error) {
    throw new DatabaseError(
      `Cannot open the database ${file}: ${(error as Error).message}. Choose another file with --db or SITREP_DB.`,
      { cause: error },
    );
  }
}

/** The owner's alone, with what SQLite puts beside it: it holds what people asked, and may hold tokens. */
function keepToOwner(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) closeSync(openSync(file, 'a', ownerOnly));
  for (const one of [file, `${file}-wal`, `${file}-shm`])
    try {
      chmodSync(one, ownerOnly);
    } catch {
      // It is not there, or another's.
    }
}

function wrap(db: DatabaseSync, file: string): SqliteFile {
  const statements = new LRUCache<string, StatementSync>({ max: 500, memoMethod: (sql) => db.prepare(sql) });
  // A delete on a contentless full-text table leaves a row id beyond 2^53, which needs a big integer.
  const prepared = (sql: string, bigInts: boolean) => {
    const statement = statements.memo(sql);
    statement.setReadBigInts(bigInts);
    return statement;
  };
  // A sum that is no exact number any more is read as the nearest one.
  const read = <T extends Row[] | Row | undefined>(sql: string, rows: (statement: StatementSync) => T): T => {
    try {
      return rows(prepared(sql, false));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_OUT_OF_RANGE') throw error;
      const exact = rows(prepared(sql, true));
      return (Array.isArray(exact) ? exact.map(inNumbers) : exact && inNumbers(exact)) as T;
    }
  };
  return {
    file,
    exec: (sql) => db.exec(sql),
    all: (sql, ...values) => read(sql, (statement) => statement.all(...values) as Row[]),
    get: (sql, ...values) => read(sql, (statement) => statement.get(...values) as Row | undefined),
    // Not from the cache: a cached statement could be restarted before this iteration ends.
    iterate: (sql, ...values) => db.prepare(sql).iterate(...values) as Iterable<Row>,
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = prepared(sql, true).run(...values);
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
    runAll: (sql, rows) => {
      const statement = prepared(sql, true);
      for (const row of rows) statement.run(...row);
    },
    transaction: (work) => transact(db, work),
    define: (name, work) => db.function(name, { deterministic: true, varargs: true }, work as never),
    close: () => db.close(),
  };
}

const inNumbers = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
  );

function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself: the cause is what matters.
    }
    throw error;
  }
}
