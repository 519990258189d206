import type { Database } from '../../database/database.ts';
import { make } from '../../database/migrate.ts';
import { laneRows } from './lanes.ts';
import { outboxRows } from './outbox.ts';
import { schema } from './schema.ts';
import { subscriptionRows } from './subscriptions.ts';

/** Subscriptions, what is owed and was told, and the channels it waits for, as rows. */
export async function openAlertRows(db: Database) {
  await make(db, schema);
  return { subscriptions: subscriptionRows(db), outbox: outboxRows(db), lanes: laneRows(db) };
}

export type AlertRows = Awaited<ReturnType<typeof openAlertRows>>;
