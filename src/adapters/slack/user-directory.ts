import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isZone } from '../../config/config.ts';
import { hour } from '../../kernel/duration.ts';

export interface Person {
  name?: string;
  locale: string;
  timeZone: string;
  /** An admin or owner of the bot's own workspace. */
  admin: boolean;
}

/** What Slack tells of someone; undefined where it does not. */
type SlackProfile = Omit<Person, 'timeZone' | 'locale'> & Partial<Person>;

/** Who someone is: their zone, locale and standing. Never fails. */
export type UserDirectory = (team: string, user: string, client: webApi.WebClient) => Promise<SlackProfile>;

export interface UserDirectoryOptions {
  /** The bot's own workspace; undefined where many install it. */
  own(): string | undefined;
  log: Logger;
}

const profile = z.object({
  real_name: z.string().optional().catch(undefined),
  tz: z.string().refine(isZone).optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
  team_id: z.string().optional().catch(undefined),
  is_admin: z.boolean().optional().catch(undefined),
  is_owner: z.boolean().optional().catch(undefined),
});

const mostKept = 10_000;

export function createUserDirectory({ own, log }: UserDirectoryOptions): UserDirectory {
  const kept = new LRUCache<string, Promise<SlackProfile>>({ max: mostKept, ttl: hour });
  async function ask(team: string, user: string, client: webApi.WebClient): Promise<SlackProfile> {
    const { user: told } = await client.users.info({ user, include_locale: true });
    const known = profile.parse(told ?? {});
    return {
      ...(known.locale === undefined ? {} : { locale: known.locale }),
      ...(known.real_name ? { name: known.real_name } : {}),
      ...(known.tz === undefined ? {} : { timeZone: known.tz }),
      // Slack Connect: someone else's admin, in a channel that is shared with them, is none of ours.
      admin: (known.is_admin === true || known.is_owner === true) && known.team_id === (own() ?? team),
    };
  }
  return (team, user, client) => {
    const key = `${team}:${user}`;
    const found = kept.get(key);
    if (found) return found;
    const person = ask(team, user, client).catch((error: Error) => {
      log.warn({ err: error.message }, 'Slack: users.info failed; the default zone and locale stand in');
      kept.delete(key);
      return { admin: false };
    });
    kept.set(key, person);
    return person;
  };
}
