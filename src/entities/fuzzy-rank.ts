import Fuse from 'fuse.js';
import { editDistance } from '../kernel/edit-distance.ts';

export interface Similar<T> {
  item: T;
  /** 1 is the same, 0 nothing alike. */
  similarity: number;
}

const most = 120;
const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));

/** Those that share most pairs of letters: fuse.js ranks a hundred well, thousands slowly. */
function shortlist<T extends { fold: string }>(words: string, items: T[]): T[] {
  if (items.length <= most) return items;
  const said = pairs(words);
  const shared = (name: string) => {
    let n = name[0] === words[0] ? 1 : 0;
    for (let i = 0; i + 1 < name.length; i++) if (said.has(name.slice(i, i + 2))) n++;
    return n - Math.abs(name.length - words.length) / 2;
  };
  return items
    .map((item) => [shared(item.fold), item] as const)
    .sort(([a], [b]) => b - a)
    .slice(0, most)
    .map(([, item]) => item);
}

/** Ranks a short list by likeness to the folded words, best first. */
export function bestBySimilarity<T extends { fold: string }>(words: string, items: T[], limit: number): Similar<T>[] {
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

/** One letter wrong, missing, too many, or two neighbours swapped. Short words are too alike to say. */
export const isOneEdit = (said: string, name: string): boolean =>
  Math.min(said.length, name.length) >= 5 && editDistance(said, name, 1) <= 1;

/** Likeness given to a slip: surer than two names that merely sound alike. */
export const oneEditScore = 0.92;
