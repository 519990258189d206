import type { PlaceCandidate } from '../entities/entity-linker.ts';
import type { Frame } from '../frames/frame.ts';
import type { Query } from '../incidents/query.ts';
import type { Caveat } from './caveat.ts';
import type { Assumed, Reading } from './span.ts';

export type ClarificationChoice = {
  means:
    | ({ kind: 'place'; name: string } & Partial<Pick<PlaceCandidate, 'level' | 'country' | 'lat' | 'lon'>>)
    | { kind: 'actor'; name: string; country?: string }
    /** ISO. */
    | { kind: 'day'; day: string };
  /** The question reworded so that this name has one meaning: for people to read, never parsed again. */
  question: string;
  readings: Reading[];
} & (
  | {
      query: Query;
      /** What the query was built from; undefined where it goes on from a thread's. */
      frame?: Frame | undefined;
    }
  /** Another name in the frame is ambiguous or unknown too, so it has no query yet: asking the frame asks about that name. */
  | { query?: undefined; frame: Frame }
);

/** Why the bot asks back; answers have the words. */
export type Clarification =
  /** A name or date is ambiguous. */
  | { kind: 'which' }
  /** A name is unknown; the choices are similar ones. */
  | { kind: 'unknown'; name: string }
  /** In a thread: what should change? */
  | { kind: 'change' }
  | { kind: 'unread'; said: string }
  /** A follow-up without a previous question. */
  | { kind: 'alone'; said: string }
  /** "the second one" when only `shown` were listed; undefined if nothing was. */
  | { kind: 'nth'; shown: number | undefined };

/** Why a question is declined; answers have the words. */
export type DeclineReason = 'forecast' | 'advice' | 'whereabouts' | 'opinion' | 'elsewhere' | 'off-topic';

/** A question that is understood. */
interface UnderstoodQuestion {
  kind: 'query';
  query: Query;
  /** What the query was built from; undefined where it goes on from a thread's. */
  frame?: Frame | undefined;
  readings: Reading[];
  unread: string[];
  assumed: Assumed[];
  /** What was asked for and could not be used: the answer begins with it. */
  caveats?: Caveat[] | undefined;
  alternatives: ClarificationChoice[];
  /** A second question in the same words: "how many attacks were there, and who was behind them?" */
  second?: Omit<UnderstoodQuestion, 'second'> | undefined;
}

/** The result of parsing a question. Not understanding it is a value, never an exception. */
export type ParseResult =
  | UnderstoodQuestion
  | { kind: 'unclear'; ask: Clarification; choices: ClarificationChoice[]; readings: Reading[]; unread: string[] }
  | { kind: 'declined'; why: DeclineReason };
