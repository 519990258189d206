import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** The name of an empty database of the engine that is tested, which several may open. */
export const freshName = async (): Promise<string> =>
  engine === 'postgres' ? await freshAddress() : join(mkdtempSync(join(tmpdir(), 'sitrep-engine-')), 'db');

/** An empty database of the engine that is tested. */
export const freshDatabase = async (): Promise<Database> =>
  openDatabase(engine === 'postgres' ? await freshAddress() : ':memory:');
