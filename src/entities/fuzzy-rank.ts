import Fuse from 'fuse.js';
import { editDistance } from '../kernel/edit-distance.ts';

export interface Scored<T> {
  item: T;
  /** From 0 (nothing alike) to 1 (equal). */
  similarity: number;
}

const maxShortlist = 120;
const bigrams = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));

/** The 120 items that share most bigrams with the words: fuse.js is slow on thousands. */
function shortlist<T extends { fold: string }>(words: string, items: T[]): T[] {
  if (items.length <= maxShortlist) return items;
  const textBigrams = bigrams(words);
  const shared = (name: string) => {
    let n = name[0] === words[0] ? 1 : 0;
    for (let i = 0; i + 1 < name.length; i++) if (textBigrams.has(name.slice(i, i + 2))) n++;
    return n - Math.abs(name.length - words.length) / 2;
  };
  return items
    .map((item) => [shared(item.fold), item] as const)
    .sort(([a], [b]) => b - a)
    .slice(0, maxShortlist)
    .map(([, item]) => item);
}

/** Ranks items by fuzzy similarity (fuse.js, less 0.04 for each letter of difference in length) to folded words, best first. */
export function rankBySimilarity<T extends { fold: string }>(words: string, items: T[], limit: number): Scored<T>[] {
  const close = shortlist(
    words,
    items.filter((item) => Math.abs(item.fold.length - words.length) <= 3),
  );
  const fuse = new Fuse(close, {
    keys: ['fold'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.4,
    distance: 1000,
  });
  return fuse
    .search(words.slice(0, 60), { limit })
    .map(({ item, score }) => ({
      item,
      similarity: Math.max(0, 1 - (score ?? 1) - 0.04 * Math.abs(item.fold.length - words.length)),
    }))
    .sort((a, b) => b.similarity - a.similarity);
}

/** Whether two names of 5 letters or more are at most one edit apart: a letter changed, missing or added, or two neighbours swapped (Damerau-Levenshtein). */
export const isOneEdit = (text: string, name: string): boolean =>
  Math.min(text.length, name.length) >= 5 && editDistance(text, name, 1) <= 1;

/** Score of a name one edit away: more certain than names that only sound alike. */
export const oneEditScore = 0.92;
