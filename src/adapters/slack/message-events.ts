import type { SlackEventMiddlewareArgs } from '@slack/bolt';

type MessageEvent = SlackEventMiddlewareArgs<'message'>['message'];

/** A message that a person wrote. */
export interface UserMessage {
  channel: string;
  ts: string;
  user: string;
  text: string;
  thread_ts?: string | undefined;
  /** When it was edited. */
  edited?: string | undefined;
}

interface Raw extends Partial<Omit<UserMessage, 'edited'>> {
  subtype?: string;
  bot_id?: string;
  edited?: { ts?: string };
}

const writtenSubtypes = new Set([undefined, 'file_share', 'thread_broadcast']);

/** A person's message, or nothing for edits, bots and people who join. */
function personal(raw: Raw, channel: string): UserMessage | undefined {
  const { ts, user, text = '', thread_ts, bot_id, subtype, edited } = raw;
  if (!writtenSubtypes.has(subtype) || !user || !ts || bot_id !== undefined) return undefined;
  return { channel, ts, user, text, thread_ts, edited: edited?.ts };
}

/** A new message. */
export const writtenIn = (event: MessageEvent): UserMessage | undefined => personal(event as Raw, event.channel);

/** An edited message, as it is now. A link that Slack unfolds is no edit. */
export function editedIn(event: MessageEvent): UserMessage | undefined {
  if (event.subtype !== 'message_changed') return undefined;
  const now = personal(event.message as Raw, event.channel);
  return now?.edited === undefined ? undefined : now;
}

/** A message that was deleted, as it was; one with replies is changed into a tombstone. */
export function deletedIn(event: MessageEvent): UserMessage | undefined {
  const deleted =
    event.subtype === 'message_deleted' ||
    (event.subtype === 'message_changed' && (event.message as Raw).subtype === 'tombstone');
  return deleted ? personal(event.previous_message as Raw, event.channel) : undefined;
}
