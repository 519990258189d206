import type { Database } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';

/** What was on its way when a lane was last heard of: the message's name, and what it tells. */
export interface InFlight {
  once: string;
  seqs: number[];
  /** When it began. */
  at: number;
  /** The message it is said under. */
  under?: string;
}

/** A channel that is owed something. */
export interface ChannelLease extends ChannelRef {
  tries: number;
  /** A Sending, as JSON. */
  sending?: string;
}

/** Another process has the lane in hand: what this one knows of it is no longer so. */
export class LeaseLost extends Error {}

/** How long a lane stays in hand without a word, in milliseconds: longer than any platform takes for an answer. */
export const defaultLease = 120_000;

/** Rows that nobody else may change until the transaction ends. SQLite lets one write at a time anyway. */
export const forUpdate = ({ engine }: Pick<Database, 'engine'>, more = ''): string =>
  engine === 'postgres' ? ` FOR UPDATE${more}` : '';

const here = 'platform = ? AND channel = ?';

/** The channels that are owed something, as rows: which to look at, and when. */
export const channelLeaseRows = (db: Database, holder: string, lease: number) => ({
  /** Takes those in hand that have come due and nobody else has: a dead process's when its lease has ended. */
  take: async (platform: string, now: number, limit: number): Promise<ChannelLease[]> => {
    if (limit <= 0) return [];
    const due = `SELECT channel FROM lane WHERE platform = ? AND due <= ? AND lease <= ? ORDER BY due LIMIT ?${forUpdate(db, ' SKIP LOCKED')}`;
    const taken = await db.all(
      `UPDATE lane SET holder = ?, lease = ? WHERE platform = ? AND channel IN (${due}) RETURNING *`,
      ...[holder, now + lease, platform, platform, now, now, limit],
    );
    return taken.map((row) => ({
      platform: String(row.platform),
      channel: String(row.channel),
      tries: Number(row.tries),
      ...(row.sending === null ? {} : { sending: String(row.sending) }),
    }));
  },
  /** At a start: one process alone delivers from a file, so what is in hand there was so when the last one ended. */
  async reclaim(): Promise<void> {
    if (db.engine === 'sqlite') await db.run('UPDATE lane SET holder = NULL, lease = 0 WHERE lease > 0');
  },
  /** Before a message goes out, so that a crash on the way leaves a trace. Returns until when to let it go. Throws LaneLost. */
  async begin({ platform, channel }: ChannelRef, sending: InFlight, now: number): Promise<number> {
    const sql = `UPDATE lane SET sending = ?, lease = ? WHERE ${here} AND holder = ?`;
    const { changes } = await db.run(sql, JSON.stringify(sending), now + lease, platform, channel, holder);
    if (changes === 0) throw new LeaseLost(`${platform}:${channel}`);
    // The rest of the lease is for its way.
    return now + lease / 2;
  },
  /** Out of hand: looked at when the next thing comes due, and not before a moment; never when nothing waits. */
  async settle({ platform, channel }: ChannelRef, notBefore: number): Promise<void> {
    await db.transaction(async () => {
      const mine = await db.get(
        `SELECT due FROM lane WHERE ${here} AND holder = ?${forUpdate(db)}`,
        platform,
        channel,
        holder,
      );
      if (!mine) return;
      const waiting = `SELECT min(due) AS due FROM outbox WHERE state = 'waiting' AND ${here}`;
      const next = (await db.get(waiting, platform, channel))?.due;
      if (typeof next === 'number') {
        const sql = `UPDATE lane SET due = ?, holder = NULL, lease = 0 WHERE ${here}`;
        await db.run(sql, Math.max(next, notBefore), platform, channel);
      } else await db.run(`DELETE FROM lane WHERE ${here}`, platform, channel);
    });
  },
  /** It failed: what was on its way may have arrived, so its trace stays. */
  async later({ platform, channel }: ChannelRef, due: number): Promise<void> {
    const sql = `UPDATE lane SET tries = tries + 1, due = ?, holder = NULL, lease = 0 WHERE ${here} AND holder = ?`;
    await db.run(sql, due, platform, channel, holder);
  },
});
