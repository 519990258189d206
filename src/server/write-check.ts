import { isDiskFull } from '../database/disk-full.ts';
import { second } from '../kernel/duration.ts';
import type { Settings } from '../settings/settings.ts';

const patience = 2 * second;
const late = Symbol('late');

/** A check that writes: what keeps the database from being written, or undefined. One write at a time, whoever asks. */
export function createWriteCheck(settings: Pick<Settings, 'put'>, now = Date.now): () => Promise<string | undefined> {
  let writing: Promise<string | undefined> | undefined;
  const write = async (): Promise<string | undefined> => {
    try {
      await settings.put('health', 'written', now());
      return undefined;
    } catch (error) {
      return isDiskFull(error) ? 'the disk is full' : `it cannot be written: ${(error as Error).message}`;
    } finally {
      writing = undefined;
    }
  };
  return async () => {
    writing ??= write();
    const { promise, resolve } = Promise.withResolvers<typeof late>();
    const timer = setTimeout(resolve, patience, late);
    const state = await Promise.race([writing, promise]);
    clearTimeout(timer);
    return state === late ? 'it waits to be written: another program has locked it, or it is slow' : state;
  };
}
