import { existsSync } from 'node:fs';
import { openIdempotencyStore } from '../adapters/http/idempotency-store.ts';
import { openAlertRows } from '../alerts/store/index.ts';
import { openConversationRows } from '../conversations/store.ts';
import { copyTables } from '../database/copy.ts';
import { type Database, DatabaseError } from '../database/database.ts';
import { isAddress, openDatabase } from '../database/open.ts';
import { openDraftRows } from '../extraction/store.ts';
import { buildFullText } from '../incidents/store/full-text.ts';
import { openIncidents } from '../incidents/store/index.ts';
import { buildProvinceRollups, buildRollups } from '../incidents/store/rollups/maintain.ts';
import { buildNameCounts } from '../incidents/store/rollups/name-counts.ts';
import { openSettings } from '../settings/settings.ts';
import { openSourceRows } from '../sources/store.ts';

// A table comes after those that it refers to. Not among them are the full text, the totals and the names, which are made anew.
const tables = [
  ...['dataset', 'incident', 'body', 'typed', 'part', 'met', 'attributed', 'reported', 'change', 'derived'],
  ...['merged', 'alone', 'alike', 'apart', 'conversation', 'offer', 'heard', 'feedback', 'setting'],
  ...['subscription', 'announced', 'outbox', 'lane', 'source', 'watched', 'pushed', 'draft'],
];

/** Every store's tables, at their newest. */
async function openAll(name: string): Promise<Database> {
  const db = await openDatabase(name);
  await openIncidents(db);
  await openConversationRows(db);
  await openSettings(db);
  await openAlertRows(db);
  await openSourceRows(db);
  await openIdempotencyStore(db);
  await openDraftRows(db);
  return db;
}

async function makeDerived(db: Database): Promise<void> {
  await buildFullText(db);
  await buildRollups(db);
  await buildProvinceRollups(db);
  await buildNameCounts(db);
}

/** Copies everything into an empty database, or nothing. Returns the number of rows. Throws DatabaseError. */
export async function migrateEngine(from: string, to: string): Promise<number> {
  if (!isAddress(from) && !existsSync(from)) throw new DatabaseError(`There is no database ${from}.`);
  const source = await openAll(from);
  try {
    const target = await openAll(to);
    try {
      return await target.bulkLoad(() => copyTables(source, target, tables, () => makeDerived(target)));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
