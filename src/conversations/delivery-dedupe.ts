import { hourly } from '../kernel/throttle.ts';
import type { Rows } from './store.ts';

const day = 24 * 60 * 60 * 1000;

/** True the first time a delivery's key is told, false for a day after it, over restarts. */
export type Heard = (key: string, now?: number) => Promise<boolean>;

export function openHeard({ heard }: Pick<Rows, 'heard'>): Heard {
  const sweep = hourly((now) => heard.removeBefore(now - day));
  return async (key, now = Date.now()) => {
    await sweep(now);
    return heard.add(key, now);
  };
}
