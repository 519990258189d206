import type { Database, Row } from '../database/database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, channel TEXT NOT NULL, json TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS subscription_by_channel ON subscription (platform, channel) WHERE removed = 0;
  CREATE TABLE IF NOT EXISTS announced (name TEXT PRIMARY KEY, cursor INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, channel TEXT NOT NULL, incident TEXT NOT NULL, revision INTEGER NOT NULL,
    kind TEXT NOT NULL, subscriptions TEXT NOT NULL, words TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting', tries INTEGER NOT NULL DEFAULT 0,
    made INTEGER NOT NULL, due INTEGER NOT NULL, sent INTEGER, message TEXT, error TEXT,
    UNIQUE (platform, channel, incident, revision)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS subscription_updated ON subscription (updated);
  CREATE INDEX IF NOT EXISTS outbox_by_incident ON outbox (incident);
  CREATE INDEX IF NOT EXISTS outbox_waiting ON outbox (platform, channel, seq) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS outbox_sent ON outbox (platform, channel, sent) WHERE state = 'sent'`;

export interface Channel {
  platform: string;
  channel: string;
}

/** A channel's name among all platforms. */
export const channelKey = ({ platform, channel }: Channel): string => `${platform}:${channel}`;

/** What is owed to a channel about one revision of one incident; told once, because its key is unique. */
export interface Promised extends Channel {
  incident: string;
  revision: number;
  kind: 'new' | 'change' | 'retraction';
  subscriptions: number[];
  /** What changed, a line each. */
  words: string[];
}

export interface Waiting extends Promised {
  seq: number;
  tries: number;
  due: number;
}

const waitingOf = (row: Row): Waiting => ({
  seq: Number(row.seq),
  platform: String(row.platform),
  channel: String(row.channel),
  incident: String(row.incident),
  revision: Number(row.revision),
  kind: row.kind as Promised['kind'],
  subscriptions: JSON.parse(String(row.subscriptions)),
  words: JSON.parse(String(row.words)),
  tries: Number(row.tries),
  due: Number(row.due),
});

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

/** Subscriptions, how far the change log has been announced, and what is still owed, as rows. Times: milliseconds. */
export function openAlertRows(db: Database) {
  db.exec(schema);
  const next = '(SELECT coalesce(max(updated), 0) + 1 FROM subscription)';
  return {
    subscriptions: {
      all: (): SubscriptionRow[] =>
        db.all('SELECT * FROM subscription WHERE removed = 0 ORDER BY id').map(subscriptionOf),
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
    },
    /** Undefined when nothing has been announced yet. */
    cursor: (): number | undefined => {
      const row = db.get("SELECT cursor FROM announced WHERE name = 'announcer'");
      return row === undefined ? undefined : Number(row.cursor);
    },
    newest: (): number => Number(db.get('SELECT max(cursor) AS cursor FROM change')?.cursor ?? 0),
    /** Promises and cursor together or not at all. A promise that is there already stays as it is. */
    promise(promises: readonly Promised[], cursor: number, now: number): void {
      db.transaction(() => {
        for (const p of promises)
          db.run(
            'INSERT OR IGNORE INTO outbox (platform, channel, incident, revision, kind, subscriptions, words, made, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            p.platform,
            p.channel,
            p.incident,
            p.revision,
            p.kind,
            JSON.stringify(p.subscriptions),
            JSON.stringify(p.words),
            now,
            now,
          );
        db.run(
          "INSERT INTO announced (name, cursor) VALUES ('announcer', ?) ON CONFLICT (name) DO UPDATE SET cursor = excluded.cursor",
          cursor,
        );
      });
    },
    waiting: (limit: number): Waiting[] =>
      db.all("SELECT * FROM outbox WHERE state = 'waiting' ORDER BY seq LIMIT ?", limit).map(waitingOf),
    /** Channels that were told, or will be, of the incident. */
    toldOf: (incident: string): (Channel & { message: string | null; subscriptions: number[] })[] =>
      db
        .all(
          "SELECT platform, channel, max(message) AS message, subscriptions FROM outbox WHERE incident = ? AND kind = 'new' AND state <> 'failed' GROUP BY platform, channel",
          incident,
        )
        .map((row) => ({
          platform: String(row.platform),
          channel: String(row.channel),
          message: row.message as string | null,
          subscriptions: JSON.parse(String(row.subscriptions)),
        })),
    sentSince: ({ platform, channel }: Channel, since: number): number =>
      Number(
        db.get(
          "SELECT count(DISTINCT message) AS n FROM outbox WHERE state = 'sent' AND message <> 'unwanted' AND platform = ? AND channel = ? AND sent > ?",
          platform,
          channel,
          since,
        )?.n,
      ),
    sent(seqs: readonly number[], message: string, now: number): void {
      db.transaction(() => {
        for (const seq of seqs)
          db.run(
            "UPDATE outbox SET state = 'sent', message = ?, sent = ?, error = NULL WHERE seq = ?",
            message,
            now,
            seq,
          );
      });
    },
    later(seq: number, due: number, error: string): void {
      db.run('UPDATE outbox SET tries = tries + 1, due = ?, error = ? WHERE seq = ?', due, error, seq);
    },
    /** Gives up all that a channel is owed. */
    giveUp({ platform, channel }: Channel, error: string): void {
      db.run(
        "UPDATE outbox SET state = 'failed', error = ? WHERE state = 'waiting' AND platform = ? AND channel = ?",
        error,
        platform,
        channel,
      );
    },
  };
}

export type AlertRows = ReturnType<typeof openAlertRows>;
