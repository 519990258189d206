import type { Migration } from './migration.ts';

// Every statement takes tables as they are: until now each store made its own without a version.
const conversations = `
CREATE TABLE IF NOT EXISTS conversation (thread TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS conversation_at ON conversation (at);
CREATE TABLE IF NOT EXISTS offer (key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS offer_at ON offer (at);
CREATE TABLE IF NOT EXISTS heard (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS heard_at ON heard (at);
CREATE TABLE IF NOT EXISTS feedback (
  offer TEXT NOT NULL, asker TEXT NOT NULL, at INTEGER NOT NULL, "right" INTEGER NOT NULL, question TEXT NOT NULL, understood TEXT NOT NULL,
  PRIMARY KEY (offer, asker)
) STRICT;
CREATE TABLE IF NOT EXISTS setting (scope TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (scope, name)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, at INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS draft_at ON draft (at);
`;

const lane = `(
  platform TEXT NOT NULL, channel TEXT NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, sending TEXT,
  holder TEXT, lease INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (platform, channel)
) STRICT, WITHOUT ROWID;`;

/**
 * `outbox` holds what each channel is owed, was told or would have been told; `lane` holds the channels that are owed
 * something: when to look next, how often it failed, what was being sent, and which process has it in hand until when
 * (its lease). Times: milliseconds since 1970.
 */
const alerts = `
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
CREATE TABLE IF NOT EXISTS lane ${lane}
INSERT INTO lane (platform, channel, due)
  SELECT platform, channel, min(due) FROM outbox WHERE state = 'waiting' GROUP BY 1, 2 ON CONFLICT DO NOTHING;
CREATE INDEX IF NOT EXISTS lane_due ON lane (platform, due);
`;

const sources = `
CREATE TABLE IF NOT EXISTS source (
  id INTEGER PRIMARY KEY AUTOINCREMENT, told TEXT NOT NULL, cursor TEXT, due INTEGER NOT NULL, lease INTEGER NOT NULL DEFAULT 0,
  paused INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, last_success INTEGER NOT NULL DEFAULT 0, last_rows TEXT,
  last_error TEXT, last_error_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS watched (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed REAL NOT NULL, hash TEXT NOT NULL, error TEXT, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pushed (
  dataset TEXT NOT NULL, key TEXT NOT NULL, hash TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (dataset, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pushed_at ON pushed (at);
`;

/** Lanes of the first files had no lease; none outlives the process that held it. */
const leases = `
ALTER TABLE lane RENAME TO lane_before;
CREATE TABLE lane ${lane}
INSERT INTO lane (platform, channel, due, tries, sending) SELECT platform, channel, due, tries, sending FROM lane_before;
DROP TABLE lane_before;
CREATE INDEX lane_due ON lane (platform, due);
`;

export const everyStore: Migration = {
  number: 10,
  name: 'the tables of every store',
  sql: conversations + alerts + sources,
  sqlite: leases,
};
