import { LRUCache } from 'lru-cache';

/** A pure function of a text with a cache of its last `max` results (least recently used ones are dropped). */
export function memoize<T>(compute: (text: string) => T, max = 10_000): (text: string) => T {
  const cache = new LRUCache<string, { result: T }>({ max, memoMethod: (text) => ({ result: compute(text) }) });
  return (text) => cache.memo(text).result;
}
