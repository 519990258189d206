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
  due: (platform: string, now: number, limit: number): Lane[] =>
    db
      .all('SELECT * FROM lane WHERE platform = ? AND due <= ? ORDER BY due LIMIT ?', platform, now, limit)
      .map((row) => ({
        platform: String(row.platform),
        channel: String(row.channel),
        tries: Number(row.tries),
        ...(row.sending === null ? {} : { sending: JSON.parse(String(row.sending)) as Sending }),
      })),
  /** Before a message goes out, so that a crash on the way leaves a trace. */
  begin({ platform, channel }: Channel, sending: Sending): void {
    db.run(
      'UPDATE lane SET sending = ? WHERE platform = ? AND channel = ?',
      JSON.stringify(sending),
      platform,
      channel,
    );
  },
  /** Looks again when the next thing comes due, and not before a moment; never when nothing waits. */
  settle({ platform, channel }: Channel, notBefore: number): void {
    db.transaction(() => {
      const next = db.get(
        "SELECT min(due) AS due FROM outbox WHERE state = 'waiting' AND platform = ? AND channel = ?",
        platform,
        channel,
      )?.due;
      if (typeof next === 'number')
        db.run(
          'UPDATE lane SET due = ? WHERE platform = ? AND channel = ?',
          Math.max(next, notBefore),
          platform,
          channel,
        );
      else db.run('DELETE FROM lane WHERE platform = ? AND channel = ?', platform, channel);
    });
  },
  /** It failed: what was on its way may have arrived, so its trace stays. */
  later({ platform, channel }: Channel, due: number): void {
    db.run('UPDATE lane SET tries = tries + 1, due = ? WHERE platform = ? AND channel = ?', due, platform, channel);
  },
});
