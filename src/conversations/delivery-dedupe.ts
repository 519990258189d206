import { day } from '../kernel/duration.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import type { ConversationRows } from './store.ts';

/** True the first time it is called with a delivery's key, false for a day after that, also after a restart. `now`: milliseconds since 1970. */
export type DeliveryDedupe = (key: string, now?: number) => Promise<boolean>;

export function openDeliveryDedupe({ deliveries: rows }: Pick<ConversationRows, 'deliveries'>): DeliveryDedupe {
  const sweep = atMostHourly((now) => rows.removeBefore(now - day));
  return async (key, now = Date.now()) => {
    await sweep(now);
    return rows.add(key, now);
  };
}
