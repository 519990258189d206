import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Row, Value } from './database.ts';
import { openFile, type SqliteFile } from './sqlite-file.ts';

/** A transaction under way; what is begun in it and ends after it is not of it. */
interface Transaction {
  open: boolean;
}

/** Lets one transaction at a time have the file; what belongs to none waits for its end. */
function createTurns(file: SqliteFile) {
  const within = new AsyncLocalStorage<Transaction>();
  let running: Promise<void> | undefined;
  const inside = () => within.getStore()?.open === true;

  async function turn<T>(work: () => T): Promise<T> {
    while (running && !inside()) await running;
    return work();
  }

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    if (inside()) return work();
    while (running) await running;
    const { promise, resolve } = Promise.withResolvers<void>();
    running = promise;
    const own: Transaction = { open: true };
    try {
      file.exec('BEGIN IMMEDIATE');
      return await ended(file, within.run(own, work));
    } finally {
      own.open = false;
      running = undefined;
      resolve();
    }
  }
  return { turn, transaction };
}

async function ended<T>(file: SqliteFile, work: Promise<T>): Promise<T> {
  try {
    const result = await work;
    file.exec('COMMIT');
    return result;
  } catch (error) {
    file.exec('ROLLBACK');
    throw error;
  }
}

/** The embedded engine: one SQLite file (":memory:" for tests). Throws DatabaseError, naming the file and the remedy. */
export function openSqlite(name: string): Database {
  const file = openFile(name);
  const { turn, transaction } = createTurns(file);
  return {
    name,
    exec: (sql) => turn(() => file.exec(sql)),
    all: (sql, ...values) => turn(() => file.all(sql, ...values)),
    get: (sql, ...values) => turn(() => file.get(sql, ...values)),
    async *iterate(sql: string, ...values: Value[]): AsyncGenerator<Row> {
      yield* await turn(() => file.iterate(sql, ...values));
    },
    run: (sql, ...values) => turn(() => ({ changes: file.run(sql, ...values).changes })),
    transaction,
    define: file.define,
    close: async () => file.close(),
  };
}
