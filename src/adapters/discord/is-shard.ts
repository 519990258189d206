/** Set by discord.js in the processes that it starts for shards. */
export const isShard = (environment: NodeJS.ProcessEnv): boolean => environment.SHARDING_MANAGER !== undefined;
