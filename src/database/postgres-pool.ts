import pg from 'pg';
import { second } from '../kernel/duration.ts';
import { DatabaseError, QueryTimeout, type Row, type Value } from './database.ts';
import { numbered } from './sqlite-to-postgres-ddl.ts';

interface Outcome {
  rows: Row[];
  changes: number;
}
export type Execute = (sql: string, values?: readonly Value[]) => Promise<Outcome>;

const maxConnections = 10;
const statementTimeout = 15 * second;
const connectTimeout = 10 * second;
const idleTimeout = 30 * second;

const bigint = 20;
const numeric = 1700;
/** Counts and sums as numbers, like the embedded engine's. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === bigint || oid === numeric ? Number : pg.types.getTypeParser(oid as never, format as never),
};

/** An address without its user and password, for people and logs. */
export function publicName(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}

const remedies: Record<string, string> = {
  ECONNREFUSED: 'No server is listening there. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'Unknown host. Check its name.',
  ENOENT: 'There is no such socket. Check the folder.',
  '28P01': 'Check user and password.',
  '28000': 'Check the user, and pg_hba.conf of the server.',
  '3D000': 'Create the database first: createdb NAME.',
  '53300': 'The server has no connections left: raise max_connections, or add ?max=5 to the address.',
};

const connectionError = (name: string, error: Error & { code?: string }): DatabaseError =>
  new DatabaseError(
    `Cannot connect to ${name}: ${error.message || error.code}. ${remedies[error.code ?? ''] ?? 'Is the server running?'} The address is in SITREP_DB or --db.`,
  );

/** The options of every connection. Parameters of the address override ours: ?max=5&statement_timeout=60000. */
function configOf(address: string): pg.PoolConfig {
  const parameter = (name: string, fallback: number) => Number(new URL(address).searchParams.get(name) ?? fallback);
  return {
    connectionString: address,
    max: parameter('max', maxConnections),
    idleTimeoutMillis: idleTimeout,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: parameter('statement_timeout', statementTimeout),
    application_name: 'sitrep',
    keepAlive: true,
    types,
  };
}

const cancelled = '57014';
// PostgreSQL's text cannot contain zero bytes.
const storable = (value: Value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);

/** Executes statements on one connection, one after the other. Throws QueryTimeout. */
export function createExecutor(client: Pick<pg.ClientBase, 'query'>): Execute {
  let last: Promise<unknown> = Promise.resolve();
  return (sql, values = []) => {
    const outcome = last.then(async (): Promise<Outcome> => {
      try {
        const { rows, rowCount } = await client.query(values.length ? numbered(sql) : sql, values.map(storable));
        return { rows, changes: rowCount ?? 0 };
      } catch (error) {
        if ((error as pg.DatabaseError).code !== cancelled) throw error;
        throw new QueryTimeout('The database cancelled a statement that took too long.', { cause: error });
      }
    });
    last = outcome.catch(() => undefined);
    return outcome;
  };
}

/** Opens a pool and its first connection. Throws DatabaseError, naming the address without its password, and the remedy. */
export async function openPool(address: string): Promise<pg.Pool> {
  const name = publicName(address);
  let pool: pg.Pool;
  try {
    pool = new pg.Pool(configOf(address));
  } catch (error) {
    throw new DatabaseError(`${name} is not a database address, e.g. postgres://user@host:5432/sitrep.`, {
      cause: (error as Error).name,
    });
  }
  // The pool replaces a connection that breaks while idle.
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw connectionError(name, error as Error);
  }
  return pool;
}

export type Client = pg.Client;

/** A connection beside the pool. Throws DatabaseError. */
export async function openClient(address: string): Promise<pg.Client> {
  const client = new pg.Client(configOf(address));
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw connectionError(publicName(address), error);
  });
  return client;
}
