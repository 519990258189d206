import type { Answer } from '../answers/document/answer.ts';

/** How a platform is told of its own accord. A failure that may pass is any error; one that will not is a ChannelGone. */
export interface Notifier {
  /** `once` names this message: the same name again is the same message. Returns the platform's id of it. */
  send(channel: string, answer: Answer, once: string): Promise<string>;
  /** Puts an answer in the place of the message. Throws MessageGone when it was deleted. */
  edit(channel: string, message: string, answer: Answer): Promise<void>;
  /** Says something under the message. */
  reply(channel: string, message: string, answer: Answer, once: string): Promise<string>;
  /** Tells one person of the channel, by the platform's id of them. */
  notifyPerson(channel: string, person: string, answer: Answer, once: string): Promise<void>;
  /**
   * The id of a message that may have arrived although nobody heard so, sent since then, under another message where
   * one is given. Missing where the platform drops twins itself.
   */
  findSent?(channel: string, once: string, since: number, under?: string): Promise<string | undefined>;
  /** The name of the conversation that begins under a message. */
  threadOf(channel: string, message: string, once: string): string;
}

/** The channel was deleted, or the bot may not write there any more; the message says which. */
export class ChannelGone extends Error {}

/** The message was deleted. */
export class MessageGone extends Error {}
