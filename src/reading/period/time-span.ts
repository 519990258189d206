import type { Parser, ParsingContext, ParsingOption } from 'chrono-node';
import { ParsingResult } from 'chrono-node/en';
import type { Clock } from './calendar.ts';
import type { Time } from './time.ts';

/** What stands before a time and changes it: "early", "the third week of", "the night of". */
export type Lead = (time: Time, clock: Clock) => Time | undefined;
/** Open ends: null where nothing bounds it. */
export interface Opened {
  start: string | null;
  end: string | null;
}
export type OpenLead = (interval: { start: string; end: string }, match: RegExpMatchArray) => Opened;

/** A chrono result that knows its time, or what it does to the time next to it. */
export class TimeSpanResult extends ParsingResult {
  time?: Time;
  lead?: Lead;
  open?: (interval: { start: string; end: string }) => Opened;
  opened?: Opened;

  get to(): number {
    return this.index + this.text.length;
  }
}

type Meaning = Partial<Pick<TimeSpanResult, 'time' | 'lead' | 'open' | 'opened'>>;

/** The asker's clock travels with chrono's own options. */
export interface Options extends ParsingOption {
  clock: Clock;
}
export const clockOf = (context: ParsingContext): Clock => (context.option as Options).clock;

export const found = (context: ParsingContext, index: number, to: number, meaning: Meaning): TimeSpanResult =>
  Object.assign(new TimeSpanResult(context.reference, index, context.text.slice(index, to)), meaning);

export type Make = (match: RegExpMatchArray, clock: Clock, text: string) => Time | undefined;

/** A family of words as a chrono parser. The match keeps its place in the whole text. */
const parserOf = (
  pattern: RegExp,
  mean: (match: RegExpMatchArray, context: ParsingContext) => Meaning | undefined,
): Parser => ({
  pattern: () => pattern,
  extract: (context, match) => {
    const meaning = before(context, match) ? mean(match, context) : undefined;
    return meaning ? found(context, match.index ?? 0, (match.index ?? 0) + match[0].length, meaning) : null;
  },
});

// chrono cuts the text after each result: what precedes the match must be looked up in the whole.
const before = (context: ParsingContext, match: RegExpMatchArray): boolean =>
  !/[\p{L}\d_$€£]$/u.test(context.text.slice(0, match.index)) || !/^\w/.test(match[0]);

export const times = (pattern: RegExp, make: Make): Parser =>
  parserOf(pattern, (match, context) => {
    const time = make(match, clockOf(context), context.text);
    return time && { time };
  });

export const leads = (pattern: RegExp, make: (match: RegExpMatchArray) => Lead | undefined): Parser =>
  parserOf(pattern, (match) => {
    const lead = make(match);
    return lead && { lead };
  });

export const opens = (pattern: RegExp, open: OpenLead): Parser =>
  parserOf(pattern, (match) => ({ open: (interval) => open(interval, match) }));

/** Words that are a time with an open end by themselves: "since then". */
export const ends = (pattern: RegExp, make: (clock: Clock) => Opened | undefined): Parser =>
  parserOf(pattern, (_, context) => {
    const opened = make(clockOf(context));
    return opened && { opened };
  });
