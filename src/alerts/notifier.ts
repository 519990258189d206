import type { Answer } from '../answers/document/answer.ts';

/**
 * Sends messages to a platform's channels unasked. Channels, messages and people are the platform's own ids. A transient
 * failure is any error; a permanent one of the channel is ChannelGone, one of the message MessageRefused. `dedupeKey` names a message: sending the same key again is the
 * same message.
 */
export interface Notifier {
  /** Returns the message's id. */
  send(channel: string, answer: Answer, dedupeKey: string): Promise<string>;
  /** Replaces a message's content. Throws MessageGone when it was deleted. */
  edit(channel: string, message: string, answer: Answer): Promise<void>;
  /** Replies in the thread of a message; returns the reply's id. Throws MessageGone when the message was deleted. */
  reply(channel: string, message: string, answer: Answer, dedupeKey: string): Promise<string>;
  /** Sends to one person of the channel, privately where the platform can. */
  notifyPerson(channel: string, person: string, answer: Answer, dedupeKey: string): Promise<void>;
  /**
   * The id of a message whose delivery was not confirmed but that may have arrived since a moment (milliseconds since
   * 1970), under `parent` where it was a reply; undefined where it did not. Absent where the platform drops duplicates.
   */
  findSent?(channel: string, dedupeKey: string, since: number, parent?: string): Promise<string | undefined>;
  /** The id of the conversation in a message's thread. */
  threadOf(channel: string, message: string, dedupeKey: string): string;
}

/** The channel was deleted, or the bot may no longer write there; the message says which. */
export class ChannelGone extends Error {}

/** The platform takes the message in no form, though it was tried as plain text too; the message says why. Others may be sent. */
export class MessageRefused extends Error {}

/** The message was deleted. */
export class MessageGone extends Error {}
