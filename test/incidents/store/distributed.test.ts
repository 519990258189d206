import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { freshAddress } from '../../support/engines.ts';
import { ana, told } from '../world.ts';
import { storeContract } from './contract.ts';

/** As docs/postgresql.md says it. */
const page = readFileSync(new URL('../../../docs/postgresql.md', import.meta.url), 'utf8');
const [, statements = ''] = /```sql\n([^`]*create_distributed_table[^`]*)```/.exec(page) ?? [];

// Stands in for Citus: PostgreSQL's own partitions, to which the same rule applies: what is unique has the key in it.
const divided = `
CREATE FUNCTION create_distributed_table(name text, key text, colocate_with text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I RENAME TO whole', name);
  EXECUTE format('CREATE TABLE %I (LIKE whole INCLUDING ALL EXCLUDING IDENTITY) PARTITION BY HASH (%I)', name, key);
  FOR n IN 0..2 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 3, REMAINDER %s)', name || '_' || n, name, n);
  END LOOP;
  EXECUTE format('INSERT INTO %I SELECT * FROM whole', name);
  DROP TABLE whole CASCADE;
END $$;
`;

async function distribute(db: Database): Promise<void> {
  for (const statement of [divided, ...statements.split(/;\n/)]) if (statement.trim()) await db.all(statement);
}

async function openDivided() {
  const address = await freshAddress();
  const db = await openDatabase(address);
  const store = await openIncidents(db);
  await distribute(db);
  return { address, db, store };
}

describe('the store with its tables divided by the row', () => storeContract(async () => (await openDivided()).store));

test('every table that has the key is divided', async () => {
  const { db, store } = await openDivided();
  const whole = await db.all(
    `SELECT t.relname AS name FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'rid'
     WHERE t.relkind = 'r' AND NOT t.relispartition AND t.relnamespace = current_schema()::regnamespace`,
  );
  expect(whole).toEqual([]);
  await store.close();
});

test('two processes that import the same at once make nothing twice', async () => {
  const { address, db, store } = await openDivided();
  const other = await openIncidents(await openDatabase(address));
  const records = Array.from({ length: 300 }, (_, n) => told(`wire:${n}`));
  const changes = records.map((record) => ({ action: 'put' as const, record }));
  // Of different datasets, whose rows keep nobody waiting.
  const of = (id: string) => ({ dataset: { id, name: id, licence: 'CC0', citation: 'made up' }, ...ana('told') });
  const done = await Promise.all([
    store.apply(changes, of('one')),
    other.apply(changes, of('two')),
    store.apply(changes, of('three')),
  ]);
  expect(done.map(({ added }) => added).sort()).toEqual([0, 0, 300]);
  expect(await db.get('SELECT count(*)::int AS n, count(DISTINCT id)::int AS ids FROM incident')).toEqual({
    n: 300,
    ids: 300,
  });
  await other.close();
  await store.close();
});
