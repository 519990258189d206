import { day } from '../kernel/duration.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import type { ConversationRows } from './store.ts';

/** True the first time a delivery's key is told, false for a day after it, over restarts. */
export type DeliveryDedupe = (key: string, now?: number) => Promise<boolean>;

export function openDeliveryDedupe({ deliveries: rows }: Pick<ConversationRows, 'deliveries'>): DeliveryDedupe {
  const sweep = atMostHourly((now) => rows.removeBefore(now - day));
  return async (key, now = Date.now()) => {
    await sweep(now);
    return rows.add(key, now);
  };
}
