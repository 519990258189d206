import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { type Database, type Insertion, insertion, type Row, type Value } from './database.ts';
import { createAdvisoryLocks, lockOf } from './postgres-advisory-locks.ts';
import { createExecutor, type Execute, openClient, openPool, publicName } from './postgres-pool.ts';
import { toPostgresDdl } from './sqlite-to-postgres-ddl.ts';

/** A connection while a transaction has it; what is begun in it and ends after it is not of it. */
interface Session {
  open: boolean;
  ask: Execute;
}

/** Where a connection comes from: the pool, or always the same one. */
interface Source {
  ask: Execute;
  take(): Promise<{ ask: Execute; release(error?: Error): void }>;
}

const ignored = () => undefined;

// A server may hold other schemas, whose statistics are not ours to gather.
const ownTables = `SELECT c.oid::regclass::text AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

const fromPool = (pool: pg.Pool): Source => ({
  ask: (sql, values) => createExecutor(pool)(sql, values),
  async take() {
    const client = await pool.connect();
    // A connection that breaks tells whoever is asking; without a listener it would end the process as well.
    client.on('error', ignored);
    return {
      ask: createExecutor(client),
      release(error) {
        client.off('error', ignored);
        client.release(error);
      },
    };
  },
});

/** Transactions over connections: what is asked inside one goes to its connection. */
function createSessions(source: Source) {
  const within = new AsyncLocalStorage<Session>();
  const inside = (): Session | undefined => {
    const session = within.getStore();
    return session?.open ? session : undefined;
  };
  const ask: Execute = (sql, values) => (inside()?.ask ?? source.ask)(sql, values);

  async function session<T>(begin: string, work: (ask: Execute) => Promise<T>): Promise<T> {
    const { ask: own, release } = await source.take();
    const held: Session = { open: true, ask: own };
    let broken: Error | undefined;
    try {
      await own(begin);
      const result = await within.run(held, () => work(own));
      await own('COMMIT');
      return result;
    } catch (error) {
      await own('ROLLBACK').catch((failed) => {
        broken = failed;
      });
      throw error;
    } finally {
      held.open = false;
      release(broken);
    }
  }
  return { inside, ask, session };
}

const undefinedTable = '42P01';
const inTurn = `SELECT pg_advisory_xact_lock(${lockOf})`;
const rowsAtOnce = 1000;
/** The protocol counts the values of a statement in 16 bits. */
const valuesAtMost = 65_535;
let walks = 0;

function databaseOver(source: Source, name: string) {
  const { inside, ask, session } = createSessions(source);
  const transaction: Database['transaction'] = (work, turn) => {
    const begun = async () => {
      if (turn !== undefined) await ask(inTurn, [turn]);
      return work();
    };
    return inside() ? begun() : session('BEGIN', begun);
  };
  const withoutTimeout: Database['withoutTimeout'] = (work) =>
    transaction(async () => {
      await ask('SET LOCAL statement_timeout = 0');
      return work();
    });
  async function* walk(own: Execute, sql: string, values: readonly Value[]): AsyncGenerator<Row> {
    const name = `walk_${++walks}`;
    await own(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, values);
    for (let more = true; more; ) {
      const { rows } = await own(`FETCH ${rowsAtOnce} FROM ${name}`);
      yield* rows;
      more = rows.length === rowsAtOnce;
    }
    await own(`CLOSE ${name}`);
  }
  async function* iterate(sql: string, ...values: Value[]): AsyncGenerator<Row> {
    const held = inside();
    if (held) return yield* walk(held.ask, sql, values);
    const { ask: own, release } = await source.take();
    try {
      await own('BEGIN READ ONLY');
      yield* walk(own, sql, values);
    } finally {
      await own('ROLLBACK').then(() => release(), release);
    }
  }
  async function insert(into: Insertion, rows: readonly (readonly Value[])[]): Promise<void> {
    const together = Math.min(rowsAtOnce, Math.floor(valuesAtMost / (rows[0]?.length ?? 1)));
    for (let at = 0; at < rows.length; at += together) {
      const some = rows.slice(at, at + together);
      await ask(insertion(into, some.length), some.flat());
    }
  }
  return {
    name,
    engine: 'postgres' as const,
    async exec(sql: string) {
      await ask(toPostgresDdl(sql));
    },
    all: async (sql: string, ...values: Value[]) => (await ask(sql, values)).rows,
    get: async (sql: string, ...values: Value[]) => (await ask(sql, values)).rows[0],
    run: async (sql: string, ...values: Value[]) => ({ changes: (await ask(sql, values)).changes }),
    insert,
    iterate,
    transaction,
    withoutTimeout,
    snapshot: <T>(work: () => Promise<T>) =>
      inside() ? work() : session('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    async bulkLoad<T>(work: () => Promise<T>, after?: () => Promise<unknown>) {
      const result = await work();
      const own = (await ask(ownTables)).rows.map((row) => row.name);
      if (own.length) await withoutTimeout(() => ask(`ANALYZE ${own.join(', ')}`));
      await after?.();
      return result;
    },
    async notify(topic: string) {
      await ask('SELECT pg_notify(?, ?)', [topic, '']);
    },
    async version() {
      // In a transaction, which a missing table would end, it is looked for first.
      if (inside() && !(await ask("SELECT to_regclass('schema_version') AS there")).rows[0]?.there) return 0;
      try {
        return Number((await ask('SELECT max(version) AS version FROM schema_version')).rows[0]?.version ?? 0);
      } catch (error) {
        if ((error as pg.DatabaseError).code !== undefinedTable) throw error;
        return 0;
      }
    },
    async setVersion(version: number) {
      await ask('CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)');
      await ask('INSERT INTO schema_version (version) VALUES (?)', [version]);
    },
  };
}

/** The shared engine: a PostgreSQL database. Throws DatabaseError when it cannot be reached: what, where, the remedy. */
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
      const ask = createExecutor(client);
      const source: Source = { ask, take: async () => ({ ask, release: () => undefined }) };
      return { ...databaseOver(source, name), ...shared, openConnection: db.openConnection, close: () => client.end() };
    },
    async close() {
      await close();
      await pool.end();
    },
  };
  return db;
}
