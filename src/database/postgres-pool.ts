import pg from 'pg';
import { DatabaseError, QueryTimeout, type Row, type Value } from './database.ts';
import { numbered } from './sqlite-to-postgres-ddl.ts';

interface Outcome {
  rows: Row[];
  changes: number;
}
export type Execute = (sql: string, values?: readonly Value[]) => Promise<Outcome>;

const connectionsAtMost = 10;
const statementAtMost = 15_000;
const connectAtMost = 10_000;
const idleAtMost = 30_000;

const bigint = 20;
const numeric = 1700;
/** Counts and sums as numbers, like the embedded engine's. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === bigint || oid === numeric ? Number : pg.types.getTypeParser(oid as never, format as never),
};

/** Without its password, for people and logs. */
export function publicName(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}

const remedies: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'There is no such host. Check its name.',
  ENOENT: 'There is no such socket. Check the folder.',
  '28P01': 'Check user and password.',
  '28000': 'Check the user, and pg_hba.conf of the server.',
  '3D000': 'Make the database first: createdb NAME.',
  '53300': 'The server has no connection left: raise max_connections, or put ?max=5 at the end of the address.',
};

const unconnected = (name: string, error: Error & { code?: string }): DatabaseError =>
  new DatabaseError(
    `Cannot connect to ${name}: ${error.message || error.code}. ${remedies[error.code ?? ''] ?? 'Is the server there?'} The address is in SITREP_DB or --db.`,
  );

/** What every connection is opened with. Numbers at the end of the address go before ours: ?max=5&statement_timeout=60000. */
function configOf(address: string): pg.PoolConfig {
  const own = (name: string, usual: number) => Number(new URL(address).searchParams.get(name) ?? usual);
  return {
    connectionString: address,
    max: own('max', connectionsAtMost),
    idleTimeoutMillis: idleAtMost,
    connectionTimeoutMillis: connectAtMost,
    statement_timeout: own('statement_timeout', statementAtMost),
    application_name: 'sitrep',
    keepAlive: true,
    types,
  };
}

const cancelled = '57014';
// Text there may hold no zero byte.
const storable = (value: Value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);

/** Statements on one connection, one after the other. */
export function createExecutor(client: Pick<pg.ClientBase, 'query'>): Execute {
  let last: Promise<unknown> = Promise.resolve();
  return (sql, values = []) => {
    const asked = last.then(async (): Promise<Outcome> => {
      try {
        const { rows, rowCount } = await client.query(values.length ? numbered(sql) : sql, values.map(storable));
        return { rows, changes: rowCount ?? 0 };
      } catch (error) {
        if ((error as pg.DatabaseError).code !== cancelled) throw error;
        throw new QueryTimeout('The database stopped a statement that took too long.', { cause: error });
      }
    });
    last = asked.catch(() => undefined);
    return asked;
  };
}

/** Opens the pool and one connection of it. Throws DatabaseError: what, where, and the remedy, without the password. */
export async function openPool(address: string): Promise<pg.Pool> {
  const name = publicName(address);
  let pool: pg.Pool;
  try {
    pool = new pg.Pool(configOf(address));
  } catch (error) {
    throw new DatabaseError(`${name} is no address of a database. Write it like postgres://user@host:5432/sitrep.`, {
      cause: (error as Error).name,
    });
  }
  // A connection that breaks while idle is replaced when it is needed.
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw unconnected(name, error as Error);
  }
  return pool;
}

export type Client = pg.Client;

/** A connection beside the pool. */
export async function openClient(address: string): Promise<pg.Client> {
  const client = new pg.Client(configOf(address));
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw unconnected(publicName(address), error);
  });
  return client;
}
