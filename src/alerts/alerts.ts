import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Settings } from '../settings/settings.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDelivery, type DeliveryDependencies } from './deliver.ts';
import { createProducer } from './producer.ts';

/** Between two looks where nothing is heard of. */
const pause = 200;

export interface Alerts {
  start(): void;
  /** Announces and delivers no more; what is on its way is finished, the rest is kept. */
  stop(): Promise<void>;
}

export interface AlertsOptions extends Omit<DeliveryDependencies, 'now'> {
  settings: Settings;
  names: EntityLinker;
  clock?: Clock;
}

/** Looks several times a second for what was applied, by this process or another, and tells who asked. */
export function createAlerts({ clock = systemClock, ...options }: AlertsOptions): Alerts {
  const announce = createProducer(options);
  const delivery = createDelivery({ ...options, now: clock.now });
  let running: Promise<void> | undefined;
  let heard = Promise.withResolvers<void>();
  const stopping = new AbortController();

  /** Until something is heard of, also while it looked, or a while. */
  async function rest(signal: AbortSignal): Promise<void> {
    await Promise.race([heard.promise, clock.sleep(pause, signal)]);
    heard = Promise.withResolvers();
  }

  async function run(signal: AbortSignal): Promise<void> {
    const deaf = await options.rows.outbox.listen(() => heard.resolve()).catch(() => () => undefined);
    await options.rows.leases.reclaim().catch((error) => options.log.error({ err: error }, 'alerts: could not begin'));
    while (!signal.aborted) {
      try {
        while ((await announce(clock.now())) > 0 && !signal.aborted) await delivery.deliver();
        await delivery.deliver();
      } catch (error) {
        options.log.error({ err: error }, 'alerts: could not announce');
      }
      await rest(signal);
    }
    deaf();
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
