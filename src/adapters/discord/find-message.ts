import { type APIMessage, ComponentType, DiscordAPIError, type REST, Routes, SnowflakeUtil } from 'discord.js';
import { minute } from '../../kernel/duration.ts';

const mostPages = 10;
const pageSize = 100;
const clockSkew = minute;
/** Ids count from here. */
const discordBegan = Date.parse('2015-01-01T00:00:00Z');
/** The bot may not see the channel, or not what was written in it: then it cannot look. */
const hidden = new Set<string | number>([50001, 50013]);

/** The key of the saved payload that a message's buttons name; undefined where it has none. */
export function keyIn(components: APIMessage['components']): string | undefined {
  const [row] = components ?? [];
  const [first] = row?.type === ComponentType.ActionRow ? row.components : [];
  return first && 'custom_id' in first ? first.custom_id.split(':')[0] : undefined;
}

/**
 * The id of the channel's first message since a moment (milliseconds since 1970) that passes a test; undefined where none
 * of the next thousand does, or where the bot may not look.
 */
export async function findMessage(
  rest: REST,
  channel: string,
  since: number,
  isWanted: (message: APIMessage) => Promise<boolean>,
): Promise<string | undefined> {
  let after = String(SnowflakeUtil.generate({ timestamp: Math.max(discordBegan, since - clockSkew) }));
  try {
    for (let page = 0; page < mostPages; page++) {
      const query = new URLSearchParams({ after, limit: String(pageSize) });
      const found = ((await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]).toReversed();
      for (const message of found) if (await isWanted(message)) return message.id;
      const last = found.at(-1);
      if (!last || found.length < pageSize) return undefined;
      after = last.id;
    }
    return undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError && hidden.has(error.code)) return undefined;
    throw error;
  }
}
