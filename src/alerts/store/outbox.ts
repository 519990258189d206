import type { Database, Row } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';
import { forUpdate } from './channel-leases.ts';
import { advanceCursor, type CursorStep, consumerCursorRows, outboxTopic } from './consumer-cursor.ts';

/** `rise` and `actor`: what a watching subscription saw; `test`: what somebody asked to see. */
export type AlertKind = 'new' | 'change' | 'retraction' | 'rise' | 'actor' | 'test';

/** What is owed to a channel about one revision of one incident; told once, because its key is unique. */
export interface QueuedAlert extends ChannelRef {
  /** The incident, or the name of what was seen: "rise 12 2026-W47". */
  incident: string;
  revision: number;
  kind: AlertKind;
  subscriptions: number[];
  /** What changed, a line each; for an actor what was seen and the incident's id; for a test the id of an example. */
  words: string[];
  /** When to tell it. */
  due: number;
  /** Every subscription is muted or paused: kept for those who ask what they missed. */
  silent?: boolean;
}

export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'silent';

export interface OutboxRow extends QueuedAlert {
  seq: number;
  state: DeliveryState;
  made: number;
  message: string | null;
  /** Whom it is for, or what to say, cannot be read: both are empty. */
  broken: boolean;
}

/** What is in the lists of a row; nothing where one of them cannot be read. */
function listsOf(row: Row): Pick<OutboxRow, 'subscriptions' | 'words' | 'broken'> {
  try {
    const [subscriptions, words] = [row.subscriptions, row.words].map((json) => JSON.parse(String(json)));
    if (Array.isArray(subscriptions) && Array.isArray(words)) return { subscriptions, words, broken: false };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { subscriptions: [], words: [], broken: true };
}

const owedOf = (row: Row): OutboxRow => ({
  seq: Number(row.seq),
  platform: String(row.platform),
  channel: String(row.channel),
  incident: String(row.incident),
  revision: Number(row.revision),
  kind: row.kind as AlertKind,
  ...listsOf(row),
  due: Number(row.due),
  state: row.state as DeliveryState,
  made: Number(row.made),
  message: row.message as string | null,
});

/** Where nobody wants it any more, or there is nothing to say: in place of the message's id. */
export const skipped = 'unwanted';

const put =
  'INSERT INTO outbox (platform, channel, incident, revision, kind, subscriptions, words, state, made, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
// A channel that fails is looked at when its time has come, whatever else it is owed meanwhile.
const call =
  'INSERT INTO lane (platform, channel, due) VALUES (?, ?, ?) ON CONFLICT (platform, channel) DO UPDATE SET due = excluded.due WHERE lane.tries = 0 AND lane.due > excluded.due';

/** How far the change log has been announced, what channels are owed and were told, as rows. */
export const outboxRows = (db: Database) => ({
  ...consumerCursorRows(db),
  /** What is still owed, by platform, and when the oldest of it was or is due. */
  waiting: async (): Promise<{ platform: string; promises: number; due: number }[]> =>
    (
      await db.all(
        "SELECT platform, count(*) AS n, min(due) AS due FROM outbox WHERE state = 'waiting' GROUP BY platform ORDER BY platform",
      )
    ).map((row) => ({ platform: String(row.platform), promises: Number(row.n), due: Number(row.due) })),
  /**
   * Promises, and the step of the cursor where one is given, together or not at all. A promise that is there already
   * stays as it is. Throws Announced when the cursor is not where the step begins: somebody else announces.
   */
  async promise(promises: readonly QueuedAlert[], now: number, step?: CursorStep): Promise<void> {
    await db.transaction(async () => {
      if (step) await advanceCursor(db, step);
      for (const p of promises) {
        const { platform, channel, silent } = p;
        const lists = [JSON.stringify(p.subscriptions), JSON.stringify(p.words)];
        const state = silent ? 'silent' : 'waiting';
        await db.run(put, platform, channel, p.incident, p.revision, p.kind, ...lists, state, now, p.due);
        if (!silent) await db.run(call, platform, channel, p.due);
      }
      if (promises.length) await db.notify(outboxTopic);
    });
  },
  promised: async ({ platform, channel }: ChannelRef, incident: string): Promise<boolean> =>
    (await db.get(
      'SELECT 1 FROM outbox WHERE incident = ? AND platform = ? AND channel = ?',
      incident,
      platform,
      channel,
    )) !== undefined,
  /** Channels that were told, or will be, of the incident. */
  toldOf: async (incident: string): Promise<OutboxRow[]> =>
    (
      await db.all(
        `SELECT * FROM (
           SELECT o.*, row_number() OVER (PARTITION BY platform, channel ORDER BY coalesce(message, '') DESC, seq) AS place
           FROM outbox o WHERE incident = ? AND kind = 'new' AND state IN ('waiting', 'sent')
         ) o WHERE place = 1 ORDER BY seq`,
        incident,
      )
    ).map(owedOf),
  /** What a channel was told, is owed or missed since a moment, oldest first. */
  since: async ({ platform, channel }: ChannelRef, since: number, limit: number): Promise<OutboxRow[]> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE platform = ? AND channel = ? AND made >= ? AND kind <> 'test' AND coalesce(message, '') <> 'unwanted' ORDER BY made, seq LIMIT ?",
        platform,
        channel,
        since,
        limit,
      )
    ).map(owedOf),
  /** The last that the channel was told. */
  last: async ({ platform, channel }: ChannelRef): Promise<OutboxRow | undefined> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE platform = ? AND channel = ? AND state = 'sent' AND kind <> 'test' AND message <> 'unwanted' ORDER BY sent DESC, seq DESC LIMIT 1",
        platform,
        channel,
      )
    ).map(owedOf)[0],
  /** Messages that the channel got since a moment, and when the first of them was. */
  sentSince: async ({ platform, channel }: ChannelRef, since: number): Promise<{ messages: number; first: number }> => {
    const row = await db.get(
      "SELECT count(DISTINCT message) AS n, min(sent) AS first FROM outbox WHERE state = 'sent' AND message <> 'unwanted' AND platform = ? AND channel = ? AND sent > ?",
      platform,
      channel,
      since,
    );
    return { messages: Number(row?.n), first: Number(row?.first) };
  },
  /** What has come due in a channel, in the order it was promised. */
  dueIn: async ({ platform, channel }: ChannelRef, now: number, limit: number): Promise<OutboxRow[]> =>
    (
      await db.all(
        "SELECT * FROM outbox WHERE state = 'waiting' AND platform = ? AND channel = ? AND due <= ? ORDER BY seq LIMIT ?",
        platform,
        channel,
        now,
        limit,
      )
    ).map(owedOf),
  /** Told, or `unwanted`; the channel is well again, and nothing is on its way. */
  async sent({ platform, channel }: ChannelRef, seqs: readonly number[], message: string, now: number): Promise<void> {
    await db.transaction(async () => {
      for (const seq of seqs)
        await db.run(
          "UPDATE outbox SET state = 'sent', message = ?, sent = ?, error = NULL WHERE seq = ?",
          message,
          now,
          seq,
        );
      await db.run('UPDATE lane SET tries = 0, sending = NULL WHERE platform = ? AND channel = ?', platform, channel);
    });
  },
  /** Puts aside what cannot be told; the channel is well, and nothing is on its way. */
  async fail({ platform, channel }: ChannelRef, seqs: readonly number[], error: string): Promise<void> {
    await db.transaction(async () => {
      for (const seq of seqs) await db.run("UPDATE outbox SET state = 'failed', error = ? WHERE seq = ?", error, seq);
      await db.run('UPDATE lane SET tries = 0, sending = NULL WHERE platform = ? AND channel = ?', platform, channel);
    });
  },
  /** Gives up all that a channel is owed. */
  async giveUp({ platform, channel }: ChannelRef, error: string): Promise<void> {
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
  /** What waits for a subscription is told now: its rhythm has changed. */
  async hasten({ platform, channel }: ChannelRef, now: number): Promise<void> {
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
