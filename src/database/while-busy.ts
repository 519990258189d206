import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from './database.ts';

const busy = 5;
/** Extended codes keep the primary one in their last byte. */
export const isBusy = (error: unknown): boolean => {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === busy;
};

/** Milliseconds to wait for another process, and between two tries. */
const [patience, first, longest] = [15_000, 5, 100];

/** Another process has locked the file for longer than anybody waits. */
export class DatabaseBusy extends DatabaseError {}

/** Runs work again while another process locks the file; the event loop goes on meanwhile. Throws DatabaseBusy. */
export async function whileBusy<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + patience;
  for (let pause = first; ; pause = Math.min(longest, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > end)
        throw new DatabaseBusy(`Another program has locked the database ${file} for ${patience / 1000} s.`, {
          cause: error,
        });
      await sleep(pause);
    }
  }
}
