import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../../database/database.ts';
import { minute } from '../../kernel/duration.ts';
import type { ChannelRef } from './channel.ts';

/** The message that was being sent when its process last wrote, stored as JSON: its dedupe key, and the outbox rows in it. */
export interface InFlight {
  once: string;
  seqs: number[];
  /** When sending began, in milliseconds since 1970. */
  at: number;
  /** The id of the message it replies to. */
  under?: string;
}

/** A channel with queued alerts, leased to this process. */
export interface ChannelLease extends ChannelRef {
  /** How often delivery has failed since it last succeeded. */
  tries: number;
  /** An InFlight, as JSON. */
  sending?: string;
}

/** Another process has claimed the channel since: what this one knows of it is out of date. */
export class LeaseLost extends Error {}

/** Of this process: several hold leases where tests open a database twice. */
const own = new Set<string>();

/** A name for a holder of leases, by which other processes of the machine can tell whether it still runs. */
export function newHolder(): string {
  const holder = `${hostname()} ${process.pid} ${randomUUID()}`;
  own.add(holder);
  return holder;
}

/** Whether the process that a holder was named in is known to have ended. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (own.has(holder) || host !== hostname() || !pid || !/^\d+$/.test(pid)) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** How long a lease lasts unless it is renewed, in milliseconds: longer than any platform takes to respond. */
export const defaultLease = 2 * minute;

/** Locks the selected rows until the transaction ends. SQLite allows one writer at a time anyway. */
export const forUpdate = ({ engine }: Pick<Database, 'engine'>, more = ''): string =>
  engine === 'postgres' ? ` FOR UPDATE${more}` : '';

const byChannel = 'platform = ? AND channel = ?';

/**
 * Leases of channels with queued alerts, held by one process at a time. `holder` names this process, `lease` is the
 * length of a lease in milliseconds. Moments are milliseconds since 1970.
 */
export const channelLeaseRows = (db: Database, holder: string, lease: number) => ({
  /** Claims due channels that are unclaimed or whose lease has expired: at most `limit`, the earliest due. */
  claim: async (platform: string, now: number, limit: number): Promise<ChannelLease[]> => {
    if (limit <= 0) return [];
    const due = `SELECT channel FROM lane WHERE platform = ? AND due <= ? AND lease <= ? ORDER BY due LIMIT ?${forUpdate(db, ' SKIP LOCKED')}`;
    const claimed = await db.all(
      `UPDATE lane SET holder = ?, lease = ? WHERE platform = ? AND channel IN (${due}) RETURNING *`,
      ...[holder, now + lease, platform, platform, now, now, limit],
    );
    return claimed.map((row) => ({
      platform: String(row.platform),
      channel: String(row.channel),
      tries: Number(row.tries),
      ...(row.sending === null ? {} : { sending: String(row.sending) }),
    }));
  },
  /** At startup: releases what processes of this machine left behind that run no more; other leases expire. */
  async releaseDead(): Promise<void> {
    const held = await db.all('SELECT DISTINCT holder FROM lane WHERE lease > 0 AND holder IS NOT NULL');
    for (const other of held.map((row) => String(row.holder)))
      if (isDead(other)) await db.run('UPDATE lane SET holder = NULL, lease = 0 WHERE holder = ?', other);
  },
  /**
   * Renews the lease and records what is about to be sent, so that a crash leaves a trace. Returns until when sending
   * may begin. Throws LeaseLost.
   */
  async startSending({ platform, channel }: ChannelRef, sending: InFlight, now: number): Promise<number> {
    const sql = `UPDATE lane SET sending = ?, lease = ? WHERE ${byChannel} AND holder = ?`;
    const { changes } = await db.run(sql, JSON.stringify(sending), now + lease, platform, channel, holder);
    if (changes === 0) throw new LeaseLost(`${platform}:${channel}`);
    // The other half is for the platform's response.
    return now + lease / 2;
  },
  /**
   * Releases a channel until its next alert is due, but those up to `hold.upTo` (a sequence number) not before
   * `hold.until`; deletes its row where nothing is queued.
   */
  async release({ platform, channel }: ChannelRef, hold: { upTo: number; until: number }): Promise<void> {
    await db.transaction(async () => {
      const held = await db.get(
        `SELECT due FROM lane WHERE ${byChannel} AND holder = ?${forUpdate(db)}`,
        platform,
        channel,
        holder,
      );
      if (!held) return;
      const earliest = `SELECT min(CASE WHEN seq > ? OR due > ? THEN due ELSE ? END) AS due FROM outbox WHERE state = 'waiting' AND ${byChannel}`;
      const next = (await db.get(earliest, hold.upTo, hold.until, hold.until, platform, channel))?.due;
      if (typeof next === 'number') {
        const sql = `UPDATE lane SET due = ?, holder = NULL, lease = 0 WHERE ${byChannel}`;
        await db.run(sql, next, platform, channel);
      } else await db.run(`DELETE FROM lane WHERE ${byChannel}`, platform, channel);
    });
  },
  /** Releases a channel whose delivery failed until a moment. What was in flight may have arrived, so it stays recorded. */
  async reschedule({ platform, channel }: ChannelRef, due: number): Promise<void> {
    const sql = `UPDATE lane SET tries = tries + 1, due = ?, holder = NULL, lease = 0 WHERE ${byChannel} AND holder = ?`;
    await db.run(sql, due, platform, channel, holder);
  },
});
