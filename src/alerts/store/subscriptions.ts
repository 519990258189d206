import type { Database, Row } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';

export interface SubscriptionRow extends ChannelRef {
  id: number;
  json: string;
}

const subscriptionOf = (row: Row): SubscriptionRow => ({
  id: Number(row.id),
  platform: String(row.platform),
  channel: String(row.channel),
  json: String(row.json),
});

const next = '(SELECT coalesce(max(updated), 0) + 1 FROM subscription)';

/** The turn of those who change any: two at once would make one version of two. */
const changing = 'subscriptions';

/** Standing questions as rows; a removed one stays, so that its number is not given again. */
export const subscriptionRows = (db: Database) => ({
  all: async (): Promise<SubscriptionRow[]> =>
    (await db.all('SELECT * FROM subscription WHERE removed = 0 ORDER BY id')).map(subscriptionOf),
  add: async ({ platform, channel }: ChannelRef, json: string): Promise<number> => {
    const sql = `INSERT INTO subscription (platform, channel, json, updated) VALUES (?, ?, ?, ${next}) RETURNING id`;
    return db.transaction(async () => Number((await db.get(sql, platform, channel, json))?.id), changing);
  },
  put: async (id: number, json: string): Promise<void> => {
    const sql = `UPDATE subscription SET json = ?, updated = ${next} WHERE id = ?`;
    await db.transaction(() => db.run(sql, json, id), changing);
  },
  remove: async (id: number): Promise<void> => {
    const sql = `UPDATE subscription SET removed = 1, updated = ${next} WHERE id = ?`;
    await db.transaction(() => db.run(sql, id), changing);
  },
  /** Moves with every change, also another process's. */
  version: async (): Promise<number> =>
    Number((await db.get('SELECT max(updated) AS version FROM subscription'))?.version ?? 0),
});
