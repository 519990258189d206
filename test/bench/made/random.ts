/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    chance: (share: number) => next() < share,
    /** The first ones much more often than the last. */
    skewed: <T>(all: readonly T[], power = 2.2): T => all[Math.floor(next() ** power * all.length)] as T,
    any: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
  };
}

export type Random = ReturnType<typeof randomFrom>;
