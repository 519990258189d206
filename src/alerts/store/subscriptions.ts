import type { Database, Row } from '../../database/database.ts';
import type { Channel } from './channel.ts';

export interface SubscriptionRow extends Channel {
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

/** Standing questions as rows; a removed one stays, so that its number is not given again. */
export const subscriptionRows = (db: Database) => ({
  all: (): SubscriptionRow[] => db.all('SELECT * FROM subscription WHERE removed = 0 ORDER BY id').map(subscriptionOf),
  add: ({ platform, channel }: Channel, json: string): number =>
    db.run(
      `INSERT INTO subscription (platform, channel, json, updated) VALUES (?, ?, ?, ${next})`,
      platform,
      channel,
      json,
    ).lastInsertRowid,
  put: (id: number, json: string): void => {
    db.run(`UPDATE subscription SET json = ?, updated = ${next} WHERE id = ?`, json, id);
  },
  remove: (id: number): void => {
    db.run(`UPDATE subscription SET removed = 1, updated = ${next} WHERE id = ?`, id);
  },
  /** Moves with every change, also another process's. */
  version: (): number => Number(db.get('SELECT max(updated) AS version FROM subscription')?.version ?? 0),
});
