import type { RequestContext } from '../../app/dispatcher.ts';
import type { Rights } from '../../kernel/question.ts';
import { plainWords } from '../plain-words.ts';
import type { Person } from './user-directory.ts';

/** Where a request came from and where its answer goes. */
export interface MessageOrigin {
  team: string;
  channel: string;
  user: string;
  direct: boolean;
  /** Timestamp of the thread's first message; undefined for a slash command. */
  thread?: string;
  /** The thread has answers already: only there does Slack show a message for the asker alone. */
  started?: boolean;
  /** Slack's response_url of a command or a button: works in channels without the bot. */
  responseUrl?: string;
  /** The message is ephemeral, so the answer must be too. */
  hidden?: boolean;
}

/** The key of the conversation that a request belongs to. */
export const threadOf = ({ team, channel, thread, user }: MessageOrigin): string =>
  `slack:${team}:${channel}:${thread ?? `commands:${user}`}`;

/** The key of a channel, unique among workspaces. */
export const channelOf = ({ team, channel }: MessageOrigin): string => `${team}:${channel}`;

/** The asker, channel and conversation of a request: the same for mentions, messages, commands and buttons. */
export function toRequestContext(
  origin: MessageOrigin,
  person: Omit<Person, 'admin'>,
  rights: Rights,
  askedAt: Date,
  thread = threadOf(origin),
): RequestContext {
  const { team, channel, user, direct } = origin;
  return {
    asker: {
      id: user,
      ...(person.name === undefined ? {} : { name: person.name }),
      locale: person.locale,
      timeZone: person.timeZone,
      ...rights,
    },
    channel: { platform: 'slack', id: channelOf(origin), kind: direct ? 'direct' : 'channel', tenant: `slack:${team}` },
    thread,
    ...(direct ? { within: `slack:${team}:${channel}` } : {}),
    askedAt,
  };
}

/** The words of a message: mentions of people, groups and channels are removed, links become their labels. */
export const stripMarkup = (text: string): string =>
  plainWords(
    text
      .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
      .replace(/<[@#!][^>]*>/g, ' ')
      .replace(/<[^|>]*\|([^>]*)>/g, '$1')
      .replace(/<([^>]*)>/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
