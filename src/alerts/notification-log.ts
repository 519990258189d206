import type { ChannelRef } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow } from './store/outbox.ts';
import type { Subscription } from './subscriptions.ts';

/** What channels were told, are owed or missed, and what may be asked of the delivery. */
export interface NotificationLog {
  /** Since a moment in milliseconds, oldest first, at most `limit`. */
  since(channel: ChannelRef, since: number, limit: number): Promise<OutboxRow[]>;
  last(channel: ChannelRef): Promise<OutboxRow | undefined>;
  /** Sends a test the way an alert goes, with an incident as an example. */
  test(subscription: Subscription, example: string | undefined, now: number): Promise<void>;
  /** What waits in the channel is told now. */
  deliverNow(channel: ChannelRef, now: number): Promise<void>;
}

export const openNotificationLog = ({ outbox }: Pick<AlertRows, 'outbox'>): NotificationLog => ({
  since: outbox.since,
  last: outbox.last,
  deliverNow: outbox.hasten,
  async test({ id, platform, channel }, example, now) {
    const words = example === undefined ? [] : [example];
    const about = { incident: `test ${id}`, revision: now, kind: 'test' as const };
    await outbox.promise([{ platform, channel, ...about, subscriptions: [id], words, due: now }], now);
  },
});
