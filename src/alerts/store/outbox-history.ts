import type { Database } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';
import { type OutboxRow, outboxRowOf } from './outbox-row.ts';

/** Queries of the outbox that ask what channels were sent. Moments are milliseconds since 1970. */
export const outboxHistoryRows = (db: Database) => ({
  /** Whether the channel has an alert of that name (an incident's id, or a finding's), whatever its state. */
  isQueued: async ({ platform, channel }: ChannelRef, incident: string): Promise<boolean> =>
    (await db.get(
      'SELECT 1 FROM outbox WHERE incident = ? AND platform = ? AND channel = ?',
      incident,
      platform,
      channel,
    )) !== undefined,
  /** One `new` row for each channel that was or will be notified of the incident, preferring one that was sent. */
  notifiedChannels: async (incident: string): Promise<OutboxRow[]> =>
    (
      await db.all(
        `SELECT * FROM (
           SELECT o.*, row_number() OVER (PARTITION BY platform, channel ORDER BY coalesce(message, '') DESC, seq) AS place
           FROM outbox o WHERE incident = ? AND kind = 'new' AND state IN ('waiting', 'sent')
         ) o WHERE place = 1 ORDER BY seq`,
        incident,
      )
    ).map(outboxRowOf),
  /** The alerts that were sent in one message with another. */
  sentWith: async ({ platform, channel, seq, message }: OutboxRow): Promise<OutboxRow[]> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE state = 'sent' AND platform = ? AND channel = ? AND sent = (SELECT sent FROM outbox WHERE seq = ?) AND message = ? ORDER BY seq",
        ...[platform, channel, seq, message],
      )
    ).map(outboxRowOf),
  /** The last change or retraction of an incident that a channel was or will be notified of. */
  lastFollowUp: async ({ platform, channel }: ChannelRef, incident: string): Promise<OutboxRow | undefined> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE incident = ? AND platform = ? AND channel = ? AND kind IN ('change', 'retraction') AND state IN ('waiting', 'sent') ORDER BY seq DESC LIMIT 1",
        ...[incident, platform, channel],
      )
    ).map(outboxRowOf)[0],
  /** A channel's alerts queued since a moment, in any state but skipped and without tests, oldest first, at most `limit`. */
  since: async ({ platform, channel }: ChannelRef, since: number, limit: number): Promise<OutboxRow[]> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE platform = ? AND channel = ? AND made >= ? AND kind <> 'test' AND coalesce(message, '') <> 'unwanted' ORDER BY made, seq LIMIT ?",
        platform,
        channel,
        since,
        limit,
      )
    ).map(outboxRowOf),
  /** The last alert that the channel was sent, without tests; undefined where there was none. */
  last: async ({ platform, channel }: ChannelRef): Promise<OutboxRow | undefined> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE platform = ? AND channel = ? AND state = 'sent' AND kind <> 'test' AND message <> 'unwanted' ORDER BY sent DESC, seq DESC LIMIT 1",
        platform,
        channel,
      )
    ).map(outboxRowOf)[0],
  /** How many messages the channel was sent after a moment and until now, and when the first of them was (0 where there was none). */
  sentSince: async (
    { platform, channel }: ChannelRef,
    since: number,
    now: number,
  ): Promise<{ messages: number; first: number }> => {
    const row = await db.get(
      "SELECT count(DISTINCT message) AS n, min(sent) AS first FROM outbox WHERE state = 'sent' AND message <> 'unwanted' AND platform = ? AND channel = ? AND sent > ? AND sent <= ?",
      ...[platform, channel, since, now],
    );
    return { messages: Number(row?.n), first: Number(row?.first) };
  },
});
