import type { Database } from '../../database/database.ts';
import type { Channel } from './channel.ts';

/** What was on its way when a lane was last heard of: the message's name, and what it tells. */
export interface Sending {
  once: string;
  seqs: number[];
  /** When it began. */
  at: number;
  /** The message it is said under. */
  under?: string;
}

/** A channel that is owed something. */
export interface Lane extends Channel {
  tries: number;
  sending?: Sending;
}

/** The channels that are owed something, as rows: which to look at, and when. */
export const laneRows = (db: Database) => ({
  due: async (platform: string, now: number, limit: number): Promise<Lane[]> =>
    (await db.all('SELECT * FROM lane WHERE platform = ? AND due <= ? ORDER BY due LIMIT ?', platform, now, limit)).map(
      (row) => ({
        platform: String(row.platform),
        channel: String(row.channel),
        tries: Number(row.tries),
        ...(row.sending === null ? {} : { sending: JSON.parse(String(row.sending)) as Sending }),
      }),
    ),
  /** Before a message goes out, so that a crash on the way leaves a trace. */
  async begin({ platform, channel }: Channel, sending: Sending): Promise<void> {
    await db.run(
      'UPDATE lane SET sending = ? WHERE platform = ? AND channel = ?',
      JSON.stringify(sending),
      platform,
      channel,
    );
  },
  /** Looks again when the next thing comes due, and not before a moment; never when nothing waits. */
  async settle({ platform, channel }: Channel, notBefore: number): Promise<void> {
    await db.transaction(async () => {
      const next = (
        await db.get(
          "SELECT min(due) AS due FROM outbox WHERE state = 'waiting' AND platform = ? AND channel = ?",
          platform,
          channel,
        )
      )?.due;
      if (typeof next === 'number')
        await db.run(
          'UPDATE lane SET due = ? WHERE platform = ? AND channel = ?',
          Math.max(next, notBefore),
          platform,
          channel,
        );
      else await db.run('DELETE FROM lane WHERE platform = ? AND channel = ?', platform, channel);
    });
  },
  /** It failed: what was on its way may have arrived, so its trace stays. */
  async later({ platform, channel }: Channel, due: number): Promise<void> {
    await db.run(
      'UPDATE lane SET tries = tries + 1, due = ? WHERE platform = ? AND channel = ?',
      due,
      platform,
      channel,
    );
  },
});
