import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { type Database, insertion, type Row, type Value } from './database.ts';
import { migrations } from './migrations/index.ts';
import { createProcessLock } from './process-lock.ts';
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

  async function later<T>(work: () => T): Promise<T> {
    while (running) await running;
    return work();
  }
  /** Answered at once where nobody is in the way: an import asks a million times. */
  function turn<T>(work: () => T): Promise<T> {
    if (running && !inside()) return later(work);
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(error);
    }
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

/** A load touches most pages once: a small cache costs it little time and keeps the process small. */
async function withSmallCache<T>(file: SqliteFile, work: () => Promise<T>): Promise<T> {
  const usual = Number(file.get('PRAGMA cache_size')?.cache_size);
  file.exec('PRAGMA cache_size = -16384');
  try {
    return await work();
  } finally {
    file.exec(`PRAGMA cache_size = ${usual}`);
  }
}

/** What is told to this process; others look for themselves. */
function createTopics(): Pick<Database, 'notify' | 'listen'> {
  const heard = new EventEmitter().setMaxListeners(0);
  return {
    notify: async (topic) => {
      heard.emit(topic);
    },
    listen: async (topic, call) => {
      heard.on(topic, call);
      return () => heard.off(topic, call);
    },
  };
}

/** The embedded engine: one SQLite file (":memory:" for tests). Throws DatabaseError, naming the file and the remedy. */
export function openSqlite(name: string): Database {
  const file = openFile(name, migrations.length);
  const { turn, transaction } = createTurns(file);
  const db: Database = {
    name,
    engine: 'sqlite',
    exec: (sql) => turn(() => file.exec(sql)),
    all: (sql, ...values) => turn(() => file.all(sql, ...values)),
    get: (sql, ...values) => turn(() => file.get(sql, ...values)),
    async *iterate(sql: string, ...values: Value[]): AsyncGenerator<Row> {
      yield* await turn(() => file.iterate(sql, ...values));
    },
    run: (sql, ...values) => turn(() => ({ changes: file.run(sql, ...values).changes })),
    insert: (into, rows) => turn(() => file.runAll(insertion(into, 1), rows)),
    transaction,
    snapshot: (work) => work(),
    withoutTimeout: (work) => work(),
    async bulkLoad(work, after) {
      return withSmallCache(file, async () => {
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
