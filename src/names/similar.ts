import Fuse from 'fuse.js';

export interface Similar<T> {
  item: T;
  /** 1 is the same, 0 nothing alike. */
  similarity: number;
}

/** Ranks a short list by likeness to the folded words, best first. */
export function bestBySimilarity<T extends { fold: string }>(words: string, items: T[], limit: number): Similar<T>[] {
  const close = items.filter((item) => Math.abs(item.fold.length - words.length) <= 3);
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
