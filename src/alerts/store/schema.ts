/**
 * `outbox` holds what each channel is owed, was told or would have been told; `lane` holds the channels that are owed
 * something: when to look next, how often it failed, what was being sent, and which process has it in hand until when
 * (its lease). Times: milliseconds since 1970.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, channel TEXT NOT NULL, json TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS subscription_by_channel ON subscription (platform, channel) WHERE removed = 0;
  CREATE INDEX IF NOT EXISTS subscription_updated ON subscription (updated);
  CREATE TABLE IF NOT EXISTS announced (name TEXT PRIMARY KEY, cursor INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, channel TEXT NOT NULL, incident TEXT NOT NULL, revision INTEGER NOT NULL,
    kind TEXT NOT NULL, subscriptions TEXT NOT NULL, words TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
    made INTEGER NOT NULL, due INTEGER NOT NULL, sent INTEGER, message TEXT, error TEXT,
    UNIQUE (platform, channel, incident, revision)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_by_incident ON outbox (incident);
  CREATE INDEX IF NOT EXISTS outbox_waiting ON outbox (platform, channel, seq) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS outbox_sent ON outbox (platform, channel, sent) WHERE state = 'sent';
  CREATE INDEX IF NOT EXISTS outbox_made ON outbox (platform, channel, made);
  CREATE TABLE IF NOT EXISTS lane (
    platform TEXT NOT NULL, channel TEXT NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, sending TEXT,
    holder TEXT, lease INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (platform, channel)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS lane_due ON lane (platform, due);
  INSERT INTO lane (platform, channel, due)
    SELECT platform, channel, min(due) FROM outbox WHERE state = 'waiting' GROUP BY 1, 2 ON CONFLICT DO NOTHING;`;

/** Columns that lanes of the first databases have not. */
export const laneColumns = ['holder TEXT', 'lease INTEGER NOT NULL DEFAULT 0'];
