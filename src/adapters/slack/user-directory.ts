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

/** A user's profile; fields that Slack does not return are missing. */
type SlackProfile = Omit<Person, 'timeZone' | 'locale'> & Partial<Person>;

/** Looks up a user's profile; cached for an hour. Never throws: after an error the profile is `{ admin: false }`. */
export type UserDirectory = (team: string, user: string, client: webApi.WebClient) => Promise<SlackProfile>;

export interface UserDirectoryOptions {
  /** The bot's own workspace; undefined where many install it. */
  own(): string | undefined;
  log: Logger;
}

const profileSchema = z.object({
  real_name: z.string().optional().catch(undefined),
  tz: z.string().refine(isZone).optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
  team_id: z.string().optional().catch(undefined),
  is_admin: z.boolean().optional().catch(undefined),
  is_owner: z.boolean().optional().catch(undefined),
});

const mostCached = 10_000;

export function createUserDirectory({ own, log }: UserDirectoryOptions): UserDirectory {
  const cache = new LRUCache<string, Promise<SlackProfile>>({ max: mostCached, ttl: hour });
  async function lookUp(team: string, user: string, client: webApi.WebClient): Promise<SlackProfile> {
    const response = await client.users.info({ user, include_locale: true });
    const profile = profileSchema.parse(response.user ?? {});
    return {
      ...(profile.locale === undefined ? {} : { locale: profile.locale }),
      ...(profile.real_name ? { name: profile.real_name } : {}),
      ...(profile.tz === undefined ? {} : { timeZone: profile.tz }),
      // Slack Connect: an admin of another workspace, in a shared channel, is no admin here.
      admin: (profile.is_admin === true || profile.is_owner === true) && profile.team_id === (own() ?? team),
    };
  }
  return (team, user, client) => {
    const key = `${team}:${user}`;
    const found = cache.get(key);
    if (found) return found;
    const person = lookUp(team, user, client).catch((error: Error) => {
      log.warn({ err: error.message }, 'Slack: users.info failed; using the default zone and locale');
      cache.delete(key);
      return { admin: false };
    });
    cache.set(key, person);
    return person;
  };
}
