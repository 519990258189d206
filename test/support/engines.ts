import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';

/** Which engine this run of the tests is about. */
export const engine = process.env.SITREP_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

/** The name of an empty database on PostgreSQL: a schema of its own. */
export async function freshAddress(server = process.env.SITREP_TEST_POSTGRES as string): Promise<string> {
  const schema = `t_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.end();
  return `${server}?max=4&options=${encodeURIComponent(`-c search_path=${schema}`)}`;
}

/** An empty database of the engine that is tested. */
export const freshDatabase = async (): Promise<Database> =>
  openDatabase(engine === 'postgres' ? await freshAddress() : ':memory:');
