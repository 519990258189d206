import { plain } from '../reading/text.ts';

/** A word, a number or a sign of the question. Offsets in characters, end exclusive. */
export interface Token {
  text: string;
  /** In lower case, without marks. */
  lower: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'sign';
  /** Whether it follows the token before without a space. */
  tight: boolean;
}

/** "w/in", "b/w"; "2nd"; "1,200", "2.5"; words with their digits, dots and apostrophes ("M23", "U.S", "who's"); single signs. */
const pattern =
  /\b[wb]\/(?:in|out|o|w)?(?![\p{L}\p{N}])|\d+(?:st|nd|rd|th)(?![\p{L}\p{N}])|\d+(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[\p{L}\p{M}][\p{L}\p{M}\d]*(?:['.&][\p{L}\p{M}\d]+)*|>=|<=|\S/giu;

/** The tokens of a tidy text. A possessive ending belongs to no token: "Iraq's" is "Iraq". */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    const said = whole.replace(/'s?$/i, '') || whole;
    const kind = /^\d/.test(said)
      ? /\p{L}/u.test(said)
        ? 'word'
        : 'number'
      : /^[\p{L}\p{M}]/u.test(said)
        ? 'word'
        : 'sign';
    tokens.push({
      text: said,
      lower: plain(said),
      start: index,
      end: index + said.length,
      kind,
      tight: tokens.at(-1)?.end === index,
    });
  }
  return tokens;
}
