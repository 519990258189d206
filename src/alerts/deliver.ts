import type { Logger } from 'pino';
import { hour, second } from '../kernel/duration.ts';
import { backoff } from '../kernel/retry.ts';
import { type ComposerDependencies, createNotificationComposer } from './compose-notification.ts';
import { createChannelDelivery } from './deliver-channel.ts';
import { defaultRateLimits, type RateLimits } from './grouping.ts';
import { ChannelGone, type Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import { type ChannelLease, LeaseLost } from './store/channel-leases.ts';
import { createTroubleTeller } from './tell-troubles.ts';

const maxChannels = 200;
const maxTries = 12;
const pauses = { first: 2 * second, longest: hour };

export interface DeliveryDependencies extends ComposerDependencies {
  /** By platform. */
  notifiers: ReadonlyMap<string, Notifier>;
  log: Logger;
  /** Milliseconds since 1970. */
  now(): number;
  limits?: RateLimits;
}

/** Delivers queued alerts: in order within a channel, channels concurrently. Failures are retried, and logged rather than thrown. */
export function createDelivery({ notifiers, log, now, limits = defaultRateLimits, ...stores }: DeliveryDependencies) {
  const { rows, subscriptions } = stores;
  const { outbox, leases } = rows;
  const composer = createNotificationComposer(stores);
  const deliverChannel = createChannelDelivery({ rows, subscriptions, composer, log, now, limits });
  const running = new Map<string, Promise<void>>();
  const tellTroubles = createTroubleTeller({ notifiers, subscriptions, composer, log });

  /** A channel that is gone, or has failed too often: its subscriptions are paused, and their owners notified. */
  async function giveUp(notifier: Notifier, lease: ChannelLease, { message }: Error): Promise<void> {
    const channel = channelKey(lease);
    await outbox.failAll(lease, message);
    const all = await subscriptions.of(lease);
    for (const { id } of all) await subscriptions.change(id, { paused: message });
    log.error({ channel, err: message }, 'alerts: gave up; the subscriptions are paused');
    for (const [owner, owned] of Map.groupBy(all, (s) => s.owner))
      if (owner !== undefined)
        await composer
          .notifyOwner(notifier, owner, owned, 'paused', message)
          .catch((err) => log.warn({ channel, owner, err }, 'alerts: the owner could not be notified'));
  }

  async function retryLater(lease: ChannelLease, { message }: Error): Promise<void> {
    log.warn({ channel: channelKey(lease), err: message, tries: lease.tries }, 'alerts: delivery failed; will retry');
    await leases.reschedule(lease, now() + backoff(lease.tries, pauses));
  }

  async function deliverLeased(notifier: Notifier, lease: ChannelLease): Promise<void> {
    try {
      await leases.release(lease, await deliverChannel(notifier, lease));
    } catch (thrown) {
      const error = thrown as Error;
      if (error instanceof LeaseLost) return;
      if (error instanceof ChannelGone || lease.tries >= maxTries) await giveUp(notifier, lease, error);
      else await retryLater(lease, error);
    }
  }

  function begin(notifier: Notifier, lease: ChannelLease): void {
    const key = channelKey(lease);
    // A channel that was claimed again just as its last delivery ends waits for that end.
    const work: Promise<void> = (running.get(key) ?? Promise.resolve())
      .then(() => deliverLeased(notifier, lease))
      .catch((error) => log.error({ err: error, channel: key }, 'alerts: a delivery failed'))
      .finally(() => {
        if (running.get(key) === work) running.delete(key);
      });
    running.set(key, work);
  }

  return {
    /** Claims due channels and begins to deliver to them, without waiting for the end. */
    async deliverDue(): Promise<void> {
      for (const [platform, notifier] of notifiers) {
        const busy = [...running.keys()].filter((key) => key.startsWith(`${platform}:`)).length;
        for (const lease of await leases.claim(platform, now(), maxChannels - busy)) begin(notifier, lease);
      }
      await tellTroubles();
    },
    /** Resolves when no delivery is running. */
    async idle(): Promise<void> {
      while (running.size) await Promise.all(running.values());
    },
  };
}
