import type { Database } from '../../database/database.ts';
import { minute } from '../../kernel/duration.ts';

/** Moments that a clock wrote are in the future only by so much, in milliseconds, where clocks are right. */
const skew = minute;
/** So many of the latest changes are looked at. */
const mostChanges = 10_000;

/**
 * Undoes what a clock that was fast has left behind: alerts and channels wait from now on as long as they were meant to,
 * and changes that were taken for too old are processed again. Nothing is queued twice by that. `now`: milliseconds since
 * 1970, by a clock that is right.
 */
export const clockRows = (db: Database) => ({
  mendClock: (now: number): Promise<void> =>
    db.transaction(async () => {
      const latest = now + skew;
      const alerts = "UPDATE outbox SET due = due - (made - ?), made = ? WHERE state = 'waiting' AND made > ?";
      const { changes } = await db.run(alerts, now, now, latest);
      const dues =
        "SELECT min(due) FROM outbox o WHERE state = 'waiting' AND o.platform = lane.platform AND o.channel = lane.channel";
      if (changes > 0) await db.run(`UPDATE lane SET due = coalesce((${dues}), due), lease = 0 WHERE due > ?`, now);
      await db.run('UPDATE lane SET due = ?, lease = 0 WHERE tries > 0 AND due > ?', now, now + 2 * 60 * minute);
      const last = `SELECT cursor, at FROM change ORDER BY cursor DESC LIMIT ${mostChanges}`;
      const first = `SELECT min(cursor) - 1 FROM (${last}) c WHERE at > ?`;
      const instant = new Date(latest).toISOString();
      await db.run(
        `UPDATE announced SET cursor = (${first}) WHERE name = 'announcer' AND cursor > (${first})`,
        instant,
        instant,
      );
    }),
});
