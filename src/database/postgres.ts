import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { type Database, type Insertion, insertion, type Row, type Value } from './database.ts';
import { createAdvisoryLocks, lockKey } from './postgres-advisory-locks.ts';
import { createExecutor, type Execute, openClient, openPool, publicName } from './postgres-pool.ts';
import { toPostgresDdl } from './sqlite-to-postgres-ddl.ts';

/** The connection of a transaction; not `open` any more for work that was begun inside and outlives it. */
interface Session {
  open: boolean;
  execute: Execute;
}

/** Where connections come from: a pool, or always the same one. */
interface ConnectionSource {
  execute: Execute;
  acquire(): Promise<{ execute: Execute; release(error?: Error): void }>;
}

const ignored = () => undefined;

// A server may hold other schemas, whose statistics are not ours to gather.
const ownTables = `SELECT c.oid::regclass::text AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

const fromPool = (pool: pg.Pool): ConnectionSource => ({
  execute: (sql, values) => createExecutor(pool)(sql, values),
  async acquire() {
    const client = await pool.connect();
    // When a connection breaks, its query rejects; without a listener the event would end the process as well.
    client.on('error', ignored);
    return {
      execute: createExecutor(client),
      release(error) {
        client.off('error', ignored);
        client.release(error);
      },
    };
  },
});

/** Transactions over connections: statements inside one go to its connection. */
function createSessions(source: ConnectionSource) {
  const storage = new AsyncLocalStorage<Session>();
  const current = (): Session | undefined => {
    const session = storage.getStore();
    return session?.open ? session : undefined;
  };
  const execute: Execute = (sql, values) => (current()?.execute ?? source.execute)(sql, values);

  async function session<T>(begin: string, work: () => Promise<T>): Promise<T> {
    const { execute: own, release } = await source.acquire();
    const opened: Session = { open: true, execute: own };
    let broken: Error | undefined;
    try {
      await own(begin);
      const result = await storage.run(opened, work);
      await own('COMMIT');
      return result;
    } catch (error) {
      await own('ROLLBACK').catch((failed) => {
        broken = failed;
      });
      throw error;
    } finally {
      opened.open = false;
      release(broken);
    }
  }
  return { current, execute, session };
}

const undefinedTable = '42P01';
const awaitTurn = `SELECT pg_advisory_xact_lock(${lockKey})`;
const batchSize = 1000;
/** The protocol counts a statement's values in 16 bits. */
const maxValues = 65_535;
let cursors = 0;

function databaseOver(source: ConnectionSource, name: string) {
  const { current, execute, session } = createSessions(source);
  const transaction: Database['transaction'] = (work, turn) => {
    const inTurn = async () => {
      if (turn !== undefined) await execute(awaitTurn, [turn]);
      return work();
    };
    return current() ? inTurn() : session('BEGIN', inTurn);
  };
  const withoutTimeout: Database['withoutTimeout'] = (work) =>
    transaction(async () => {
      await execute('SET LOCAL statement_timeout = 0');
      return work();
    });
  async function* readCursor(own: Execute, sql: string, values: readonly Value[]): AsyncGenerator<Row> {
    const name = `walk_${++cursors}`;
    await own(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, values);
    for (let more = true; more; ) {
      const { rows } = await own(`FETCH ${batchSize} FROM ${name}`);
      yield* rows;
      more = rows.length === batchSize;
    }
    await own(`CLOSE ${name}`);
  }
  async function* iterate(sql: string, ...values: Value[]): AsyncGenerator<Row> {
    const session = current();
    if (session) return yield* readCursor(session.execute, sql, values);
    const { execute: own, release } = await source.acquire();
    try {
      await own('BEGIN READ ONLY');
      yield* readCursor(own, sql, values);
    } finally {
      await own('ROLLBACK').then(() => release(), release);
    }
  }
  async function insert(into: Insertion, rows: readonly (readonly Value[])[]): Promise<void> {
    const perStatement = Math.min(batchSize, Math.floor(maxValues / (rows[0]?.length ?? 1)));
    for (let at = 0; at < rows.length; at += perStatement) {
      const some = rows.slice(at, at + perStatement);
      await execute(insertion(into, some.length), some.flat());
    }
  }
  return {
    name,
    engine: 'postgres' as const,
    async exec(sql: string) {
      await execute(toPostgresDdl(sql));
    },
    all: async (sql: string, ...values: Value[]) => (await execute(sql, values)).rows,
    get: async (sql: string, ...values: Value[]) => (await execute(sql, values)).rows[0],
    run: async (sql: string, ...values: Value[]) => ({ changes: (await execute(sql, values)).changes }),
    insert,
    iterate,
    transaction,
    withoutTimeout,
    snapshot: <T>(work: () => Promise<T>) =>
      current() ? work() : session('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    async bulkLoad<T>(work: () => Promise<T>, after?: () => Promise<unknown>) {
      const result = await work();
      const own = (await execute(ownTables)).rows.map((row) => row.name);
      if (own.length) await withoutTimeout(() => execute(`ANALYZE ${own.join(', ')}`));
      await after?.();
      return result;
    },
    async notify(topic: string) {
      await execute('SELECT pg_notify(?, ?)', [topic, '']);
    },
    async version() {
      // A missing table would abort a transaction, so it is looked for first.
      if (current() && !(await execute("SELECT to_regclass('schema_version') AS there")).rows[0]?.there) return 0;
      try {
        return Number((await execute('SELECT max(version) AS version FROM schema_version')).rows[0]?.version ?? 0);
      } catch (error) {
        if ((error as pg.DatabaseError).code !== undefinedTable) throw error;
        return 0;
      }
    },
    async setVersion(version: number) {
      await execute('CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)');
      await execute('INSERT INTO schema_version (version) VALUES (?)', [version]);
    },
  };
}

/** Opens a PostgreSQL database. Throws DatabaseError where it cannot be reached, naming it and the remedy. */
export async function openPostgres(address: string): Promise<Database> {
  const pool = await openPool(address);
  const name = publicName(address);
  const { withLock, listen, close } = createAdvisoryLocks(address);
  const shared = { withLock, listen };
  const db: Database = {
    ...databaseOver(fromPool(pool), name),
    ...shared,
    async openConnection() {
      const client = await openClient(address);
      const execute = createExecutor(client);
      const source: ConnectionSource = { execute, acquire: async () => ({ execute, release: () => undefined }) };
      return { ...databaseOver(source, name), ...shared, openConnection: db.openConnection, close: () => client.end() };
    },
    async close() {
      await close();
      await pool.end();
    },
  };
  return db;
}
