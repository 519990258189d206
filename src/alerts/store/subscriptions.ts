import type { Database, Row } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';

export interface SubscriptionRow extends ChannelRef {
  id: number;
  /** A SubscriptionConfig, as JSON. */
  json: string;
}

const subscriptionOf = (row: Row): SubscriptionRow => ({
  id: Number(row.id),
  platform: String(row.platform),
  channel: String(row.channel),
  json: String(row.json),
});

const nextVersion = '(SELECT coalesce(max(updated), 0) + 1 FROM subscription)';

/** Writers take turns: two at once would give the same version. */
const turn = 'subscriptions';

/** Subscriptions as rows. A removed one stays in the table, so that its id is not used again. */
export const subscriptionRows = (db: Database) => ({
  /** Every subscription that is not removed, by id. */
  all: async (): Promise<SubscriptionRow[]> =>
    (await db.all('SELECT * FROM subscription WHERE removed = 0 ORDER BY id')).map(subscriptionOf),
  /** Returns its id. */
  add: async ({ platform, channel }: ChannelRef, json: string): Promise<number> => {
    const sql = `INSERT INTO subscription (platform, channel, json, updated) VALUES (?, ?, ?, ${nextVersion}) RETURNING id`;
    return db.transaction(async () => Number((await db.get(sql, platform, channel, json))?.id), turn);
  },
  put: async (id: number, json: string): Promise<void> => {
    const sql = `UPDATE subscription SET json = ?, updated = ${nextVersion} WHERE id = ?`;
    await db.transaction(() => db.run(sql, json, id), turn);
  },
  remove: async (id: number): Promise<void> => {
    const sql = `UPDATE subscription SET removed = 1, updated = ${nextVersion} WHERE id = ?`;
    await db.transaction(() => db.run(sql, id), turn);
  },
  /** Increases with every change, also by other processes. */
  version: async (): Promise<number> =>
    Number((await db.get('SELECT max(updated) AS version FROM subscription'))?.version ?? 0),
});
