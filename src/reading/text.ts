import type { Assumed, Reading, Span } from './span.ts';

/** A word of the question with its place in the text. `lower` has no marks and no case. */
export interface Word extends Span {
  text: string;
  lower: string;
}

// Control and formatting characters (among them those that turn the reading direction) carry no meaning for us.
const invisible = /[\p{Cc}\p{Cf}]+/gu;

/** One line of plain text: quotes straightened, control characters and doubled spaces gone. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(invisible, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const ascii = /^[\x20-\x7e]*$/;
export const plain = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['.&][\p{L}\p{N}\p{M}]+)*/gu;

/** The word without a possessive ending. */
const own = (word: string) => {
  const text = word.replace(/'s?$/i, '');
  return { text, lower: plain(text) };
};

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map((m) => ({
    ...own(m[0]),
    start: m.index,
    end: m.index + own(m[0]).text.length,
  }));

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Every match of a pattern as a reading; `make` returns undefined for "not mine". */
export function readAll<F extends string, V>(
  text: string,
  facet: F,
  pattern: RegExp,
  make: (match: RegExpMatchArray) => { value: V; score?: number; assumed?: Assumed } | undefined,
): Reading<F, V>[] {
  // Most patterns have no match, and matching all of them begins with a copy of the pattern.
  if (text.search(pattern) === -1) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const made = make(match);
    if (!made) return [];
    const start = match.index ?? 0;
    return [
      {
        facet,
        value: made.value,
        start,
        end: start + match[0].length,
        words: match[0],
        score: made.score ?? 0.9,
        ...(made.assumed ? { assumed: made.assumed } : {}),
      },
    ];
  });
}
