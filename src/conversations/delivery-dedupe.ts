import { day } from '../kernel/duration.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import type { ConversationRows } from './store.ts';

/** True the first time a delivery's key is told, false for a day after it, over restarts. */
export type DeliveryDedupe = (key: string, now?: number) => Promise<boolean>;

export function openDeliveryDedupe({ heard }: Pick<ConversationRows, 'heard'>): DeliveryDedupe {
  const sweep = atMostHourly((now) => heard.removeBefore(now - day));
  return async (key, now = Date.now()) => {
    await sweep(now);
    return heard.add(key, now);
  };
}
