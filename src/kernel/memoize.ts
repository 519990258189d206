import { LRUCache } from 'lru-cache';

/** A pure function of a text that keeps its latest results, at most `max` of them; what was used longest ago gives way. */
export function memoize<T>(work: (text: string) => T, max = 10_000): (text: string) => T {
  const kept = new LRUCache<string, { result: T }>({ max, memoMethod: (text) => ({ result: work(text) }) });
  return (text) => kept.memo(text).result;
}
