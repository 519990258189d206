import type { Clock, Interval } from './calendar.ts';

/** One family of expressions. `make` returns undefined for "not mine". `part` marks what only means something beside another one. */
export interface PeriodParser {
  pattern: RegExp;
  make(
    match: RegExpMatchArray,
    clock: Clock,
    text: string,
  ): (Interval & { assumed?: string; year?: number }) | undefined;
}

export interface Base extends Interval {
  from: number;
  to: number;
  words: string;
  assumed?: string;
}

/** Every place in the text where a parser finds its family. */
export const run = (parsers: readonly PeriodParser[], text: string, clock: Clock): Base[] =>
  parsers.flatMap(({ pattern, make }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const made = make(match, clock, text);
      return made
        ? [
            {
              start: made.start,
              end: made.end,
              ...(made.assumed ? { assumed: made.assumed } : {}),
              from: match.index,
              to: match.index + match[0].length,
              words: match[0],
            },
          ]
        : [];
    }),
  );
