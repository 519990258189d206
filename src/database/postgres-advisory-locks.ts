import { EventEmitter } from 'node:events';
import type { Database } from './database.ts';
import { type Client, createExecutor, openClient } from './postgres-pool.ts';
import { createProcessLock } from './process-lock.ts';

/** SQL for the key of an advisory lock: a hash of the schema and a name. */
export const lockKey = "hashtextextended(current_schema() || ' ' || ?, 0)";

interface AdvisoryLocks extends Pick<Database, 'withLock' | 'listen'> {
  close(): Promise<void>;
}

/**
 * One connection beside the pool, opened at first use, that holds advisory locks, which end with it, and listens. When it
 * is lost, the next call opens another.
 */
export function createAdvisoryLocks(address: string): AdvisoryLocks {
  const topics = new EventEmitter().setMaxListeners(0);
  const processLock = createProcessLock();
  let connection: Promise<Client> | undefined;

  async function open(): Promise<Client> {
    const client = await openClient(address);
    const lost = () => {
      connection = undefined;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ channel }) => topics.emit(channel));
    for (const topic of topics.eventNames()) await client.query(`LISTEN "${String(topic)}"`);
    return client;
  }
  const client = (): Promise<Client> => {
    connection ??= open().catch((error) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };

  return {
    withLock: (name, work) =>
      processLock(name, async () => {
        const execute = createExecutor(await client());
        const { rows } = await execute(`SELECT pg_try_advisory_lock(${lockKey}) AS locked`, [name]);
        if (!rows[0]?.locked) return undefined;
        try {
          return await work();
        } finally {
          // The lock of a lost connection has ended with it.
          await execute(`SELECT pg_advisory_unlock(${lockKey})`, [name]).catch(() => undefined);
        }
      }),
    async listen(topic, onNotify) {
      const name = topic.replace(/\W/g, '');
      topics.on(name, onNotify);
      await (await client()).query(`LISTEN "${name}"`);
      return () => topics.off(name, onNotify);
    },
    async close() {
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
