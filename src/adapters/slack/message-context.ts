import type { RequestContext } from '../../app/dispatcher.ts';
import type { Rights } from '../../kernel/question.ts';
import type { Person } from './user-directory.ts';

/** Where a question came from and where its answer goes. */
export interface MessageOrigin {
  team: string;
  channel: string;
  user: string;
  direct: boolean;
  /** Timestamp of the thread's first message; undefined for a slash command. */
  thread?: string;
  /** Slack's one-time address for answers to a command or a button: works where the bot is no member. */
  responseUrl?: string;
  /** The message is seen by the asker alone, so the answer must be too. */
  hidden?: boolean;
}

/** The name of the conversation a place belongs to. */
export const threadOf = ({ team, channel, thread, user }: MessageOrigin): string =>
  `slack:${team}:${channel}:${thread ?? `commands:${user}`}`;

/** A channel's own name among all workspaces. */
export const channelOf = ({ team, channel }: MessageOrigin): string => `${team}:${channel}`;

/** Who asks, from where: the same for a mention, a message, a command and a button. */
export function toRequestContext(
  place: MessageOrigin,
  person: Omit<Person, 'admin'>,
  rights: Rights,
  askedAt: Date,
  thread = threadOf(place),
): RequestContext {
  const { team, channel, user, direct } = place;
  return {
    asker: {
      id: user,
      ...(person.name === undefined ? {} : { name: person.name }),
      locale: person.locale,
      timeZone: person.timeZone,
      ...rights,
    },
    channel: { platform: 'slack', id: channelOf(place), kind: direct ? 'direct' : 'channel' },
    thread,
    ...(direct ? { within: `slack:${team}:${channel}` } : {}),
    askedAt,
  };
}

/** What a person wrote, without Slack's markup: mentions of people and groups go, links and channels become their words. */
export const stripMarkup = (text: string): string =>
  text
    .replace(/<@[^>]*>|<!subteam[^>]*>/g, ' ')
    .replace(/<!(?:date\^[^|>]*)\|([^>]*)>/g, '$1')
    .replace(/<[#!][^|>]*\|([^>]*)>/g, '$1')
    .replace(/<[#!][^>]*>/g, ' ')
    .replace(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
