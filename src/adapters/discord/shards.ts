import { ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { minute } from '../../kernel/duration.ts';
import type { Adapter, AdapterError } from '../adapter.ts';
import { adapterBase } from './adapter-base.ts';
import { explainLogin } from './error-messages.ts';
import { isShard } from './is-shard.ts';

/** Disconnects from the shard manager: otherwise a shard's process does not end. */
export function leaveManager(): void {
  if (isShard(process.env) && process.connected) process.disconnect?.();
}

const grace = 25_000;

/** Discord in one process per shard. `program`: what discord.js starts, and restarts, for each. */
export function createShards(config: DiscordConfig, program: string, dispatcher: Dispatcher, log: Logger): Adapter {
  const { promise: failed } = Promise.withResolvers<AdapterError>();
  const manager = new ShardingManager(program, {
    token: config.token,
    totalShards: config.shards ?? 'auto',
    respawn: true,
  });
  manager.on('shardCreate', (shard) => {
    shard.on('death', () => log.warn({ shard: shard.id }, 'Discord: a shard ended'));
  });
  return {
    ...adapterBase(config, dispatcher, log),
    failed,
    connected: () => manager.shards.size > 0 && manager.shards.every((shard) => shard.ready),
    async start() {
      try {
        const shards = await manager.spawn({ timeout: minute });
        return `Discord: connected with ${shards.size} shards.`;
      } catch (error) {
        throw explainLogin(error);
      }
    },
    async stop() {
      manager.respawn = false;
      const children = manager.shards.map((shard) => shard.process).filter((child) => child !== null);
      const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of children) child.kill('SIGTERM');
      await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, grace).unref())]);
    },
  };
}
