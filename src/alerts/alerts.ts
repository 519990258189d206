import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../settings/settings.ts';
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
  now?: () => number;
}

/** Looks several times a second for what was applied, by this process or another, and tells who asked. */
export function createAlerts({ now = Date.now, ...options }: AlertsOptions): Alerts {
  const announce = createProducer(options);
  const delivery = createDelivery({ ...options, now });
  let running: Promise<void> | undefined;
  let wake = () => {};
  const stopping = new AbortController();

  /** Until something is heard of, or a while. */
  async function rest(signal: AbortSignal): Promise<void> {
    const woken = new Promise<void>((done) => {
      wake = done;
    });
    await Promise.race([woken, sleep(pause, undefined, { signal }).catch(() => undefined)]);
  }

  async function run(signal: AbortSignal): Promise<void> {
    const deaf = await options.rows.outbox.listen(() => wake()).catch(() => () => undefined);
    await options.rows.leases.reclaim().catch((error) => options.log.error({ err: error }, 'alerts: could not begin'));
    while (!signal.aborted) {
      try {
        while ((await announce(now())) > 0 && !signal.aborted) await delivery.deliver();
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
