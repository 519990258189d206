import type { EntityLinker } from '../entities/entity-linker.ts';
import { minute } from '../kernel/duration.ts';
import type { Settings } from '../settings/settings.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDelivery, type DeliveryDependencies } from './deliver.ts';
import { createProducer } from './producer.ts';

/** Between two polls where no notification arrives, in milliseconds. */
const pollInterval = 200;

export interface Alerts {
  start(): void;
  /** Produces and delivers nothing more; resolves when what is being sent is finished. Queued alerts stay queued. */
  stop(): Promise<void>;
}

export interface AlertsOptions extends Omit<DeliveryDependencies, 'now'> {
  settings: Settings;
  names: EntityLinker;
  clock?: Clock;
}

/**
 * The alert pipeline, from the change log to the channels, one file a stage:
 *
 *     produce   producer.ts                the change log from a cursor on; alerts-for-change.ts: a change → alerts
 *     match     matching-subscriptions.ts  an incident → subscriptions, over subscription-index.ts
 *     queue     store/outbox.ts            alerts and cursor in one transaction
 *     lease     store/channel-leases.ts    a channel is delivered to by one process at a time
 *     group     grouping.ts                due alerts → messages, within rate limits
 *     compose   compose-notification.ts    a group → an answer, and its thread
 *     deliver   deliver.ts                 sends, retries, gives up; deliver-channel.ts: one channel, in order
 *     log       notification-log.ts        what channels were sent, have queued or missed
 *
 * Polls, and wakes up at once for changes of this process or, on PostgreSQL, of any.
 */
export function createAlerts({ clock = systemClock, ...options }: AlertsOptions): Alerts {
  const produce = createProducer(options);
  const delivery = createDelivery({ ...options, now: clock.now });
  let running: Promise<void> | undefined;
  let news = Promise.withResolvers<void>();
  const stopping = new AbortController();

  async function untilNews(signal: AbortSignal): Promise<void> {
    await Promise.race([news.promise, clock.sleep(pollInterval, signal)]);
    news = Promise.withResolvers();
  }

  async function run(signal: AbortSignal): Promise<void> {
    const { outbox, leases } = options.rows;
    const mend = () =>
      outbox
        .mendClock(clock.now())
        .catch((error) => options.log.error({ err: error }, 'alerts: the clock was not mended'));
    let latest = clock.now();
    await mend();
    const stopListening = await outbox.listen(() => news.resolve()).catch(() => () => undefined);
    await leases.releaseDead().catch((error) => options.log.error({ err: error }, 'alerts: leases were not released'));
    while (!signal.aborted) {
      // Put back: what it wrote before would wait for as long as it was fast.
      if (clock.now() < latest - minute) await mend();
      latest = clock.now();
      try {
        while ((await produce(clock.now())) > 0 && !signal.aborted) await delivery.deliverDue();
        await delivery.deliverDue();
      } catch (error) {
        options.log.error({ err: error }, 'alerts: a run failed');
      }
      await untilNews(signal);
    }
    stopListening();
  }

  return {
    start() {
      running = run(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await running;
      await delivery.idle();
    },
  };
}
