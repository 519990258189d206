import type { Answer } from '../answers/document/answer.ts';
import type { RequestContext } from '../app/dispatcher.ts';

/** A message with an answer, as it was sent. */
export interface Sent {
  /** The conversation that replies to it belong to; undefined where nobody can reply to it. */
  conversation?: string | undefined;
  /** What the adapter needs to change it later, as JSON; undefined where it cannot be changed. */
  posted?: unknown;
}

/** How an answer is sent. */
export interface Sending {
  /** Of the saved actions of its buttons (saveButtonPayload); without one it has none. */
  key?: string;
  /** Without anything that a platform could refuse. */
  plain?: boolean;
  /** What was posted before in its place. */
  replaces?: unknown;
}

/** A platform does not take a message as it is; the message of the error says why. Nothing was posted. */
export class Refused extends Error {}

/** One thing asked of the bot, by whatever platform. */
export interface Request {
  /** The same delivery again has the same key. */
  delivery: string;
  /** Requests with the same key are answered in the order in which they came. */
  queueKey: string;
  /** The key of the message that asks: its answer follows when it is edited or deleted. */
  message?: string;
  /** The message was edited. `orNew`: it is answered even if it was not before. `writtenAt`: milliseconds since 1970. */
  edited?: { orNew: boolean; writtenAt: number };
  /** The conversation of the message that it replies to, where that is not its own. */
  repliesTo?: string | undefined;
  /** In the asker's words, to be kept with what they think of the answer. */
  question: string;
  context(): Promise<RequestContext>;
  work(context: RequestContext): Promise<Answer>;
  /** The part of the answer that one message holds, with a step to the rest. */
  fit?(answer: Answer): Answer;
  /** Throws Refused where the platform does not take the answer as it is. */
  send(answer: Answer, how: Sending): Promise<Sent | undefined>;
  /** Posts to everyone in the channel, where the answer itself was the asker's alone. */
  announce?(answer: Answer, key: string): Promise<void>;
}
