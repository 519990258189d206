/** Rate limits by name: `size` at once, then `perSecond`. `now`: the clock, milliseconds since 1970; where it is put back, only the time since then counts. */
export function createTokenBuckets(size: number, perSecond: number, now: () => number) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Takes a token; returns 0, or the whole seconds to wait for the next one. */
    take(name: string): number {
      const last = buckets.get(name) ?? { left: size, at: now() };
      const left = Math.min(size, last.left + (Math.max(0, now() - last.at) / 1000) * perSecond);
      const taken = left >= 1;
      buckets.set(name, { left: taken ? left - 1 : left, at: now() });
      return taken ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}
