import type { ClarificationChoice, DeclineReason } from '../../reading/parse-result.ts';
import type { SmallTalk } from '../../reading/small-talk.ts';

/** Messages about questions that are not answered, and about the conversation itself. */
export interface ClarificationMessages {
  /** `choices` are one list: "A or B". */
  which(choices: string): string;
  unknown(name: string, choices: string | undefined): string;
  change: string;
  unread(said: string): string;
  alone(said: string): string;
  nth(shown: number | undefined): string;
  /** What may be chosen. */
  choice(means: ClarificationChoice['means']): string;
  /** A reading that was not taken. */
  instead(means: ClarificationChoice['means']): string;
  declined(why: DeclineReason): string;
  tooLong(length: number, most: number): string;
  over: string;
  nothingToExplain: string;
  failed(reference: string): string;
  tooSlow: string;
  expired: string;
  /** So many of the incidents of a page are in this message. */
  pageFits(shown: number, of: number): string;
  /** The menu that shows one of several incidents in full. */
  detailsOf: string;
  /** Until the dossier of an incident is there, and where it is no more. */
  lookingUp: string;
  /** The platform refused the answer, also as plain text. */
  undelivered(reference: string): string;
  /** In the place of an answer whose question was deleted. */
  withdrawn: string;
  /** In the place of an answer whose question was edited into one for the asker alone. */
  answeredAlone: string;
  /** In the channel, where the asker accepts no direct messages. */
  closedToDirect: string;
  thanks: { right: string; wrong: string };
  talk: Record<SmallTalk, string>;
}
