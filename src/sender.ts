import type { Answer } from './answers/answer.ts';

/** How a platform is told of its own accord. A failure that may pass is any error; one that will not is a ChannelGone. */
export interface Sender {
  /** `once` names this message: the same name again is the same message. Returns the platform's id of it. */
  send(channel: string, answer: Answer, once: string): Promise<string>;
  /** Puts an answer in the place of the message. */
  edit(channel: string, message: string, answer: Answer): Promise<void>;
  /** Says something under the message. */
  reply(channel: string, message: string, answer: Answer, once: string): Promise<string>;
}

/** The channel was deleted, or the bot may not write there any more; the message says which. */
export class ChannelGone extends Error {}
