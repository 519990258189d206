import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { createTables } from '../../database/migrate.ts';
import { channelLeaseRows, defaultLease } from './channel-leases.ts';
import { outboxRows } from './outbox.ts';
import { laneColumns, schema } from './schema.ts';
import { subscriptionRows } from './subscriptions.ts';

/** Adds what lanes of a first database lack; only the embedded engine has such. */
async function widen(db: Database): Promise<void> {
  if (db.engine !== 'sqlite') return;
  const there = (await db.all("SELECT name FROM pragma_table_info('lane')")).map((row) => row.name);
  for (const column of laneColumns)
    if (!there.includes(column.split(' ')[0])) await db.exec(`ALTER TABLE lane ADD COLUMN ${column}`);
}

/** Subscriptions, what is owed and was told, and the channels it waits for, as rows. `lease`: milliseconds. */
export async function openAlertRows(db: Database, lease = defaultLease) {
  await createTables(db, schema);
  await widen(db);
  const leases = channelLeaseRows(db, randomUUID(), lease);
  return { subscriptions: subscriptionRows(db), outbox: outboxRows(db), leases };
}

export type AlertRows = Awaited<ReturnType<typeof openAlertRows>>;
