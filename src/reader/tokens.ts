import type { Language } from '../kernel/language.ts';
import { type Orthography, orthographies } from './orthography.ts';

/** A word, a number or a sign of the question. Offsets in characters, end exclusive. */
export interface Token {
  text: string;
  /** As the lexicon has it: in lower case, without marks. */
  lower: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'sign';
  /** Whether it follows the token before without a space. */
  tight: boolean;
  /** What it is as part of a name, where that is not its text. */
  name?: string;
}

const kindOf = (said: string): Token['kind'] => {
  if (/^\d/.test(said)) return /\p{L}/u.test(said) ? 'word' : 'number';
  return /^[\p{L}\p{M}]/u.test(said) ? 'word' : 'sign';
};

/** The tokens of a tidy text. A possessive ending belongs to no token: "Iraq's" is "Iraq". */
export function tokensOf(text: string, language: Language = 'en'): Token[] {
  const { even, fold, tokens: pattern } = orthographies[language];
  const tokens: Token[] = [];
  for (const { 0: whole, index } of even(text).matchAll(pattern)) {
    const said = language === 'en' ? whole.replace(/'s?$/i, '') || whole : whole;
    tokens.push({
      text: text.slice(index, index + said.length),
      lower: fold(said),
      start: index,
      end: index + said.length,
      kind: kindOf(said),
      tight: tokens.at(-1)?.end === index,
    });
  }
  return tokens;
}

/** Whether the words are known by themselves, and whether they resemble some that are. */
export interface Familiar {
  known(folded: string, said: string): boolean;
  resembles(folded: string): boolean;
}

/** Words with what is written onto their front taken off, where the rest is known and the whole is not: "والموصل", "للهجمات". */
export function separated(tokens: readonly Token[], orthography: Orthography, familiar: Familiar): Token[] {
  if (orthography.clitics.length === 0) return [...tokens];
  return tokens.flatMap((token) => (token.kind === 'word' ? parted(token, orthography, familiar, 2) : [token]));
}

function parted(token: Token, orthography: Orthography, familiar: Familiar, most: number): Token[] {
  if (most === 0 || familiar.known(token.lower, token.name ?? token.text)) return [token];
  const fronts = orthography.clitics.flatMap(({ front, rest, more }) => {
    if (!token.lower.startsWith(front) || token.lower.length < front.length + 2) return [];
    const [length, name] = [rest ? 1 : front.length, rest + token.text.slice(front.length)];
    const tail: Token = {
      ...token,
      text: token.text.slice(length),
      lower: orthography.fold(name),
      start: token.start + length,
      tight: true,
      ...(rest ? { name } : {}),
    };
    const head: Token = {
      ...token,
      text: token.text.slice(0, length),
      lower: token.lower.slice(0, length),
      end: token.start + length,
    };
    const tails = parted(tail, orthography, familiar, more ? most - 1 : 0);
    return [
      { all: [head, ...tails], sure: tails.length > 1 || familiar.known(tail.lower, tail.name ?? tail.text), tail },
    ];
  });
  const sure = fronts.find((f) => f.sure);
  if (sure) return sure.all;
  if (familiar.resembles(token.lower)) return [token];
  // An article inside tells where the word begins, whatever it is.
  return fronts.find(({ tail }) => /^ال\p{L}{3}/u.test(tail.lower) || familiar.resembles(tail.lower))?.all ?? [token];
}

/** The tokens that a stretch of the text lies in; undefined: none. */
export function tokenSpan(
  tokens: readonly Token[],
  span: { start: number; end: number },
): [number, number] | undefined {
  const start = tokens.findIndex((t) => t.end > span.start);
  const end = tokens.findLastIndex((t) => t.start < span.end) + 1;
  return start >= 0 && end > start ? [start, end] : undefined;
}
