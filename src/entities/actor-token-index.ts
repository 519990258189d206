import { readFileSync } from 'node:fs';
import { phoneticKey } from './phonetic-key.ts';

/** Common words in names of armed groups with their translations, a line each: all of a line count as one token. */
const words = new URL('../../data/lexicon/group-words.txt', import.meta.url);
const tokenClass = new Map(
  readFileSync(words, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => {
      const [word = '', others = ''] = line.split(' = ');
      return [word, ...others.split(' ')].map((w) => [w, word] as const);
    }),
);
const stopWords = new Set(
  'the of in for and al el de la du des do da di y et e pour para le les los las wa wal fi a an on to at ul ad as an s l d faction land country its their two'.split(
    ' ',
  ),
);

const tokensOf = (folded: string): string[] => [
  ...new Set(
    folded
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w && !stopWords.has(w))
      .map((w) => tokenClass.get(w) ?? (/^\d+$/.test(w) ? w : phoneticKey(w) || w)),
  ),
];

export interface FoldedName {
  fold: string;
}

/**
 * Inverted index of names by token (translations of common words, phonetic keys of others). Returns a search for at most
 * 5 names that share two tokens or more with a folded name, best first; `similarity` is a Dice coefficient weighted by
 * inverse document frequency, 0.66 to 1. Word order, language and spelling may differ.
 */
export function createTokenIndex<T extends FoldedName>(
  all: readonly T[],
): (folded: string) => { item: T; similarity: number }[] {
  const tokenized = all.map((item) => ({ item, tokens: tokensOf(item.fold) })).filter((s) => s.tokens.length > 1);
  const postings = new Map<string, typeof tokenized>();
  for (const tokenizedName of tokenized)
    for (const t of tokenizedName.tokens) {
      const list = postings.get(t);
      if (list) list.push(tokenizedName);
      else postings.set(t, [tokenizedName]);
    }
  const weight = (t: string) => Math.log(1 + tokenized.length / (1 + (postings.get(t)?.length ?? 0)));
  const sum = (tokens: string[]) => tokens.reduce((n, t) => n + weight(t), 0);
  return (folded) => {
    const queryTokens = tokensOf(folded);
    if (queryTokens.length < 2) return [];
    const near = new Set(queryTokens.flatMap((t) => postings.get(t) ?? []));
    return [...near]
      .map(({ item, tokens }) => {
        const shared = tokens.filter((t) => queryTokens.includes(t));
        return { item, similarity: (2 * sum(shared)) / (sum(tokens) + sum(queryTokens)), shared: shared.length };
      })
      .filter(({ similarity, shared }) => shared > 1 && similarity >= minSimilarity)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 5);
  };
}

const minSimilarity = 0.66;
const initialStopWords = /^(?:the|of|in|for|and|de|la|du|des|do|da|y|et|e|pour|para|le|les|los|las|a|an|to)$/;

/** The initials of a name of three words or more, without articles and prepositions: "uda" for "ulster defence association". */
export const initialsOf = (folded: string): string | undefined => {
  const initials = folded
    .split(/[^\p{L}]+/u)
    .filter((w) => w && !initialStopWords.test(w))
    .map((w) => w[0]);
  return initials.length >= 3 ? initials.join('') : undefined;
};
