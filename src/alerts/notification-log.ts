import type { ChannelRef } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow } from './store/outbox-row.ts';
import type { Subscription } from './subscriptions.ts';

/** What channels were sent, have queued or missed, and what commands may ask of the delivery. Moments: milliseconds since 1970. */
export interface NotificationLog {
  /** A channel's alerts queued since a moment, oldest first, at most `limit`. */
  since(channel: ChannelRef, since: number, limit: number): Promise<OutboxRow[]>;
  /** The last alert that was sent; undefined where there was none. */
  last(channel: ChannelRef): Promise<OutboxRow | undefined>;
  /** Queues a test alert for a subscription, with the incident of an id as an example. */
  test(subscription: Subscription, example: string | undefined, now: number): Promise<void>;
  /** Makes everything that is queued for a channel due now. */
  deliverNow(channel: ChannelRef, now: number): Promise<void>;
}

export const openNotificationLog = ({ outbox }: Pick<AlertRows, 'outbox'>): NotificationLog => ({
  since: outbox.since,
  last: outbox.last,
  deliverNow: outbox.deliverNow,
  async test({ id, platform, channel }, example, now) {
    const words = example === undefined ? [] : [example];
    const alert = { incident: `test ${id}`, revision: now, kind: 'test' as const };
    await outbox.enqueue([{ platform, channel, ...alert, subscriptions: [id], words, due: now }], now);
  },
});
