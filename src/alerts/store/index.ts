import type { Database } from '../../database/database.ts';
import { channelLeaseRows, defaultLease, newHolder } from './channel-leases.ts';
import { outboxRows } from './outbox.ts';
import { subscriptionRows } from './subscriptions.ts';

/** Subscriptions, the outbox, and the leases of its channels, as rows. `lease`: milliseconds. */
export function openAlertRows(db: Database, lease = defaultLease) {
  const leases = channelLeaseRows(db, newHolder(), lease);
  return { subscriptions: subscriptionRows(db), outbox: outboxRows(db), leases };
}

export type AlertRows = ReturnType<typeof openAlertRows>;
