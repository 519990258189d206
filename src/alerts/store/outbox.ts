import type { Database } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';
import { forUpdate } from './channel-leases.ts';
import { advanceCursor, type CursorStep, consumerCursorRows, outboxTopic } from './consumer-cursor.ts';
import { clockRows } from './mend-clock.ts';
import { outboxHistoryRows } from './outbox-history.ts';
import { type OutboxRow, outboxRowOf, type QueuedAlert } from './outbox-row.ts';

const insertAlert =
  'INSERT INTO outbox (platform, channel, incident, revision, kind, subscriptions, words, state, made, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
// A channel that is being retried keeps the time of its next try, whatever is queued meanwhile.
const scheduleChannel =
  'INSERT INTO lane (platform, channel, due) VALUES (?, ?, ?) ON CONFLICT (platform, channel) DO UPDATE SET due = excluded.due WHERE lane.tries = 0 AND lane.due > excluded.due';
const resetChannel = 'UPDATE lane SET tries = 0, sending = NULL WHERE platform = ? AND channel = ?';

/** The transactional outbox of alerts, and the cursor of the producer that fills it. Moments are milliseconds since 1970. */
export const outboxRows = (db: Database) => ({
  ...consumerCursorRows(db),
  ...outboxHistoryRows(db),
  ...clockRows(db),
  /** By platform, how many alerts are queued, and when the earliest of them is due. */
  backlog: async (): Promise<{ platform: string; alerts: number; due: number }[]> =>
    (
      await db.all(
        "SELECT platform, count(*) AS n, min(due) AS due FROM outbox WHERE state = 'waiting' GROUP BY platform ORDER BY platform",
      )
    ).map((row) => ({ platform: String(row.platform), alerts: Number(row.n), due: Number(row.due) })),
  /**
   * Queues alerts and, where a step is given, advances the cursor, in one transaction. An alert that is queued already
   * stays as it is. Throws CursorConflict when the cursor is not where the step begins: another process is producing.
   */
  async enqueue(alerts: readonly QueuedAlert[], now: number, step?: CursorStep): Promise<void> {
    await db.transaction(async () => {
      if (step) await advanceCursor(db, step);
      for (const alert of alerts) {
        const { platform, channel, incident, revision, kind, due, silent } = alert;
        const lists = [JSON.stringify(alert.subscriptions), JSON.stringify(alert.words)];
        const state = silent ? 'silent' : 'waiting';
        await db.run(insertAlert, platform, channel, incident, revision, kind, ...lists, state, now, due);
        if (!silent) await db.run(scheduleChannel, platform, channel, due);
      }
      if (alerts.length) await db.notify(outboxTopic);
    });
  },
  /** The alerts of a channel that are due, in the order they were queued, at most `limit`. */
  dueIn: async ({ platform, channel }: ChannelRef, now: number, limit: number): Promise<OutboxRow[]> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE state = 'waiting' AND platform = ? AND channel = ? AND due <= ? ORDER BY seq LIMIT ?",
        platform,
        channel,
        now,
        limit,
      )
    ).map(outboxRowOf),
  /** Sent as one message (its id, or `skipped`): the channel's tries are reset, and nothing is in flight. */
  async markSent(
    { platform, channel }: ChannelRef,
    seqs: readonly number[],
    message: string,
    now: number,
  ): Promise<void> {
    await db.transaction(async () => {
      for (const seq of seqs)
        await db.run(
          "UPDATE outbox SET state = 'sent', message = ?, sent = ?, error = NULL WHERE seq = ?",
          message,
          now,
          seq,
        );
      await db.run(resetChannel, platform, channel);
    });
  },
  /** Quarantines alerts that cannot be delivered: the channel's tries are reset, and nothing is in flight. */
  async markFailed({ platform, channel }: ChannelRef, seqs: readonly number[], error: string): Promise<void> {
    await db.transaction(async () => {
      for (const seq of seqs) await db.run("UPDATE outbox SET state = 'failed', error = ? WHERE seq = ?", error, seq);
      await db.run(resetChannel, platform, channel);
    });
  },
  /** Marks every queued alert of a channel as failed. */
  async failAll({ platform, channel }: ChannelRef, error: string): Promise<void> {
    await db.transaction(async () => {
      const lane = `SELECT 1 FROM lane WHERE platform = ? AND channel = ?${forUpdate(db)}`;
      await db.get(lane, platform, channel);
      await db.run(
        "UPDATE outbox SET state = 'failed', error = ? WHERE state = 'waiting' AND platform = ? AND channel = ?",
        error,
        platform,
        channel,
      );
      await db.run('DELETE FROM lane WHERE platform = ? AND channel = ?', platform, channel);
    });
  },
  /** Makes everything that is queued for a channel due now: its schedule has changed. */
  async deliverNow({ platform, channel }: ChannelRef, now: number): Promise<void> {
    await db.transaction(async () => {
      await db.run(
        "UPDATE outbox SET due = ? WHERE state = 'waiting' AND platform = ? AND channel = ? AND due > ?",
        now,
        platform,
        channel,
        now,
      );
      await db.run('UPDATE lane SET due = ? WHERE platform = ? AND channel = ? AND tries = 0', now, platform, channel);
    });
  },
});
