import { DiscordAPIError, HTTPError } from 'discord.js';
import { AdapterError } from '../adapter.ts';

const token =
  'Copy it anew from discord.com/developers/applications, Bot, Reset Token, into DISCORD_TOKEN, then start again';

/** Gateway close codes after which reconnecting is useless. Source: discord.com/developers/docs, close event codes. */
const closes: Record<number, string> = {
  4004: `the token in DISCORD_TOKEN is not valid any more. ${token}`,
  4010: 'the shard is not valid. Set DISCORD_SHARDS to auto, then start again',
  4011: 'the bot is in too many servers for one shard. Set DISCORD_SHARDS to auto, then start again',
  4013: 'the gateway refused the intents. Please report this',
  4014: 'the gateway refused the intents. Please report this',
};

/** A gateway close code as an error with the remedy. */
export const explainClose = (code: number): AdapterError =>
  new AdapterError(
    `Discord: ${closes[code] ?? `the gateway closed the connection for good (${code}). Restart Sitrep`}.`,
  );

/** A failed login or REST call as an error with the remedy. */
export function explainLogin(error: unknown): AdapterError {
  const { code, status, message } = error as { code?: unknown; status?: number; message: string };
  if (code === 'TokenInvalid' || status === 401)
    return new AdapterError(`Discord: the token in DISCORD_TOKEN is not valid. ${token}.`);
  const close = /\b(40\d\d)\b/.exec(String(code))?.[1] ?? (/disallowed intents/i.test(message) ? '4014' : undefined);
  if (close) return explainClose(Number(close));
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return new AdapterError(`Discord refused (${status}): ${message}. Try again in some minutes.`);
  return new AdapterError(`Discord could not be reached: ${message}. Check the network, then start again.`);
}
