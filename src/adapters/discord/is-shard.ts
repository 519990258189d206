/** Whether this process is a shard: discord.js sets the variable. */
export const isShard = (environment: NodeJS.ProcessEnv): boolean => environment.SHARDING_MANAGER !== undefined;
