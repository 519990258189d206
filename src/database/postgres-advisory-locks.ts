import { EventEmitter } from 'node:events';
import type { Database } from './database.ts';
import { type Client, createExecutor, openClient } from './postgres-pool.ts';
import { createProcessLock } from './process-lock.ts';

/** A number for a name, among those of the same schema. */
export const lockOf = "hashtextextended(current_schema() || ' ' || ?, 0)";

interface AdvisoryLocks extends Pick<Database, 'withLock' | 'listen'> {
  close(): Promise<void>;
}

/**
 * One connection beside the pool, opened when it is first needed: it holds the advisory locks of work that runs alone,
 * which end with it, and listens. When it is lost, the next call opens another.
 */
export function createAdvisoryLocks(address: string): AdvisoryLocks {
  const heard = new EventEmitter().setMaxListeners(0);
  const here = createProcessLock();
  let held: Promise<Client> | undefined;

  async function open(): Promise<Client> {
    const client = await openClient(address);
    const lost = () => {
      held = undefined;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ channel }) => heard.emit(channel));
    for (const topic of heard.eventNames()) await client.query(`LISTEN "${String(topic)}"`);
    return client;
  }
  const client = (): Promise<Client> => {
    held ??= open().catch((error) => {
      held = undefined;
      throw error;
    });
    return held;
  };

  return {
    withLock: (name, work) =>
      here(name, async () => {
        const ask = createExecutor(await client());
        const got = await ask(`SELECT pg_try_advisory_lock(${lockOf}) AS got`, [name]);
        if (!got.rows[0]?.got) return undefined;
        try {
          return await work();
        } finally {
          // A lock of a lost connection has ended with it.
          await ask(`SELECT pg_advisory_unlock(${lockOf})`, [name]).catch(() => undefined);
        }
      }),
    async listen(topic, call) {
      const name = topic.replace(/\W/g, '');
      heard.on(name, call);
      await (await client()).query(`LISTEN "${name}"`);
      return () => heard.off(name, call);
    },
    async close() {
      const open = await held?.catch(() => undefined);
      await open?.end();
    },
  };
}
