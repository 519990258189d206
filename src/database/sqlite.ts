import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { type Database, insertion, type Row, type Value } from './database.ts';
import { migrations } from './migrations/index.ts';
import { createProcessLock } from './process-lock.ts';
import { openFile, type SqliteFile } from './sqlite-file.ts';
import { isBusy, whileBusy } from './while-busy.ts';

/** A running transaction; not `open` any more for work that was begun inside and outlives it. */
interface Transaction {
  open: boolean;
}

/** Runs one transaction at a time; statements outside of it wait for its end. */
function createQueue(file: SqliteFile) {
  const storage = new AsyncLocalStorage<Transaction>();
  let running: Promise<void> | undefined;
  const inside = () => storage.getStore()?.open === true;

  async function afterTransaction<T>(work: () => T): Promise<T> {
    while (running) await running;
    return work();
  }
  /** Synchronous where no transaction is running: an import makes a million calls. */
  function enqueue<T>(work: () => T): Promise<T> {
    if (running && !inside()) return afterTransaction(work);
    try {
      return Promise.resolve(work());
    } catch (error) {
      if (!isBusy(error) || inside()) return Promise.reject(error);
      return whileBusy(file.file, () => afterTransaction(work));
    }
  }

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    if (inside()) return work();
    while (running) await running;
    const { promise, resolve } = Promise.withResolvers<void>();
    running = promise;
    const own: Transaction = { open: true };
    try {
      await whileBusy(file.file, () => file.exec('BEGIN IMMEDIATE'));
      return await commit(file, storage.run(own, work));
    } finally {
      own.open = false;
      running = undefined;
      resolve();
    }
  }
  return { enqueue, transaction };
}

async function commit<T>(file: SqliteFile, work: Promise<T>): Promise<T> {
  try {
    const result = await work;
    file.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      file.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as on a full disk: the cause is what matters.
    }
    throw error;
  }
}

/**
 * A load touches most pages once: a small cache costs it little time, and saves memory. Pages that it does write again
 * and again (the ends of tables, roll-ups) reach the file less often when the log may grow to 64 MB before it is copied there.
 */
async function withLoadSettings<T>(file: SqliteFile, work: () => Promise<T>): Promise<T> {
  const size = Number(file.get('PRAGMA cache_size')?.cache_size);
  file.exec('PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 16000');
  const restore = () => file.exec(`PRAGMA cache_size = ${size}; PRAGMA wal_autocheckpoint = 1000`);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    try {
      restore();
    } catch {
      // The error of the work is the cause.
    }
    throw error;
  }
  restore();
  return result;
}

/** Notifications within this process; other processes poll. */
function createTopics(): Pick<Database, 'notify' | 'listen'> {
  const topics = new EventEmitter().setMaxListeners(0);
  return {
    notify: async (topic) => {
      topics.emit(topic);
    },
    listen: async (topic, onNotify) => {
      topics.on(topic, onNotify);
      return () => topics.off(topic, onNotify);
    },
  };
}

/** Opens a SQLite database: one file (":memory:" for tests). Throws DatabaseError, naming the file and the remedy. */
export function openSqlite(name: string): Database {
  const file = openFile(name, migrations.length);
  // Waiting for another process's lock inside SQLite would hold up everything else: while-busy.ts waits instead.
  file.exec('PRAGMA busy_timeout = 0');
  const { enqueue, transaction } = createQueue(file);
  const db: Database = {
    name,
    engine: 'sqlite',
    exec: (sql) => enqueue(() => file.exec(sql)),
    all: (sql, ...values) => enqueue(() => file.all(sql, ...values)),
    get: (sql, ...values) => enqueue(() => file.get(sql, ...values)),
    async *iterate(sql: string, ...values: Value[]): AsyncGenerator<Row> {
      yield* await enqueue(() => file.iterate(sql, ...values));
    },
    run: (sql, ...values) => enqueue(() => ({ changes: file.run(sql, ...values).changes })),
    insert: (into, rows) => enqueue(() => file.runAll(insertion(into, 1), rows)),
    transaction,
    snapshot: (work) => work(),
    withoutTimeout: (work) => work(),
    async bulkLoad(work, after) {
      return withLoadSettings(file, async () => {
        const result = await work();
        await db.exec('ANALYZE; PRAGMA optimize;');
        await after?.();
        return result;
      });
    },
    openConnection: async () => ({ ...db, close: async () => undefined }),
    withLock: createProcessLock(),
    ...createTopics(),
    version: async () => Number((await db.get('PRAGMA user_version'))?.user_version ?? 0),
    setVersion: (version) => db.exec(`PRAGMA user_version = ${version}`),
    define: file.define,
    close: async () => file.close(),
  };
  return db;
}
